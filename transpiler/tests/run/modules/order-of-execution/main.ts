// Modules run once, in the order of their imports, before the one that imports them.
import { log } from "./log.ts";
import { b } from "./b.ts";
import { a } from "./a.ts";

log.push("main");
console.log(log.join(" > "));
console.log(a, b, log.length);
