// What is stored through a wider name would be read through the narrower one.
const texts: string[] = ["a"];
const wide: (string | null)[] = texts; //! TP2019
wide.push(null);
const ages = new Map<string, number>();
const either: Map<string, number | boolean> = ages; //! TP2019
either.set("a", true);
const read: readonly (string | null)[] = texts;
console.log(read.length, ages.size);
