// Two modules that import each other and run code.
import { a } from "./a.ts";
console.log(a);
