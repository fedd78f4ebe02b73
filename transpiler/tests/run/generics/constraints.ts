// Type parameters with a constraint: the body uses what the constraint promises, the caller keeps its own type.
interface HasId {
  readonly id: number;
}
function byId<T extends HasId>(items: readonly T[], id: number): T | undefined {
  for (const item of items) if (item.id === id) return item;
  return undefined;
}
interface User extends HasId {
  readonly name: string;
}
const users: User[] = [
  { id: 7, name: "Ada" },
  { id: 9, name: "Bob" },
];
console.log(byId(users, 9)?.name, byId(users, 8)?.name, byId([{ id: 3, tags: ["x", "y"] }], 3)?.tags.join());
class Device implements HasId {
  readonly id: number;
  private uses = 0;
  constructor(id: number) {
    this.id = id;
  }
  use(): string {
    this.uses++;
    return `${this.id}/${this.uses}`;
  }
}
const device = byId([new Device(1), new Device(2)], 2);
console.log(device?.use(), device?.use());

function largest<T extends number>(first: T, ...others: T[]): T {
  let most = first;
  for (const one of others) if (one > most) most = one;
  return most;
}
console.log(largest(3, 9, 2), largest(-5), largest(1, 2) + 1);

function label<T extends string | number>(value: T): string {
  return typeof value === "number" ? `#${value + 1}` : value.toUpperCase();
}
console.log(label(4), label("four"));

function shout<T extends string>(word: T): string {
  return `${word}!`;
}
console.log(shout("hey"), shout("a" + "b"));

interface Comparable<T> {
  compareTo(other: T): number;
}
class Version implements Comparable<Version> {
  constructor(
    readonly major: number,
    readonly minor: number,
  ) {}
  compareTo(other: Version): number {
    return this.major === other.major ? this.minor - other.minor : this.major - other.major;
  }
}
function maxOf<T extends Comparable<T>>(items: readonly [T, ...T[]]): T {
  let best = items[0];
  for (const item of items) if (item.compareTo(best) > 0) best = item;
  return best;
}
const newest = maxOf([new Version(1, 2), new Version(1, 10), new Version(0, 99)]);
console.log(`${newest.major}.${newest.minor}`);

function run<T extends () => string>(task: T): string {
  return `<${task()}>`;
}
console.log(run(() => "done"));
