// The variable of a catch is its own: the outer one stays, closures keep it, each catch has another.
let e = "out";
const kept: (() => string)[] = [];
for (const text of ["x", "y"]) {
  try {
    throw new Error(text);
  } catch (e) {
    kept.push(() => (e as Error).message);
  }
}
console.log(e, kept.map((k) => k()).join());
function nested(): string {
  try {
    throw new Error("first");
  } catch (e) {
    try {
      throw new Error("second");
    } catch (e) {
      return (e as Error).message + nestedMessage(e);
    } finally {
      console.log((e as Error).message);
    }
  }
}
const nestedMessage = (e: unknown): string => (e instanceof Error ? `:${e.message.length}` : "");
console.log(nested());
try {
  throw new Error("assigned");
} catch (e) {
  e = new Error("changed");
  console.log((e as Error).message);
}
try {
  throw new TypeError("no variable");
} catch {
  e += "!";
}
console.log(e);
try {
  throw new Error("destructured");
} catch (error) {
  const { message, name } = error as Error;
  console.log(name, message);
}
