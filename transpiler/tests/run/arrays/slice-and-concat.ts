// slice and concat copy; the items are shared.
const xs = [1, 2, 3, 4, 5];
console.log(xs.slice(1, 3).join(), xs.slice(-2).join(), xs.slice(2).join(), xs.slice().length);
console.log(xs.slice(3, 1).length, xs.slice(99).length, xs.slice(-99, 2).join(), xs.slice(0, -1).join());
const copy = xs.slice();
copy.push(6);
console.log(xs.length, copy.length, copy !== xs);
const both = xs.concat([6, 7]);
console.log(both.join(), xs.length, xs.concat([]).length, [...xs, ...both].length);
const box = { n: 1 };
const boxes = [box];
const more = boxes.concat(boxes);
more[1].n = 5;
console.log(box.n, more[0] === more[1], more.length);
const spread = [0, ...xs.slice(0, 2), 9];
console.log(spread.join());
