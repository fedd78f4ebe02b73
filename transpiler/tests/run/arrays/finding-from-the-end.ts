// findLast, findLastIndex, lastIndexOf and fromIndex.
const xs = [5, 12, 8, 130, 44, 8];
console.log(
  xs.findLast((x) => x > 45),
  xs.findLastIndex((x) => x === 8),
  xs.findLast((x) => x > 999) ?? "none",
);
console.log(
  xs.findLastIndex((x) => x > 999),
  xs.lastIndexOf(8),
  xs.lastIndexOf(8, 4),
  xs.lastIndexOf(8, -2),
  xs.lastIndexOf(7),
);
console.log(xs.indexOf(8, 3), xs.indexOf(8, -1), xs.indexOf(5, 1), xs.indexOf(5, -99), xs.indexOf(5, 99));
console.log(xs.includes(5, 1), xs.includes(5, -99), xs.includes(44, -2), xs.includes(44, 5));
const words = ["a", "b", "a"];
console.log(words.lastIndexOf("a"), words.lastIndexOf("a", 1), words.lastIndexOf("a", -3), words.lastIndexOf("a", -4));
console.log(
  words.findLast((word, i) => word === "a" && i < 2),
  words.findLastIndex((_, i) => i === 1),
);
class Box {
  constructor(readonly n: number) {}
}
const boxes = [new Box(1), new Box(2), new Box(1)];
const first = boxes[0] as Box;
console.log(
  boxes.lastIndexOf(first),
  boxes.indexOf(first, 1),
  boxes.includes(new Box(1)),
  boxes.lastIndexOf(new Box(2)),
);
console.log(boxes.findLast((box) => box.n === 1) === boxes[2], boxes.find((box, i, all) => i === all.length - 1)?.n);
