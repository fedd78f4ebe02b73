// `x++` within an expression: the place is read before the step, whatever else the statement reads or calls.

class Cursor {
  at = 0;
  other = 10;
  readonly seen: number[] = [];

  step(): number {
    return this.at++;
  }

  stepTwice(): number {
    return this.at++ * 100 + this.at++;
  }

  fill(buffer: Uint8Array): void {
    buffer[this.at++] = 7;
    buffer[this.at++] = this.at;
    buffer[this.at] = this.at++;
    buffer[this.at++ & 7] = this.step();
  }

  note(): void {
    this.seen[this.at++ & 0] = this.peek();
  }

  peek(): number {
    return this.at;
  }
}

const cursor = new Cursor();
const buffer = new Uint8Array(8);
cursor.fill(buffer);
console.log([...buffer].join(), cursor.at);
cursor.note();
console.log(cursor.seen.join(), cursor.at, cursor.stepTwice(), cursor.at);

let i = 0;
const xs = [10, 20, 30, 40];
xs[i++] = i;
xs[i++] = xs[i];
xs[i] = i++;
console.log(xs.join(), i);

function next(): number {
  i++;
  return i;
}
xs[i-- & 3] = next();
console.log(xs.join(), i);
const pair = [i++, i, i++, next(), i];
console.log(pair.join());

function local(): string {
  let n = 0;
  const out: string[] = [];
  out.push(`${n++}`, `${n}`);
  out.push(`${n++}${n++}`);
  const get = (): number => n;
  out.push(`${n++}${get()}`);
  out[n++ & 1] = `${get()}`;
  return out.join();
}
console.log(local());

function caught(): string {
  let n = 0;
  const fail = (): number => {
    throw new Error("no");
  };
  const parts = [1, 2, 3];
  try {
    parts[n++] = fail();
  } catch {
    return `${n} ${parts.join()}`;
  }
  return "?";
}
console.log(caught());

const twice = { n: 1 };
const alias = twice;
const words = ["a", "b", "c", "d"];
words[twice.n++] = `${alias.n}`;
words[twice.n++] += alias.n;
console.log(words.join(), twice.n);
twice.n = (twice.n + alias.n++) & 0xff;
console.log(twice.n);
twice.n = (twice.n - alias.n--) & 0xff;
console.log(twice.n);
