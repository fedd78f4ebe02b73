// A method read as a value loses its this.
class Counter {
  count = 0;
  next(): number {
    return ++this.count;
  }
}
const counter = new Counter();
const next = counter.next; //! TP1006: next
console.log(next());
