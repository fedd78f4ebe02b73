// Reading outside an array whose elements may be undefined gives undefined, also below zero.
const slots: (string | undefined)[] = ["a", undefined, "c"];
for (const i of [-1, 0, 1, 2, 3, 100]) {
  const slot = slots[i];
  console.log(i, slot, slot === undefined, slot?.length ?? "no length");
}
let at = 0;
while (slots[at] !== undefined) at++;
console.log(at);
const empty: number[] = [];
console.log(empty.pop(), empty.shift(), empty.length);
const one = [5];
console.log(one.pop(), one.pop(), one.length);
const last = (list: (number | undefined)[]): number | undefined => list[list.length - 1];
console.log(last([]), last([1, 2]), last([1, undefined]));
const found = slots.find((s) => s === "z");
console.log(found, found ?? "not found");
