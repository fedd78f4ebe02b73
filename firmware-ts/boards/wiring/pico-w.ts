// Where the gateway's parts are soldered to a Raspberry Pi Pico W, and to a Pico 2 W, whose pins are the same.
// What each name means: Wiring in ../board.ts.
export const UART = 0;
export const MODEM_TX = 16;
export const MODEM_RX = 17;
export const MODEM_RESET = 26;
export const I2C = 1;
export const DISPLAY_SDA = 14;
export const DISPLAY_SCL = 15;
export const MODE_SWITCH = 21;
export const LED = "LED";
export const TIMER = -1;
