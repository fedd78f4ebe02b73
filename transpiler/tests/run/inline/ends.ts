// How functions end that are called at one place alone: by returns on some ways, on all, on none; in front of what follows.
const said: string[] = [];

class Ends {
  state = "";
  run(n: number): string {
    let word: string | undefined = "before";
    word = this.early(n);
    const none = this.sometimes(n);
    const nested = this.nested(n);
    this.guard(n);
    this.state = this.either(n);
    return `${word} ${none ?? "none"} ${nested} ${this.state}`;
  }
  private early(n: number): string {
    if (n === 0) return "zero";
    said.push("not zero");
    if (n === 1) {
      said.push("one");
      return "one";
    }
    if (n > 4) throw new RangeError("too large");
    return "more";
  }
  private sometimes(n: number): string | undefined {
    if (n === 2) return "two";
    said.push("sometimes");
    return undefined;
  }
  private nested(n: number): string {
    if (n > 1) {
      if (n === 2) return "two";
      else if (n === 3) said.push("three");
      else return "four";
    } else if (n === 0) said.push("zero");
    else return "one";
    said.push("after");
    return "other";
  }
  private guard(n: number): void {
    if (n < 2) return;
    said.push("guarded");
    if (n === 3) return;
    said.push("guarded more");
  }
  private either(n: number): string {
    if (n % 2 === 0) return "even";
    else return "odd";
  }
}
const ends = new Ends();
for (let n = 0; n <= 5; n++) {
  try {
    console.log(ends.run(n));
  } catch (error) {
    console.log(String(error), ends.state);
  }
}

/** The variable has a value already, and in each turn that of the turn before. */
function turns(): string {
  let all = "";
  let found: string | undefined = "start";
  for (let n = 0; n < 5; n++) {
    all = `${all}${found ?? "-"},`;
    found = oddOne(n);
  }
  return all;
}
function oddOne(n: number): string | undefined {
  if ((n & 1) === 1) return `odd ${n}`;
  if (n === 4) said.push("four");
  return;
}
console.log(turns());

function last(n: number): string | undefined {
  if (n === 1) return toldLast(n);
  said.push("not one");
  return "other";
}
function toldLast(n: number): string | undefined {
  said.push(`told ${n}`);
  return;
}
console.log(last(1) ?? "nothing", last(2) ?? "nothing");
console.log(said.join("\n"));
