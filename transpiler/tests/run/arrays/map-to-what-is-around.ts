// map whose callback gives something that is not the item: a constant, a variable of the outside, the index.
let around = "a";
const list = [1000, 31, 255];
const same = list.map((x) => x);
console.log(list.map((x) => around).join(), list.map(() => around).join(), list.map((x, i) => i).join());
console.log(
  list
    .map((x) => around)
    .flatMap((x) => [x, x.slice(0, 0)])
    .join(),
  same === list,
  same.join(),
);
around = "b";
function within(text: string): string {
  const other = text + around;
  return (
    list.map((x) => text).join() +
    list
      .map((x) => other)
      .filter((x) => x !== text)
      .join()
  );
}
console.log(within("t"), list.map((x) => list.length).join(), list.filter((x) => around.length > 0).length);
