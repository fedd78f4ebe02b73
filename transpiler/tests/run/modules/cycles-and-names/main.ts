// Modules in a cycle of functions, and modules named like MicroPython's.
import { isEven } from "./even.ts";
import { parse } from "./json.ts";
import { now } from "./time.ts";
import { total } from "./nested/mode-switch.ts";

console.log(isEven(10), isEven(7), parse("a=1"), now());
console.log(total([1, 2, 3]), JSON.stringify({ json: "both" }));
