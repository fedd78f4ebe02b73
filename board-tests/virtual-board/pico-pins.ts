// Which pins of the RP2040 can be which signal (RP2040 datasheet, 1.4.3 "GPIO functions").

export const UART_PINS = [
  { tx: [0, 12, 16, 28], rx: [1, 13, 17, 29] },
  { tx: [4, 8, 20, 24], rx: [5, 9, 21, 25] },
] as const;

export const I2C_PINS = [
  { sda: [0, 4, 8, 12, 16, 20, 24, 28], scl: [1, 5, 9, 13, 17, 21, 25, 29] },
  { sda: [2, 6, 10, 14, 18, 22, 26], scl: [3, 7, 11, 15, 19, 23, 27] },
] as const;

/** Where the modem and the display are soldered. */
export const MODEM_PINS = { tx: 16, rx: 17 } as const;
export const DISPLAY_PINS = { sda: 14, scl: 15 } as const;
