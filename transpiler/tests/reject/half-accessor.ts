// In JavaScript the subclass has no setter, or no getter.
class Base {
  get size(): number {
    return 1;
  }
  set size(value: number) {
    console.log(value);
  }
}
class OnlyGetter extends Base {
  override get size(): number { //! TP1015: without its setter
    return 2;
  }
}
class OnlySetter extends Base {
  override set size(value: number) { //! TP1015: without its getter
    console.log(value + 1);
  }
}
console.log(new OnlyGetter() === null, new OnlySetter() === null);
