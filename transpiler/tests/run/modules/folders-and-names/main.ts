// Modules that import each other's imports, in folders, and named like MicroPython's.
import { isOdd } from "./odd.ts";
import { isEven } from "./even.ts";
import { parse } from "./json.ts";
import { now } from "./time.ts";
import { total } from "./nested/mode-switch.ts";

console.log(isEven(10), isOdd(7), parse("a=1"), now());
console.log(total([1, 2, 3]), JSON.stringify({ json: "both" }));
