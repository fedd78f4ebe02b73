import { a } from "./a.ts";
import { log } from "./log.ts";

log.push(`b after a=${a}`);
export const b = log.length * 10;
