// The gateway on a Raspberry Pi Pico 2 W.
import {
  DISPLAY_SCL,
  DISPLAY_SDA,
  I2C,
  LED,
  MODE_SWITCH,
  MODEM_RESET,
  MODEM_RX,
  MODEM_TX,
  TIMER,
  UART,
} from "../boards/wiring/pico-w.ts";
import { type Mode, startOn } from "../main.ts";

/**
 * @param build id of the build
 * @param built when that was, in seconds since the beginning of 2000
 */
export function start(build: string, built: int<0, 2000000000>): Mode {
  return startOn(
    build,
    built,
    "pico-2-w",
    UART,
    MODEM_TX,
    MODEM_RX,
    MODEM_RESET,
    I2C,
    DISPLAY_SDA,
    DISPLAY_SCL,
    MODE_SWITCH,
    LED,
    TIMER,
  );
}
