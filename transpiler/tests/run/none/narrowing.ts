// Guards narrow: the value is used as its type after a test.
function length(text: string | undefined): number {
  if (text === undefined) return -1;
  return text.length;
}
function describe(value: number | null): string {
  if (value === null) return "null";
  if (value === 0) return "zero";
  return value > 0 ? "plus" : "minus";
}
console.log(length(undefined), length(""), length("abc"));
console.log(describe(null), describe(0), describe(4), describe(-4));
interface Link {
  up: Link | null;
  name: string;
}
const root: Link = { up: null, name: "root" };
const leaf: Link = { up: { up: root, name: "branch" }, name: "leaf" };
function path(link: Link): string {
  let out = link.name;
  let at = link.up;
  while (at !== null) {
    out = `${at.name}/${out}`;
    at = at.up;
  }
  return out;
}
console.log(path(root), path(leaf), leaf.up!.up === root, leaf.up!.name);
const flag: boolean | undefined = [true].pop();
console.log(flag === true, flag !== undefined && flag, flag ? 1 : 0);
