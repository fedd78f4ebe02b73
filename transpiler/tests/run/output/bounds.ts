// Elements that are there, and elements that are no longer there: what is known of an index ends with what it was known by.

const gone = -1;

function shrinkInBody(xs: number[]): string {
  const out: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    if (i === 1) xs.pop();
    out.push(xs[i] ?? gone);
  }
  return out.join();
}
console.log(shrinkInBody([1, 2, 3, 4]));

const shared = [1, 2, 3, 4];
function shrinkShared(): number {
  shared.pop();
  return 0;
}
function shrinkByCall(): string {
  const out: number[] = [];
  for (let i = 0; i < shared.length; i++) out.push(shrinkShared() + (shared[i] ?? gone));
  return out.join();
}
console.log(shrinkByCall(), shared.join());

function shrinkAlias(xs: number[]): string {
  const ys = xs;
  const out: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    ys.shift();
    out.push(xs[i] ?? gone);
  }
  return out.join();
}
console.log(shrinkAlias([1, 2, 3, 4]));

function otherContainer(a: number[], b: number[]): string {
  let xs = a;
  const out: number[] = [];
  for (let i = 0; i < xs.length; i++) {
    out.push(xs[i] ?? gone);
    if (i === 0) xs = b;
    out.push(xs[i] ?? gone);
  }
  return out.join();
}
console.log(otherContainer([1, 2, 3], []), otherContainer([1], [7, 8, 9]));

function stepped(bytes: Uint8Array): string {
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    out.push(bytes[i++] ?? gone);
    out.push(bytes[i] ?? gone);
    out.push(bytes[i + 1] ?? gone, bytes[i - 1] ?? gone, bytes[i - 2] ?? gone);
  }
  return out.join();
}
console.log(stepped(new Uint8Array([1, 2, 3])));

function conditions(xs: number[], i: number): string {
  const a = i < xs.length && xs[i] === 3;
  const b = i >= xs.length || xs[i] === 3;
  const c = i < xs.length ? xs[i] : gone;
  const d = !(i < xs.length) ? (xs[i] ?? gone) : xs[i];
  const e = i < xs.length && xs.pop() !== undefined ? (xs[i] ?? gone) : -2;
  return `${a} ${b} ${c} ${d} ${e}`;
}
console.log(conditions([1, 2, 3], 2), conditions([1, 2, 3], 3), conditions([], 0), conditions([3, 3], 0));

function backwards(xs: readonly number[]): string {
  const out: number[] = [];
  for (let i = xs.length - 1; i >= 0; i--) out.push(xs[i] ?? gone);
  let j = xs.length;
  while (j-- > 0) out.push(xs[j] ?? gone);
  for (let k = xs.length; k >= 0; k -= 2) out.push(xs[k] ?? gone);
  for (let k = xs.length - 1; k >= 0; k--) {
    if (k === 1) k += 2;
    else out.push(xs[k] ?? gone);
    if (out.length > 12) break;
  }
  return out.join();
}
console.log(backwards([1, 2, 3]));

class Queue {
  items: number[] = [1, 2, 3];
  readonly first = new Uint8Array(4);

  replace(): number {
    this.items = [];
    return 0;
  }

  read(i: number): string {
    const out: number[] = [];
    if (i < this.items.length) out.push(this.items[i] ?? gone);
    if (i < this.items.length) out.push(this.replace(), this.items[i] ?? gone);
    if (i < this.first.length) {
      this.replace();
      out.push(this.first[i] ?? gone, this.first[i + 1] ?? gone);
    }
    return out.join();
  }

  swap(other: Queue, i: number): number {
    if (i >= this.items.length) return -3;
    other.items = [];
    return this.items[i] ?? gone;
  }
}
console.log(new Queue().read(2), new Queue().read(3), new Queue().read(4));
const queue = new Queue();
console.log(queue.swap(new Queue(), 1), queue.swap(queue, 1));

function lengths(text: string, n: number): string {
  const m = text.length;
  let at = m - 1;
  const out: string[] = [];
  if (at >= 0) out.push(text.charAt(at));
  at += 1;
  out.push(text.charAt(at));
  at -= n;
  out.push(text.charAt(at));
  if (n < m) out.push(text.charAt(n));
  const half = new Uint8Array(m >> 1);
  for (let i = 0; i < half.length; i++) half[i] = text.charCodeAt(2 * i) + text.charCodeAt(2 * i + 1);
  for (let i = 0; i <= half.length; i++) out.push(`${half[i] ?? gone}`);
  return out.join("|");
}
console.log(lengths("abcde", 2), lengths("a", 5), lengths("", 0), lengths("xüβz", 3));

function caught(xs: number[], i: number): number {
  try {
    if (i < xs.length) {
      xs.pop();
      if (xs.length === 0) throw new Error("empty");
    }
    return xs[i] ?? gone;
  } catch {
    return xs[i] ?? -4;
  }
}
console.log(caught([1], 0), caught([1, 2], 0), caught([1, 2], 1), caught([1], 5));

function switched(xs: number[], i: number, what: string): number {
  if (i >= xs.length) return -5;
  switch (what) {
    case "pop":
      xs.pop();
    case "read":
      return xs[i] ?? gone;
    default:
      i += 1;
      break;
  }
  return xs[i] ?? -6;
}
console.log(
  switched([1, 2], 1, "pop"),
  switched([1, 2], 1, "read"),
  switched([1, 2], 1, "next"),
  switched([1, 2], 0, ""),
);

function grown(xs: number[]): string {
  const n = xs.length;
  xs.push(9);
  const out = [xs[n] ?? gone, xs[n + 1] ?? gone];
  xs[n] = xs.pop() ?? -7;
  out.push(xs.length, xs[n] ?? gone);
  xs.length = 0;
  out.push(xs[0] ?? gone);
  return out.join();
}
console.log(grown([1, 2]));

function closures(xs: number[]): number {
  let i = 0;
  const step = (): void => {
    i += 2;
  };
  if (i < xs.length) {
    step();
    return xs[i] ?? gone;
  }
  return 0;
}
console.log(closures([1, 2]), closures([1, 2, 3]));

function least(xs: number[], n: number): string {
  const end = Math.min(n, xs.length);
  const out: number[] = [];
  for (let i = 0; i < end; i++) out.push(xs[i] ?? gone);
  for (let i = 0; i <= end; i++) out.push(xs[i] ?? gone);
  const mask = 3;
  if (n < xs.length && n >= 0)
    out.push(xs[n & mask] ?? gone, xs[n >> 1] ?? gone, xs[n % 2] ?? gone, xs[-n & mask] ?? gone);
  return out.join();
}
console.log(least([1, 2, 3, 4, 5], 2), least([1], 9), least([1, 2, 3, 4, 5, 6], 5), least([1], -1));
