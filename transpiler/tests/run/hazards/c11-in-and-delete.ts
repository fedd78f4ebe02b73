// `in` and delete on dictionaries; a key that was never there, one that every JavaScript object inherits.
const stock: Record<string, number> = { bolt: 3, nut: 0 };
console.log("bolt" in stock, "nut" in stock, "nail" in stock, Object.keys(stock).length);
console.log(delete stock.bolt, "bolt" in stock, delete stock.never, Object.keys(stock).join());
stock.bolt = 1;
console.log(Object.keys(stock).join(), JSON.stringify(stock));
const drop = (key: string): boolean => {
  if (!(key in stock)) return false;
  delete stock[key];
  return true;
};
console.log(drop("nut"), drop("nut"), drop("bolt"), Object.keys(stock).length);
interface Circle {
  radius: number;
}
interface Box {
  width: number;
  height: number;
}
const area = (shape: Circle | Box): number =>
  "radius" in shape ? 3 * shape.radius * shape.radius : shape.width * shape.height;
console.log(area({ radius: 2 }), area({ width: 3, height: 4 }));
const words: Record<string, number> = {};
for (const w of "the constructor of the toString".split(" ")) words[w] = (Object.hasOwn(words, w) ? words[w] : 0) + 1;
console.log(JSON.stringify(words));
