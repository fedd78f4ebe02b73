// An index signature: keys come and go, integer-like ones are listed first.
const counts: { [word: string]: number } = {};
for (const word of "the cat and the dog and the bird".split(" ")) {
  counts[word] = (counts[word] ?? 0) + 1;
}
console.log(Object.keys(counts).join(), JSON.stringify(counts));
counts.cat = 9;
delete counts.the;
console.log("the" in counts, "dog" in counts, counts.dog);
counts.the = 1;
console.log(Object.keys(counts).join());
const mixed: Record<string, string> = { b: "B", 10: "ten", a: "A", 2: "two", "01": "padded" };
mixed["1"] = "one";
console.log(Object.keys(mixed).join(), JSON.stringify(mixed));
for (const key of Object.keys(mixed)) {
  if (key.length === 1) console.log(key, mixed[key]);
}
