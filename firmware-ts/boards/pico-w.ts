// Raspberry Pi Pico W: the board that the gateway is made for.
import type { Identity } from "./board.ts";

// USB ids: MicroPython, ports/rp2/mpconfigport.h; the boot ROM's: RP2040 datasheet, 2.8.5. The file system: the last
// 848 KiB of 2 MiB (ports/rp2/boards/RPI_PICO_W/mpconfigboard.h).
export const IDENTITY: Identity = {
  name: "pico-w",
  title: "Raspberry Pi Pico W",
  chip: "rp2040",
  usb: { vendor: 0x2e8a, product: 0x0005 },
  driveMode: { vendor: 0x2e8a, product: 0x0003 },
  driveName: "RPI-RP2",
  machine: "Raspberry Pi Pico W with RP2040",
  download: "RPI_PICO_W",
  uf2Family: 0xe48bff56,
  flashAddress: 0x10000000,
  flashOctets: 2097152,
  fileSystemOctets: 868352,
  isTried: false,
};
