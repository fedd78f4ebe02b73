// Each turn has its own variable, which functions of the turn share while it is without a value.
const readers: (() => string)[] = [];
for (const n of [1, 2]) {
  let label: string;
  if (n % 2 === 0) label = "even";
  else label = "odd";
  readers.push(() => label);
  label += "!";
}
console.log(readers.map((read) => read()).join(" "));

for (const n of [1, 2, 3]) {
  let text!: string;
  const read = () => text; //! stops
  if (n < 3) text = `turn ${n}`;
  console.log(read());
  text = "later";
}
