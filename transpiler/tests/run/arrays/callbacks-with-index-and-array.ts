// Callbacks get the item, its index and the array; a function with optional parameters gets them too.
const xs = [10, 20, 30];
console.log(xs.map((x, i, all) => x + i + all.length).join());
console.log(xs.filter((_, i) => i !== 1).join(), xs.filter((x, i, all) => all.indexOf(x) === i).length);
xs.forEach((x, i, all) => {
  all[i] = x + 1;
});
console.log(
  xs.join(),
  xs.some((x, i) => x === i),
  xs.every((x, i, all) => all[i] === x),
);
function label(item: number, index = 100): string {
  return `${item}/${index}`;
}
console.log(xs.map(label).join());
const plain: (item: number) => string = label;
console.log(xs.map(plain).join(), plain(5));
function twice(x: number): number {
  return (x & 0xff) * 2;
}
console.log(xs.map(twice).join(), xs.filter(Boolean).length);
const table = xs.map((x) => xs.map((y) => x - y));
console.log(table.map((row) => row.join(" ")).join("|"));
console.log(
  xs.find((x, i) => i === 1 && x > 0),
  xs.findIndex((x, i, all) => i > 0 && x > (all[i - 1] ?? 0)),
);
