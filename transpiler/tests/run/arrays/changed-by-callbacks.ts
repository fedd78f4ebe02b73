// What a callback adds is not visited; what it removes is skipped.
const grown = [1, 2, 3];
grown.forEach((x) => {
  if (grown.length < 8) grown.push((x * 10) % 1000);
});
console.log(grown.join());
const shrunk = [1, 2, 3, 4, 5, 6];
const seen: number[] = [];
shrunk.forEach((x) => {
  seen.push(x);
  shrunk.pop();
});
console.log(seen.join(), shrunk.join());
const filtered = [1, 2, 3, 4].filter((x, i, all) => {
  if (i === 0) all.push(9);
  return x % 2 === 0;
});
console.log(filtered.join());
const replaced = [1, 2, 3].map((x, i, all) => {
  if (i + 1 < all.length) all[i + 1] = (x * 10) % 1000;
  return x;
});
console.log(replaced.join());
const queue = [1, 2, 3, 4, 5];
const sum = queue.reduce((total, x) => {
  queue.shift();
  return (total + x) & 0xffff;
}, 0);
console.log(sum, queue.join());
const list = [3, 1, 2];
console.log(
  list.some((x) => {
    list.length = 0;
    return x === 1;
  }),
  list.length,
);
