// One late module is discarded while another, which needs the same as it, is loaded a module at a time.
import { discard, loadNext } from "late";
import { ask } from "./ask.late.ts";
import { answer } from "./answer.late.ts";

for (let steps = 0; steps < 4; steps++) {
  for (let step = 0; step < steps; step++) loadNext(ask);
  console.log(answer(steps & 3));
  discard(answer);
  console.log(ask(steps & 3));
  discard(ask);
}
