// Functions that are called at one place alone, in every place where a body may stand for a call: what they do and give
// goes where it went.
const said: string[] = [];

function note(text: string): void {
  said.push(text);
}

class Counter {
  count = 0;
  last = "";
  private readonly names: string[] = [];

  run(name: string): string {
    this.begin(name);
    this.last = this.label(name);
    const isLong = this.isLong(name);
    if (isLong) this.shorten();
    else this.keep(name);
    if (this.isFirst(name)) note("the first");
    if (!this.isKnown(name)) return "unknown";
    return this.told(name);
  }

  private begin(name: string): void {
    this.count = (this.count + 1) & 0xff;
    note(`begin ${name}`);
  }

  private label(name: string): string {
    const upper = name.toUpperCase();
    return `<${upper}>`;
  }

  private isLong(name: string): boolean {
    if (name.length > 5) return true;
    note("short");
    return false;
  }

  private shorten(): void {
    this.last = this.last.slice(0, 4);
  }

  private keep(name: string): void {
    if (name === "") return;
    this.names.push(name);
    note(`kept ${this.names.length}`);
  }

  private isFirst(name: string): boolean {
    return this.names.indexOf(name) === 0;
  }

  private isKnown(name: string): boolean {
    for (const each of this.names) if (each === name) return true;
    return false;
  }

  private told(name: string): string {
    if (this.count > 3) return `${name} after ${this.count}`;
    return `${name} is ${this.last}`;
  }
}

const counter = new Counter();
for (const name of ["a", "bb", "longer than five", "", "bb", "a"]) console.log(counter.run(name));

function tail(n: number): void {
  if (n > 2) finish(n);
  else note("small");
}
function finish(n: number): void {
  for (let i = 0; i < n; i++) {
    if (i === 3) return;
    note(`finish ${i}`);
  }
  note("all");
}
tail(1);
tail(3);
tail(8);

function inLoop(words: readonly string[]): string {
  let all = "";
  for (const word of words) {
    const end = endOf(word);
    all = `${all}${end}`;
    if (all.length > 4) break;
  }
  return all;
}
function endOf(word: string): string {
  let found = "-";
  for (const letter of word) if (letter > "m") found = letter;
  return found;
}
console.log(inLoop(["abc", "xyz", "nom", "", "q", "z", "t"]));

function tried(text: string): string {
  try {
    const made = parsed(text);
    return made;
  } catch (error) {
    return String(error);
  } finally {
    note("tried");
  }
}
function parsed(text: string): string {
  if (text === "") throw new RangeError("empty");
  return `(${text})`;
}
console.log(tried("x"), tried(""));

function chosen(n: number): string {
  const word = n > 3 ? many(n) : "few";
  return n > 5 ? several(n) : word;
}
function many(n: number): string {
  note("many");
  return `many ${n}`;
}
function several(n: number): string {
  note("several");
  return `several ${n}`;
}
console.log(chosen(1), chosen(4), chosen(6));

function ignored(): string {
  valueOf_("x");
  return "done";
}
function valueOf_(text: string): string {
  note(text);
  return loud(text);
}
function loud(text: string): string {
  note("loud");
  return `${text}!`;
}
console.log(ignored());

/** Ends without a return on one way. */
function perhaps(n: number): string | undefined {
  return half(n);
}
function half(n: number): string | undefined {
  if (n % 2 === 0) return `half ${n}`;
  note("odd");
  return undefined;
}
console.log(perhaps(2) ?? "none", perhaps(3) ?? "none");
console.log(said.join("\n"));
