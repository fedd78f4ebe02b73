class Counter {
  private n = 0;
  next(): number {
    return ++this.n;
  }
}
const counter = new Counter();
const next = () => counter.next();
console.log(next(), next());
