// Where the gateway's parts are soldered to a Seeed Studio XIAO ESP32C3: the modem at D2 and D3, its reset at D1, the
// display at D4 and D5, which the board's maker prints as its I2C pins, the switch at D10. What each name means: Wiring in
// ../board.ts.
//
// The printed serial port, D6 and D7, stays free. It is UART0: the chip's boot ROM prints there, and MicroPython for a
// generic ESP32-C3 has a second prompt there (ports/esp32/boards/ESP32_GENERIC_C3/mpconfigboard.h), at which the modem's
// answers would be typed. D0, D8 and D9 choose how the chip starts (ESP32-C3 datasheet, "Strapping Pins").
export const UART = 1;
export const MODEM_TX = 4;
export const MODEM_RX = 5;
export const MODEM_RESET = 3;
export const I2C = 0;
export const DISPLAY_SDA = 6;
export const DISPLAY_SCL = 7;
export const MODE_SWITCH = 10;
export const LED = "";
export const TIMER = 0;
