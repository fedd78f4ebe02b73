const WORDS: readonly string[] = ["none", "one", "two"];

export class Counter {
  private readonly names: string[] = [];

  add(name: string): void {
    this.names.push(name);
  }

  shown(): string {
    return `${WORDS[this.names.length] ?? "many"}: ${this.names.join()}`;
  }
}

export function counter(): Counter {
  return new Counter();
}
