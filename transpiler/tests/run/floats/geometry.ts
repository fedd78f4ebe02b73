// Square roots, lengths and interpolation in binary32.
type Point = { x: float; y: float };
const f = Math.fround;
const point = (x: float, y: float): Point => ({ x, y });
const distance = (a: Point, b: Point): float => {
  const dx: float = f(a.x - b.x);
  const dy: float = f(a.y - b.y);
  return f(Math.sqrt(f(f(dx * dx) + f(dy * dy))));
};
console.log(
  distance(point(0, 0), point(3, 4)).toFixed(1),
  distance(point(1, 1), point(2, 2)).toFixed(4),
  distance(point(-1, 0), point(-1, 0)).toFixed(2),
);
const lerp = (a: float, b: float, t: float): float => f(a + f(f(b - a) * t));
for (const t of [0, 1, 2, 3, 4]) console.log(lerp(f(10), f(20), f(f(t) / f(4))).toFixed(2));
const path = [point(0, 0), point(0, 2), point(1.5, 2), point(1.5, 0)];
let length: float = f(0);
for (let i = 1; i < path.length; i++) length = f(length + distance(path[i - 1], path[i]));
console.log(length.toFixed(2), Math.round(length));
const newton = (x: float): float => {
  let guess: float = f(1);
  for (let i = 0; i < 12; i++) guess = f(f(guess + f(x / guess)) / f(2));
  return guess;
};
console.log(newton(f(2)).toFixed(5), newton(f(9)).toFixed(3), newton(f(0.25)).toFixed(3));
