// A function of a MicroPython module as a value.
import { ticks_ms } from "time";
const now = ticks_ms; //! TP4006: ticks_ms
console.log(now() >= 0);
