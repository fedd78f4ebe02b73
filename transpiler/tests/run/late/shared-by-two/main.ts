// What two late modules need is late with both, and stays as long as one of them does. One may call the other.
import { forget } from "late";
import { ask } from "./ask.late.ts";
import { answer } from "./answer.late.ts";

console.log(ask(2), answer(2));
forget(ask);
console.log(answer(3));
forget(answer);
console.log(answer(4), ask(4));
forget(answer);
console.log(ask(5));
