// Functions made in the head of a for: its first part has variables of its own, each test and step those of its turn.
const first: (() => number)[] = [];
for (let i = 0, own = () => i; i < 3; i++) {
  i++;
  first.push(own);
  console.log(i, own());
}
console.log(first.map((f) => f()).join());

const steps: (() => number)[] = [];
for (let i = 0; i < 3; steps.push(() => i), i++);
console.log(steps.map((f) => f()).join());

const tests: (() => number)[] = [];
for (let i = 0; tests.push(() => i), i < 2; i += 1);
console.log(tests.map((f) => f()).join());

const all: (() => number)[] = [];
for (let i = 0; all.push(() => i), i < 2; all.push(() => i), i++) {
  all.push(() => i);
  if (i === 0) continue;
  all.push(() => i * 100);
}
console.log(all.map((f) => f()).join());

const pairs: (() => number)[] = [];
for (let [low, high] = [0, 10]; low < high; [low, high] = [low + 4, high - 1]) {
  pairs.push(() => (low++ % 50) * 100 + high);
  low++;
}
console.log(pairs.map((f) => f()).join(), pairs.map((f) => f()).join());

const sums: (() => number)[] = [];
for (let i = 0; i < 2; i++) {
  let sum = 0;
  for (let j = 0; j < 2; j++)
    sums.push(() => {
      sum = (sum + i + j + 1) % 1000;
      return sum;
    });
  sums.push(() => sum);
}
console.log(sums.map((f) => f()).join());

const finals: (() => number)[] = [];
outer: for (let i = 0; i < 3; i++) {
  for (let j = 0; j < 4; j++) {
    finals.push(() => i * 10 + j);
    try {
      if (j === 1) continue outer;
    } finally {
      j += i;
    }
  }
}
console.log(finals.map((f) => f()).join());
