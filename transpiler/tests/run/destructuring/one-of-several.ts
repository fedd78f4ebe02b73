// Patterns over what may be one of several tuples and arrays: what one of them lacks is undefined.
const rule = (t: string): ["error" | "warning", string] | null =>
  t.length > 3 ? ["error", `too long: ${t.length}`] : null;
for (const t of ["abc", "abcd"]) {
  const [severity, message] = rule(t) ?? [];
  if (severity && message) console.log(severity, message);
  else console.log("none", severity ?? "-", message === undefined);
  const [a = "warning", b = "fine"] = rule(t) ?? [];
  console.log(a, b.length);
}
const sized = (n: number): [number, string, boolean] | [number] => (n > 1 ? [n, "many", true] : [n]);
for (const n of [1, 2]) {
  const [count, word, flag] = sized(n);
  console.log(count + 1, word ?? "one", flag ?? "no flag");
}
const split = (text: string): [string, string] | string[] => (text.includes("=") ? text.split("=") : [text, ""]);
const [key, value = "?"] = split("a=1");
console.log(key, value);
const either = (n: number): [number, number] | Uint8Array => (n > 0 ? [n, -n] : Uint8Array.of(7, 8, 9));
let p = 0;
let q = 0;
[p, q] = either(5);
console.log(p, q);
[p, q] = either(0);
console.log(p, q);
