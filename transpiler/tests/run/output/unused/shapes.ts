// What nobody asks for is not emitted; what it did when it was made still happens.
export const LIMIT = 3;
export const UNUSED = ["never", "read"];

function trace(text: string): string {
  console.log("trace", text);
  return text;
}

export const kept = trace("module");
export const alsoUnused = trace("unused, but it says so");

export class Counter {
  count = 0;
  readonly label = trace("label");
  readonly unread = trace("unread");
  private silent = 1;
  static made = 0;
  static readonly names: string[] = [trace("static")];

  constructor(private readonly step: number) {
    Counter.made += 1;
    this.silent += step;
  }

  add(): this {
    this.count += this.step;
    return this;
  }

  unused(): number {
    return this.count;
  }

  get half(): number {
    return this.count >> 1;
  }

  get never(): number {
    console.log("never");
    return 0;
  }

  set twice(value: number) {
    this.count = (value & 0xff) * 2;
  }
}

export class Never extends Counter {
  override add(): this {
    console.log("never");
    return this;
  }
}

interface Named {
  readonly name: string;
}

export class Dog implements Named {
  constructor(readonly name: string) {}
}

export function nameOf(named: Named): string {
  return named.name;
}

export let hits = 0;
export function hit(): void {
  hits += 1;
}
export let misses = 0;
export function miss(): void {
  misses += 1;
}
