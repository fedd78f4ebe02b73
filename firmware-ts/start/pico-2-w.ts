// The gateway on a Raspberry Pi Pico 2 W.
import { DISPLAY_SCL, DISPLAY_SDA, I2C, LED, MODEM_RESET, MODEM_RX, MODEM_TX, UART } from "../boards/wiring/pico-w.ts";
import { type Mode, startOn } from "../main.ts";

/** @param build id of the build */
export function start(build: string): Mode {
  return startOn(build, "pico-2-w", UART, MODEM_TX, MODEM_RX, MODEM_RESET, I2C, DISPLAY_SDA, DISPLAY_SCL, LED);
}
