// Literals with methods, getters and setters: alone, in factories, in loops, seen through interfaces, spread.
interface Counter {
  readonly value: number;
  inc(by?: number): void;
  reset(): void;
}
function makeCounter(start: u8): Counter {
  let n: number = start;
  return {
    get value() {
      return n;
    },
    inc(by = 1) {
      n = (n + by) & 0xff;
    },
    reset() {
      n = start;
    },
  };
}
const [a, b] = [makeCounter(0), makeCounter(10)];
a.inc();
a.inc(5);
b.inc();
console.log(a.value, b.value);
b.reset();
console.log(a.value, b.value);
const fixed: Counter = { value: 99, inc: () => {}, reset() {} };
class Real implements Counter {
  value = 1;
  inc(): void {
    this.value = 2;
  }
  reset(): void {
    this.value = 1;
  }
}
for (const one of [a, fixed, new Real()]) {
  one.inc();
  console.log(one.value);
}
const log: string[] = [];
const thermostat = {
  degrees: 20,
  get fahrenheit(): number {
    log.push("get");
    return Math.floor((this.degrees * 9) / 5) + 32;
  },
  set fahrenheit(f: i16) {
    log.push(`set ${f}`);
    this.degrees = Math.trunc(((f - 32) * 5) / 9) + 0;
  },
  warmer(by: u8) {
    this.degrees = (this.degrees + by) & 0x7f;
    return this;
  },
  later() {
    return () => this.degrees;
  },
};
console.log(thermostat.fahrenheit, thermostat.warmer(5).warmer(5).degrees, thermostat.later()());
thermostat.fahrenheit = 50;
console.log(thermostat.degrees, log.join());
const made = ["x", "y"].map((name, i) => ({
  name,
  index: i,
  label() {
    return `${this.name}${this.index} of ${name}`;
  },
}));
console.log(made.map((one) => one.label()).join());
const shown: (() => string)[] = [];
for (let i = 0; i < 3; i++) {
  const item = {
    i,
    show() {
      return `${this.i}:${i}`;
    },
  };
  shown.push(() => item.show());
}
console.log(shown.map((f) => f()).join());
const source = {
  base: 2,
  get double() {
    return 4;
  },
};
const copy = { ...source, base: 3 };
console.log(copy.double, copy.base, Object.keys(copy).join(), JSON.stringify(source), Object.keys(thermostat).join());
const K = "computed key";
const table = {
  b: 1,
  10: "ten",
  [K]: true,
  a: 2,
  "2": "two",
  ["c"]() {
    return "method c";
  },
};
console.log(Object.keys(table).join(), table[10], table["2"], table[K], table.c(), table["a"]);
const ordered = { z: 1, 3: "c", y: 2, 1: "a" };
console.log(JSON.stringify(ordered), Object.values(ordered).join());
const queue = {
  items: [] as string[],
  push(...more: string[]): number {
    this.items.push(...more);
    return this.items.length;
  },
  async drain(): Promise<string> {
    await null;
    const all = this.items.join("+");
    this.items.length = 0;
    return all;
  },
  *each() {
    for (const item of this.items) yield item.length;
  },
};
console.log(queue.push("a", "bb"), [...queue.each()].join());
console.log(await queue.drain(), queue.items.length);
export {};
