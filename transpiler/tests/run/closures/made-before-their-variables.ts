// In a loop: functions made before the variables of the same turn have their values; functions that call themselves or each other.
const made: (() => string)[] = [];
for (let i = 0; i < 3; i++) {
  const k = i * 10;
  made.push(hoisted);
  function hoisted(): string {
    return `${k + i}`;
  }
}
for (const tag of ["a", "b"]) {
  function even(n: number): string {
    return n === 0 ? tag : odd(n - 1);
  }
  function odd(n: number): string {
    return n === 0 ? `${tag}!` : even(n - 1);
  }
  made.push(
    () => even(3),
    () => odd(3),
  );
}
let n = 0;
while (n < 3) {
  const read = () => `${later}`;
  const later = n * 2;
  made.push(read);
  n++;
}
do {
  const count = () => `${++counter % 100}`;
  let counter = n;
  made.push(count);
  n--;
} while (n > 0);
for (const step of [1, 2, 3]) {
  const down = (from: number): string => (from > 0 ? down(from - step) : `${step}`);
  made.push(() => down(7));
}
console.log(made.map((f) => f()).join());
console.log(made.map((f) => f()).join());

for (const [a, b] of [
  [1, 2],
  [3, 4],
] as [number, number][]) {
  let [x, y] = [a, b];
  const before = made.length;
  made.push(() => `${x++ % 100} ${y-- % 100}`);
  x += 10;
  switch (a) {
    case 1: {
      made.push(() => word);
      const word = "one";
      break;
    }
    default: {
      let word = "other";
      made.push(() => word);
      word += before > 0 ? "!" : "?";
    }
  }
}
for (const text of ["x", "y"]) {
  try {
    throw new Error(text);
  } catch (e) {
    made.push(() => (e as Error).message);
    if (text === "y") e = new Error("changed");
  }
}
console.log(
  made
    .slice(-6)
    .map((f) => f())
    .join("|"),
);
