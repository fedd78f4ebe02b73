// The caught error's variable is the catch's own, and closures may keep it.
const error = "outer";
const readers: (() => string)[] = [];
for (const text of ["a", "b"]) {
  try {
    throw new Error(text);
  } catch (error) {
    readers.push(() => (error as Error).message);
  }
}
console.log(error, readers.map((r) => r()).join());
let e = "kept";
try {
  e = "changed";
  throw new Error("x");
} catch {
  e += " in catch";
}
console.log(e);
let last: Error | null = null;
for (let i = 0; i < 3; i++) {
  try {
    if (i !== 1) throw new Error(`turn ${i}`);
  } catch (caught) {
    if (caught instanceof Error) last = caught;
  }
}
console.log(last?.message);
