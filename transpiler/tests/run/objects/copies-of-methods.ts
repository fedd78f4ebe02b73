//! refuse TP1001
// A copy of an object that may be an instance: its methods are not its own in JavaScript, and work on another `this`.
interface Sized {
  size(): number;
}
class Box implements Sized {
  private readonly n = 1;
  size(): number {
    return this.n;
  }
}
const literal = { size: () => 2 };
const things: Sized[] = [new Box(), literal];
const copy = { ...literal };
console.log(copy.size(), things.length);
