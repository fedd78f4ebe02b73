import { log } from "./log.ts";

log.push("a");
export const a = log.length;
