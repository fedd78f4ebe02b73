// What was discarded is loaded again by a call, and the values of its objects outlive it.
import { discard } from "late";
import { type Counter, counter, doubled } from "./counter.late.ts";

for (let i = 0; i < 3; i++) {
  console.log(doubled([i, i + 1]).join(), counter(i).next());
  discard(doubled);
  discard(counter);
}
let kept: Counter = counter(4);
const list = doubled([1, 2, 3]);
discard(counter);
console.log(kept.count, list.length);
kept = counter(9);
console.log(kept.next());
