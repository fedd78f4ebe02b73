// Every board, for the commands, the usual one first; the gateway on a board knows its own alone.
import type { Identity } from "./board.ts";
import { IDENTITY as PICO_2_W } from "./pico-2-w.ts";
import { IDENTITY as PICO_W } from "./pico-w.ts";
import { IDENTITY as XIAO_ESP32C3 } from "./xiao-esp32c3.ts";

export type { Identity, UsbId } from "./board.ts";

export const BOARDS: readonly Identity[] = [PICO_W, PICO_2_W, XIAO_ESP32C3];
