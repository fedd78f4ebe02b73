// Raspberry Pi Pico 2 W.
import type { Identity } from "./board.ts";

// USB ids: MicroPython, ports/rp2/mpconfigport.h; the boot ROM's: RP2350 datasheet, 5.6. The file system: 4 MiB but for
// the first 1,536 KiB (ports/rp2/boards/RPI_PICO2_W/mpconfigboard.h).
export const IDENTITY: Identity = {
  name: "pico-2-w",
  title: "Raspberry Pi Pico 2 W",
  chip: "rp2350",
  usb: { vendor: 0x2e8a, product: 0x0005 },
  driveMode: { vendor: 0x2e8a, product: 0x000f },
  driveName: "RP2350",
  machine: "Raspberry Pi Pico 2 W with RP2350",
  download: "RPI_PICO2_W",
  uf2Family: 0xe48bff59,
  flashAddress: 0x10000000,
  flashOctets: 4194304,
  fileSystemOctets: 2621440,
  isTried: false,
};
