// What @native takes is the whole language but for three things: objects, texts, errors, generators, promises among it.

interface Reading {
  readonly name: string;
  value: number;
}

/** @native */
function total(readings: readonly Reading[]): number {
  let sum = 0;
  for (const { value } of readings) sum += value & 0xffff;
  return sum;
}

/** @native */
function described(reading: Reading, unit = "mV"): string {
  return `${reading.name}: ${reading.value} ${unit}`;
}

/** @native */
function* evens(limit: number): Generator<number> {
  for (let i = 0; i < limit; i += 2) yield i;
}

class Meter {
  private readonly readings: Reading[] = [];

  /** @native */
  add(name: string, value: number): this {
    if (value < 0) throw new RangeError(`${name} is negative`);
    this.readings.push({ name, value });
    return this;
  }

  /** @native */
  get count(): number {
    return this.readings.length;
  }

  /** @native */
  static of(...values: readonly number[]): Meter {
    const meter = new Meter();
    values.forEach((value, i) => meter.add(`m${i}`, value));
    return meter;
  }

  sum(): number {
    return total(this.readings);
  }
}

/** @native */
const attempted = (work: () => void): string => {
  try {
    work();
    return "done";
  } catch (error) {
    return error instanceof RangeError ? error.message : "other";
  } finally {
    console.log("attempted");
  }
};

/** @native */
async function later(x: number): Promise<number> {
  await null;
  return x + 1;
}

const meter = Meter.of(3, 4, 5);
console.log(meter.count, meter.sum(), total([]));
console.log(described({ name: "a", value: 7 }), described({ name: "b", value: -7 }, "V"));
console.log([...evens(7)].join());
console.log(
  attempted(() => void meter.add("x", 1)),
  attempted(() => void meter.add("y", -1)),
);
void later(4).then((x) => console.log("later", x));
