export default class Counter {
  private n = 0;
  static made = 0;
  constructor() {
    Counter.made += 1;
  }
  next(): number {
    this.n += 1;
    return this.n;
  }
}
