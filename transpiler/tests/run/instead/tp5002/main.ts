import { current, raise } from "./count.ts";

raise();
console.log(current());
