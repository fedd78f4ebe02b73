// What both modules need lies in a third one.
import { limit } from "./limits.ts";
import { used } from "./usage.ts";

console.log(used(), limit);
