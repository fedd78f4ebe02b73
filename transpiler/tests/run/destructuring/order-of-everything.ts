// Keys, values, defaults and targets: each in its turn, and only when it is needed.
const log: string[] = [];
function note(text: string, value: number): number {
  log.push(text);
  return value;
}
function flush(): void {
  console.log(log.join(" "));
  log.length = 0;
}

const source: { a?: number; b?: number; c?: number } = { b: 7 };
const { a = note("a", 1), b = note("b", 2), c = note("c", a + b) } = source;
console.log(a, b, c);
flush();

const [d = note("d", 1), [e = note("e", 2), f = note("f", 3)] = [note("inner", 4)]] = [] as [number?, number[]?];
console.log(d, e, f);
flush();

const slots = [0, 0, 0];
let at = 0;
const target = () => {
  log.push("target");
  return slots;
};
[target()[at++], target()[at++] = note("default", 8)] = [note("first", 5)] as [number, number?];
console.log(slots.join(), at);
flush();

({ b: slots[at++], a: slots[(at - 1) % 2] = note("fallback", 9) } = { b: 7 } as { b: number; a?: number });
console.log(slots.join(), at);
flush();

function configure({ low = note("low", 1), high = low + 10 }: { low?: number; high?: number } = {}, step = high - low) {
  return `${low} ${high} ${step}`;
}
console.log(configure(), configure({ low: 5 }), configure({ high: 3 }, 2));
flush();

const list = [1, 2, 3];
[list[2], list[0]] = list;
console.log(list.join());
