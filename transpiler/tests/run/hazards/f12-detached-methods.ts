//! refuse TP1006
// A method that is read without being called would lose its this: refused.
class Counter {
  n = 1;
  get(): number {
    return this.n;
  }
}
const counter = new Counter();
const get = counter.get;
console.log(get === get, [1, 2].map(counter.get).length);
