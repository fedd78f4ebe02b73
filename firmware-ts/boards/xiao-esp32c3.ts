// Seeed Studio XIAO ESP32C3, with MicroPython's generic ESP32-C3 firmware.
import type { Identity, Wiring } from "./board.ts";

// UART1 at the pins D6 and D7, I2C at D4 and D5, which the board's maker prints so; reset at D1, switch at D10.
// D0, D8 and D9 choose how the chip starts and are left alone (ESP32-C3 datasheet, 3.1).
export const WIRING: Wiring = {
  uart: 1,
  modemTx: 21,
  modemRx: 20,
  modemReset: 3,
  i2c: 0,
  displaySda: 6,
  displayScl: 7,
  modeSwitch: 10,
};

// 4 MiB of flash, of which MicroPython's partition table gives the last 2 MiB to the file system
// (ports/esp32/partitions-4MiB.csv).
export const IDENTITY: Identity = {
  name: "xiao-esp32c3",
  title: "Seeed Studio XIAO ESP32C3",
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
