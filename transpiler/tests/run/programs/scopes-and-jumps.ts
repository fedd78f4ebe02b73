// Scopes, hoisting, jumps through finally, accessors, 32-bit corners and texts beyond the BMP in one program.
let x = 1;
{
  let x = 2;
  {
    let x = 3;
    console.log(x);
  }
  console.log(x);
}
console.log(x);
function hoist(): string {
  return inner();
  function inner(): string {
    return "hoisted";
  }
}
console.log(hoist());
const shadow = (x: string): string => {
  const y = x;
  {
    const x = y + "!";
    return x;
  }
};
console.log(shadow("s"));
function ret(n: number): number {
  for (let i = 0; i < 5; i++) {
    try {
      if (i === n) return i;
      if (i > n) break;
      continue;
    } finally {
      x = (x + 1) % 100;
    }
  }
  return -1;
}
console.log(ret(2), ret(9), x);
function nested(): number {
  try {
    try {
      throw new Error("a");
    } catch {
      throw new Error("b");
    } finally {
      x = 50;
    }
  } catch (e) {
    return (e as Error).message.length;
  } finally {
    x = (x + 1) % 100;
  }
}
console.log(nested(), x);
class G {
  private v = 1;
  reads = 0;
  get val(): number {
    this.reads = (this.reads + 1) % 90;
    return this.v;
  }
  set val(n: number) {
    this.v = n % 1000;
  }
}
const g = new G();
g.val += 5;
g.val++;
console.log(g.val + 0, g.reads);
const sh = (a: i32, n: int<0, 63>): string => `${a << n} ${a >> n} ${a >>> n}`;
console.log(sh(-1, 4), sh(1, 31), sh(-2147483648, 33), sh(5, 32));
console.log(
  (255).toString(16),
  (-255).toString(16),
  Math.imul(0x7fffffff, 3),
  ~0x7fffffff,
  0xffffffff | 0,
  0xf0f0f0f0 ^ 0x0f0f0f0f,
  0xf0f0f0f0 & 0xff000000,
);
const big = 9007199254740991;
console.log(big - 1, big % 1000, Math.floor(big / 7), -big);
const a2 = [[1, 2], [3]];
const copy = [...a2];
copy[0]!.push(9);
console.log(a2.map((r) => r.join("-")).join("|"), copy === a2, copy[0] === a2[0]);
const str = "añ😀z";
console.log(str.length, str.indexOf("z"), str.slice(1, 2), str.slice(4), [...str].length, 1);
let cnt = 0;
const lazy = (): boolean => {
  cnt++;
  return true;
};
if ((false as boolean) && lazy()) cnt += 10;
if ((true as boolean) || lazy()) cnt += 1;
console.log(cnt);
const fnOpt: ((n: number) => number) | undefined = cnt > 5 ? (n) => n : undefined;
console.log(fnOpt?.(3) ?? "no fn");
const tup: [string, number][] = [
  ["a", 1],
  ["b", 2],
];
for (const [nm, v] of tup) console.log(nm, v);
const [[first, num]] = tup;
console.log(first, num);
const o = { a: { b: { c: 5 } }, list: [1] };
const {
  a: { b },
  list: [head],
} = o;
console.log(b.c, head);
o.list[0] = 7;
console.log(head, o.list[0]);
let acc = "";
for (const k of Object.keys({ q: 1, w: 2 } as Record<string, number>)) acc += k;
console.log(acc);
do {
  acc += ".";
  if (acc.length > 4) break;
} while (acc.length < 10);
console.log(acc);
for (let i = 3; i >= 0; i--) {
  if (i === 1) continue;
  acc += i;
}
console.log(acc);
for (let i = 0; i < 3; i++) {
  let i2 = i;
  i2 += 10;
  acc = acc + i2;
}
console.log(acc);
