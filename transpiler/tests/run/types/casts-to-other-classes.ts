// An instance of a class beside the one that is meant.
class Shape {
  readonly kind: string = "shape";
}
class Round extends Shape {
  radius = 1;
}
class Square extends Shape {
  side = 2;
}
const shapes: Shape[] = [new Round(), new Square()];
console.log((shapes[0] as Round).radius, (shapes[1] as Square).side);
const wrong = shapes[1] as Round; //! stops
console.log(wrong.kind);
