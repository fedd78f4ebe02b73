// Seeed Studio XIAO ESP32C3, with MicroPython's generic ESP32-C3 firmware.
import type { Identity } from "./board.ts";

// 4 MiB of flash, of which MicroPython's partition table gives the last 2 MiB to the file system
// (ports/esp32/partitions-4MiB.csv).
export const IDENTITY: Identity = {
  name: "xiao-esp32c3",
  title: "Seeed Studio XIAO ESP32C3",
  chip: "esp32c3",
  usb: { vendor: 0x303a, product: 0x1001 },
  driveMode: null,
  driveName: null,
  machine: "ESP32C3 module with ESP32C3",
  download: "ESP32_GENERIC_C3",
  uf2Family: null,
  flashAddress: 0,
  flashOctets: 4194304,
  fileSystemOctets: 2097152,
  isTried: false,
};
