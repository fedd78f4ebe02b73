// A file name that is no name for a Python module.
import { one } from "./1+1.ts";
console.log(one);
