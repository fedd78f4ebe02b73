import { greeting } from "./texts.ts";

console.log(greeting);
