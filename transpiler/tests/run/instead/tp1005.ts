const first = [1, 2];
const all = first.concat([3, 4]);
console.log(all.join());
