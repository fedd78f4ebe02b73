// Names that MicroPython uses for things of its own, and names that may become such ones on a device.
class Stream {
  readonly args = 1;
  private value = 2;
  errno = 3;
  send(keys: number): number {
    return this.value + keys;
  }
  close(): void {
    this.value++;
  }
  read(append: number, ticks_ms: number): number {
    const sleep = append + ticks_ms;
    const throwAll = (items: number): number => items + sleep + this.errno;
    return throwAll(this.args);
  }
}

class Failure extends Error {
  readonly args = "of ours";
  readonly errno = 9;
  readonly ownDetail: string;
  constructor(text: string, ownDetail: string) {
    super(text);
    this.ownDetail = ownDetail;
  }
  describe(): string {
    return `${this.message}: ${this.ownDetail} ${this.args} ${this.errno}`;
  }
}

function tryIt(deep: number): string {
  try {
    if (deep > 0) throw new Failure("no", `way ${deep}`);
    return "fine";
  } catch (error) {
    return error instanceof Failure ? error.describe() : "another";
  }
}

const freq = [1, 2, 3];
freq.push(4);
let pull = 0;
const irq = (pin: number): number => {
  pull += pin;
  return pull;
};
const stream = new Stream();
stream.close();
console.log(stream.send(4), stream.read(1, 2), irq(2), irq(3), pull, freq.join());
console.log(tryIt(0), tryIt(1));

// The same name for a parameter, a member, a variable of the module and a text.
const sameName = "sameName";
class Same {
  sameName = 1;
  set(sameName: number): number {
    const inner = (other: number): number => other + sameName + this.sameName;
    this.sameName = sameName;
    return inner(1);
  }
}
const same = new Same();
console.log(sameName, same.set(4), same.sameName, JSON.stringify({ sameName: 5 }));

function outermost(first: number, second: number): (third: number) => number {
  return (third) => {
    const innermost = (first: number): number => first * 1000 + second * 100 + third;
    return innermost(third) + first;
  };
}
console.log(outermost(1, 2)(3));
