// What a call that is the only one gives to a function: in order, once, and whatever the function does with it.
const said: string[] = [];
function loud(text: string): string {
  said.push(text);
  return text;
}
loud("a value");

class Place {
  at = 1;
  name = "place";

  move(by: number, other: Place): string {
    // Evaluated in order, before the body runs.
    this.arrive(loud("first"), loud("second"), loud("third"));
    // The field changes within the body; the argument does not.
    this.rename(this.name, this.at);
    let steps = by;
    this.walk(steps);
    steps = 9;
    const kept = this.twice(steps);
    this.ignore(loud("ignored"), this.next());
    this.other(other);
    return `${kept} ${steps} ${this.plain(7, "seven", true, null)} ${this.preset("given")} ${this.assigned("a")}`;
  }

  private arrive(a: string, b: string, c: string): void {
    said.push(`${c}${b}${a}`);
  }

  private rename(name: string, at: number): void {
    this.name = `new ${name}`;
    this.at = 5;
    said.push(`${name} ${at} ${this.name} ${this.at}`);
  }

  private walk(steps: number): void {
    while (steps > 0) {
      said.push(`step ${steps}`);
      steps--;
    }
  }

  private twice(n: number): number {
    n = (n & 0xf) * 2;
    return n;
  }

  private ignore(_one: string, _two: number): void {
    said.push("ignores");
  }

  next(): number {
    this.at = (this.at + 1) & 7;
    said.push(`next ${this.at}`);
    return this.at;
  }

  private other(place: Place): void {
    place.at = 3;
    said.push(`other ${this.at} ${place.at}`);
  }

  private plain(n: number, text: string, isTrue: boolean, none: string | null): string {
    return `${n}${text}${text.length}${isTrue}${none === null ? "-" : none}`;
  }

  private preset(text: string, more = "more", n = 3): string {
    return `${text} ${more} ${n}`;
  }

  private assigned(text: string): string {
    if (text === "a") text = "b";
    return text;
  }
}

const place = new Place();
console.log(place.move(2, place));
console.log(place.move(2, new Place()));

/** What is given is read after what the body writes. */
class Box {
  text = "old";
  swap(): string {
    const before = this.text;
    this.put(before);
    return before;
  }
  private put(text: string): void {
    this.text = "new";
    said.push(`${text} ${this.text}`);
  }
  /** The first argument is a field that the second changes. */
  pair(): void {
    this.both(this.text, this.change());
  }
  private both(a: string, b: string): void {
    said.push(`${a} ${b}`);
  }
  change(): string {
    this.text = `${this.text.slice(0, 3)}+`;
    return this.text;
  }
  /** What is compared is read first. */
  compare(): boolean {
    return this.text === this.changed();
  }
  private changed(): string {
    this.text = "changed";
    return this.text;
  }
}
const box = new Box();
console.log(box.swap(), box.change());
box.pair();
console.log(box.compare(), box.compare());

let total = 1;
function add(n: number): number {
  total = (total + n) & 0xff;
  return total;
}
function sums(): string {
  // A name at the top, which the body changes, is read before it.
  return `${total + added()} ${total}`;
}
function added(): number {
  add(3);
  add(4);
  return total & 0xff;
}
console.log(sums());
console.log(said.join("\n"));
