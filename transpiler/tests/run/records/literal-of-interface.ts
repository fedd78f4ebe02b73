// A literal takes its interface's type; fields read and written by name.
interface Point {
  x: number;
  y: number;
}
interface Labelled {
  readonly label: string;
  at: Point;
  visible: boolean;
}
const origin: Point = { x: 0, y: 0 };
const item: Labelled = { label: "start", at: { x: 3, y: -4 }, visible: true };
console.log(origin.x, origin.y, item.label, item.at.x, item.at.y, item.visible);
item.at.x += 10;
item.visible = !item.visible;
origin.y = item.at.x;
console.log(item.at.x, item.visible, origin.y);
item.at = origin;
item.at.x = 77;
console.log(origin.x, item.at === origin, item.at.y === origin.y);
const x = 5;
const y = 6;
const short: Point = { x, y };
console.log(short.x, short.y, JSON.stringify(short), JSON.stringify(item));
