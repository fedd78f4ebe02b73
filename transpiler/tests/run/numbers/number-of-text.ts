// Number(), +text and parseInt: what is no number is NaN, which a test takes out.
function show(text: string): string {
  const n = Number(text);
  if (Number.isNaN(n)) return "NaN";
  return `${n % 1000}`;
}
for (const text of [
  "12",
  "",
  "  7 ",
  "abc",
  "0x1f",
  "0b101",
  "0o17",
  "1e3",
  "1.0",
  "+5",
  "-8",
  "12px",
  "1_000",
  ".",
  "e5",
  "5e",
  "0x",
  "0xg",
  "1 2",
  "\n9\t",
  "--1",
  "2.50e1",
]) {
  console.log(`[${text.trim()}]`, show(text));
}
const sum = ["1", "2", "x", "4"].map((part) => (Number(part) || 0) & 0xff).reduce((a, b) => (a + b) & 0xff, 0);
console.log(sum, Number("5") | 0, Number("nope") | 0, ~~Number("9"), Number("x") >>> 0);
const value = +"42";
console.log(isNaN(value) ? "no" : (value & 0xff) * 2, isNaN(+"4 2"), +true, +false, Number(null));
const maybe = Number("17");
console.log(maybe > 5, maybe < 5, maybe === 17, maybe !== 17, !(maybe > 5));
const nothing = Number("seventeen");
console.log(
  nothing > 5,
  nothing < 5,
  nothing === 17,
  nothing !== 17,
  !(nothing > 5),
  nothing === nothing,
  nothing !== nothing,
);
console.log(`${nothing}`, "is " + nothing, nothing, String(nothing), nothing ? "truthy" : "falsy", JSON.stringify([1]));
