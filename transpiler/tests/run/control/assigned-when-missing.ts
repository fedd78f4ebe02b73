// ??= and ||= of what is not there yet: elements of arrays, keys of dictionaries.
const byLength: Record<string, string[]> = {};
for (const word of ["it", "was", "of"]) (byLength[`len${word.length}`] ??= []).push(word);
for (const k in byLength) console.log(k, byLength[k]!.join());
const xs: number[] = [1];
xs[1] ??= 5;
xs[0] ??= 7;
xs[0] ||= 3;
console.log(xs.join());
const n: Record<string, number> = {};
n.a ||= 4;
n.a &&= 9;
n["b"] ??= 1;
console.log(n.a, n.b, (n.c ??= 2));
