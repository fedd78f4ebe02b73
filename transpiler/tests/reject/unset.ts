const readers: (() => string)[] = [];
for (const n of [1, 2, 3]) {
  let text!: string; //! TP2020: Functions made in this loop may read text before it has a value.
  readers.push(() => text);
  if (n > 1) text = "more";
}
console.log(readers.length);
