// Records, arrays of them and dictionaries with keys made at run time.
interface Entry {
  id: number;
  tags: string[];
  note?: string;
  next: Entry | null;
}
const last: Entry = { id: 2, tags: [], next: null };
const first: Entry = { id: 1, tags: ["a", "b"], note: "first", next: last };
console.log(JSON.stringify(first));
last.note = "late";
console.log(JSON.stringify(first), JSON.stringify([last, last]));
const byName: { [name: string]: Entry } = {};
byName.one = first;
byName["the second"] = last;
console.log(JSON.stringify(byName), Object.keys(byName).join());
const numbers: Record<string, number> = { b: 2 };
for (const k of ["z", "7", "a", "1"]) numbers[k] = k.length;
console.log(JSON.stringify(numbers));
delete numbers.z;
numbers.z = 9;
console.log(JSON.stringify(numbers), JSON.stringify({ numbers, list: [numbers] }));
