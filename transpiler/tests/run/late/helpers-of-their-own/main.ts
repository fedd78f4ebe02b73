// What JSON.parse and parseInt need is late with the modules that use them: what they give outlives it.
import { forget } from "late";
import { count } from "./count.late.ts";
import { field, parsed, problem } from "./parsed.late.ts";

const first = parsed('{"a":"b","c":[1,2]}');
console.log(JSON.stringify(first), field(first, "a"));
const none = count("x");
console.log(count("12 of them"), none, `${none}`);
forget(parsed);
forget(count);
console.log(JSON.stringify(first), field(first, "a"), none);
console.log(problem("{"), count("7"));
forget(parsed);
try {
  parsed("[1,");
} catch (error) {
  console.log(error instanceof SyntaxError);
}
console.log(JSON.stringify(parsed('{"a":null}')), count("8"));
