// null and undefined print as words, in console.log, templates and concatenation.
const nothing: string | null = null;
const missing: number | undefined = undefined;
function maybe(yes: boolean): boolean | null {
  return yes ? true : null;
}
console.log(nothing, missing, maybe(true), maybe(false));
console.log(`${nothing} ${missing} ${maybe(false)}`);
console.log("a" + nothing + "b" + missing);
console.log(null, undefined, `${null}`, `${undefined}`);
const list: (number | undefined)[] = [1, undefined, 3];
for (const item of list) console.log(item, item === undefined, item ?? "gap");
const names: (string | null)[] = ["x", null, ""];
for (const n of names) console.log(n, n === null, n ? "text" : "empty or null");
console.log(list.join("-"), names.join("-"), list.length);
console.log(list.indexOf(undefined), names.includes(null), names.indexOf(null));
