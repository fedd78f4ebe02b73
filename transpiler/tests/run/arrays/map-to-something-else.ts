// What a callback gives that has nothing to do with the item.
let word = "nothing";
const all = [1000, 2000].map(() => word);
word = "later";
console.log(all.join(), [1, 2].map((x) => word).join(), [3, 4].map((x) => x).join());
const fill = (value: string): string[] => [1, 2, 3].map(() => value).filter(() => value !== "");
console.log(fill("a").join(), fill("").length);
