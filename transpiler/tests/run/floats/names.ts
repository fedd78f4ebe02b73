// Names that are functions of Python or its math module, and a Math of the program's own.
const float = 3,
  int = 4,
  floor = 5,
  ldexp = 6,
  sqrt = 7;
const f = Math.fround;
const x = f(float);
const n = [1, 2, 3].length;
console.log(
  f(n).toFixed(1),
  x.toFixed(2),
  f(Math.PI).toFixed(4),
  f(Math.sqrt(x)).toFixed(3),
  Math.floor(f(x / int)),
  floor,
  ldexp,
  sqrt,
);
const inner = () => {
  const Math = { fround: (v: number): number => v + 1 };
  return Math.fround(4);
};
console.log(inner());
function over(math: number, float: number): number {
  return Math.round(f(f(float) / f(math)));
}
console.log(over(2, 7));
