// A late module is loaded by a call, forgotten, and loaded again: what it does is the same each time, what is there from the
// start goes on, and objects that outlive their module go on too.
import { forget, loadNext } from "late";
import { type Greeter, greet as hello, total } from "./greeting.late.ts";
import { shown } from "./shown.ts";

const kept: Greeter[] = [];
for (let i = 0; i < 3; i++) {
  const one = hello(`you ${i}`);
  kept.push(one);
  console.log(shown(one.text()), total(3), total(1));
  forget(hello);
  forget(hello);
}
console.log(kept.map((one) => one.text()).join());

let loads = 0;
while (!loadNext(total)) loads++;
console.log(loads < 5, hello("again").text());
forget(total);

function inOrder(text: string): string {
  console.log(text);
  return text;
}
console.log(hello(inOrder("an argument")).repeated(inOrder("another").length & 3));
try {
  hello("").text();
} catch (error) {
  console.log(error instanceof Error ? error.message : "");
}
