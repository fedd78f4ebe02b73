// A computed key of a value with declared properties.
interface Point {
  x: number;
  y: number;
}
const point: Point = { x: 1, y: 2 };
const axis: "x" | "y" = point.x > 0 ? "x" : "y";
console.log(point[axis]); //! TP4001: element access
