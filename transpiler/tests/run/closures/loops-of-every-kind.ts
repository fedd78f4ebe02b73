// Closures made in for, for-of, for-in, while and do loops, over what each turn declares and what it does not.
const calls = (fs: (() => string | number)[]): string => fs.map((f) => f()).join();
const fs: (() => string | number)[] = [];
for (let i = 0, j = 10; i < 3; i++, j--) fs.push(() => `${i}${j}`);
for (const c of "ab") fs.push(() => c);
for (const [k, v] of new Map([["k", 1]])) fs.push(() => k + v);
console.log(calls(fs));
fs.length = 0;
let n = 0;
while (n < 2) {
  const here = n;
  let changed = n;
  fs.push(() => `${here}${changed}${n}`);
  changed += 5;
  n++;
}
do {
  const last = n;
  fs.push(() => last * 100);
} while (--n > 0);
console.log(calls(fs), n);
fs.length = 0;
for (let i = 0; i < 4; i++) {
  if (i === 1) continue;
  let skip = i;
  fs.push(() => (skip = (skip + i) & 0xff));
  if (i === 3) break;
}
console.log(calls(fs), calls(fs));
const setters: ((v: number) => void)[] = [];
const getters: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  setters.push((v) => {
    i = v;
  });
  getters.push(() => i);
}
setters[1](50);
console.log(calls(getters));
const nested: (() => string)[] = [];
for (const x of [1, 2]) for (let y = x; y < 3; y++) nested.push(() => `${x}-${y}`);
console.log(calls(nested));
const tryAll: (() => string)[] = [];
for (const text of ["1", "x", "3"]) {
  try {
    if (text === "x") throw new Error(`bad ${text}`);
    tryAll.push(() => text);
  } catch (e) {
    tryAll.push(() => (e as Error).message);
  } finally {
    tryAll.push(() => `f${text}`);
  }
}
console.log(calls(tryAll));
