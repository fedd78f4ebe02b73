// Functions that a collection keeps are called later: what their variables held when they were put in is past then.
type Give = () => number;
const pushed: Give[] = [];
const unshifted: Give[] = [];
const spliced: Give[] = [];
const filled: Give[] = new Array<Give>(2).fill(() => 0);
const named = new Map<string, Give>();
const all = new Set<Give>();

function keep(item: number): void {
  for (let i = 0; i < 3; i++) {
    let a = 3 + i;
    pushed.push(() => a);
    let b = 3 + i;
    unshifted.unshift(() => b);
    let c = 3 + i;
    spliced.splice(0, 0, () => c);
    let d = 3 + i;
    filled.fill(() => d);
    let e = 3 + i;
    named.set(`n${i}`, () => e);
    let f = 3 + i;
    all.add(() => f);
    let g = 3 + i;
    const listed = Array.of(() => g);
    let h = 3 + i;
    const joined = ([] as Give[]).concat([() => h]);
    const far = (item * 7) | 0;
    (() => {
      a ^= far;
    })();
    (() => {
      b ^= far;
    })();
    (() => {
      c ^= far;
    })();
    (() => {
      d ^= far;
    })();
    (() => {
      e ^= far;
    })();
    (() => {
      f ^= far;
    })();
    (() => {
      g ^= far;
    })();
    (() => {
      h ^= far;
    })();
    for (const give of listed) console.log(give() << 2);
    for (const give of joined) console.log(give() << 2);
  }
}

keep(1073741823);
for (const give of pushed) console.log(give() << 2);
for (const give of unshifted) console.log(give() << 2);
for (const give of spliced) console.log(give() << 2);
for (const give of filled) console.log(give() << 2);
for (const give of named.values()) console.log(give() << 2);
for (const give of all) console.log(give() << 2);
