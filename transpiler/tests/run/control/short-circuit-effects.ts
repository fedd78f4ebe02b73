//! refuse for now
// What && || ?? ?: and ?. skip: assignments, calls, increments within conditions and arguments.
let log = "";
const t = (name: string): boolean => ((log += name), true);
const f = (name: string): boolean => ((log += name), false);
const flush = (): string => {
  const out = log;
  log = "";
  return out;
};
console.log((t("a") && f("b")) || t("c"), flush());
console.log(t("a") || (f("b") && t("c")), flush());
console.log(!(f("a") || t("b")) && t("c"), flush());
console.log(f("a") ? t("b") : t("c") ? f("d") : t("e"), flush());
let i = 0;
const xs = [1, 2, 3];
if (i++ > 0 && i++ > 0) log += "never";
if (i++ > 0 || i++ > 0) log += "or";
console.log(i, flush());
const pick = (n: number): string => (n > 10 && "big") || (n > 5 && "mid") || "small";
console.log(pick(11), pick(6), pick(1));
let cache: number | null = null;
const load = (): number => ((log += "L"), 42);
const read = (): number => (cache ??= load());
console.log(read(), read(), flush());
const maybe: { list?: number[]; f?: (n: number) => number } = {};
console.log(maybe.list?.[i++], maybe.f?.(i++), i, maybe.list?.map((x) => (i++, x)).length);
maybe.list = xs;
maybe.f = (n) => n * 2;
console.log(maybe.list?.[i++ - 2], maybe.f?.(i++), i);
let a = 0;
let b = 5;
a ||= b &&= 3;
b &&= a ||= 9;
console.log(a, b);
while (xs.length > 0 && (i = xs.pop() ?? -1) !== 2) log += i;
console.log(flush(), xs.join());
const value = f("x") ? 1 : (t("y") && f("z")) || !t("w") ? 2 : 3;
console.log(value, flush());
