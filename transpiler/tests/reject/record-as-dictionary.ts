// A value with declared properties becomes one with computed keys.
interface Point {
  x: number;
  y: number;
}
type Table = Record<string, number>;
const show = (table: Table): void => console.log(table["x"]);
const point = { x: 1, y: 2 };
show(point); //! TP2007
const made: Point = { x: 1, y: 2 };
console.log(made.x);
