// The keys, values and entries of an enum's object: numbers first, as the reverse mapping has them.
enum Fruit {
  Banana = 3,
  Apple = 1,
  Cherry = "c",
  Date = -1,
}
enum Only {
  B = "b",
  A = "a",
}
console.log(Object.keys(Fruit).join(), Object.values(Fruit).join());
console.log(Object.keys(Only).join(), Object.values(Only).join());
for (const [key, value] of Object.entries(Only)) console.log(key, value);
for (const [key, value] of Object.entries(Fruit)) console.log(`${key}=${value}`);
console.log("Apple" in Fruit, "1" in Fruit, "Kiwi" in Fruit);
const isFruitName = (name: string): name is keyof typeof Fruit => name in Fruit;
console.log(isFruitName("Date"), isFruitName("Fig"));
const all = Object.values(Only);
console.log(all.length, all.includes(Only.A));
const names = Object.keys(Fruit).filter((key) => key.length > 2);
console.log(names.join());
