class Box {
  private n = 1;
  get size(): number {
    return this.n;
  }
  set size(value: number) {
    this.n = value;
  }
}
class Loud extends Box {
  override get size(): number {
    return super.size;
  }
  override set size(value: number) {
    console.log("size");
    super.size = value;
  }
}
const box = new Loud();
box.size = 3;
console.log(box.size);
