// The rest of an instance: its methods and accessors are no keys of it.
class Box {
  readonly width = 1;
  readonly height = 2;
}
const { width, ...others } = new Box(); //! TP1013
console.log(width, others.height);
