const NAMES = new Set<string>();
for (let i = 0; i < 501; i++) NAMES.add(`n${i}`);
const name = "n7";
console.log(NAMES.has(name), NAMES.has("other"));
