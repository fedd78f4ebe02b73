// Where a divisor may be 0, JavaScript gives Infinity or NaN: the program tests it before.
const ratio = (part: number, whole: number): string => (whole === 0 ? "-" : `${Math.round((part * 100) / whole)} %`);
console.log(ratio(1, 3), ratio(2, 3), ratio(5, 0), ratio(0, 4), ratio(0, 0));
function modulo(a: number, b: number): number | null {
  if (b === 0) return null;
  return (a % b) + 0;
}
console.log(modulo(7, 3), modulo(7, 0), modulo(-7, 3), modulo(0, 5));
const share = (total: number, names: string[]): string[] => {
  const each = names.length > 0 ? Math.floor(total / names.length) : 0;
  const rest = names.length > 0 ? total % names.length : total;
  return names.map((name, i) => `${name}:${each + (i < rest ? 1 : 0)}`);
};
console.log(share(10, ["ann", "bob", "cy"]).join(" "), share(10, []).length, share(2, ["x", "y", "z"]).join(" "));
const samples = [4, 0, -2, 0, 1];
let skipped = 0;
const inverses = samples.flatMap((s) => {
  if (s !== 0) return [Math.trunc(100 / s)];
  skipped++;
  return [];
});
console.log(inverses.join(), skipped);
for (let d = 3; d > -3; d--) console.log(d, d === 0 ? "none" : Math.floor(12 / d));
