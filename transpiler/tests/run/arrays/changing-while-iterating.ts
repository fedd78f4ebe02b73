// for…of and forEach over an array that grows or shrinks under them.
const xs = [1, 2, 3];
const seen: number[] = [];
for (const x of xs) {
  seen.push(x);
  if (x < 3) xs.push(x + 10);
}
console.log(seen.join(), xs.length);
const ys = [1, 2, 3, 4];
const kept: number[] = [];
for (const y of ys) {
  kept.push(y);
  if (y === 2) ys.shift();
}
console.log(kept.join(), ys.join());
const zs = ["a", "b"];
let visits = 0;
zs.forEach(() => {
  visits++;
  if (visits < 5) zs.push("c");
});
console.log(visits, zs.length);
const list = [3, 1, 2];
for (let i = 0; i < list.length; i++) if (list[i] < 3) list.splice(i--, 1);
console.log(list.join());
