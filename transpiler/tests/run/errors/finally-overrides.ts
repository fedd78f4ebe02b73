// A return in finally wins; an error in catch passes through finally.
const log: string[] = [];
function wins(): string {
  try {
    throw new Error("lost");
  } finally {
    return "finally";
  }
}
console.log(wins());
function passes(): void {
  try {
    throw new Error("first");
  } catch {
    log.push("catch");
    throw new Error("second");
  } finally {
    log.push("finally");
  }
}
try {
  passes();
} catch (error) {
  console.log((error as Error).message, log.join());
}
function replaces(): void {
  try {
    throw new Error("old");
  } finally {
    throw new Error("new");
  }
}
try {
  replaces();
} catch (error) {
  console.log((error as Error).message);
}
function loops(): number {
  let n = 0;
  while (true) {
    try {
      n++;
      if (n < 3) throw new Error("again");
      return n;
    } catch {
      continue;
    } finally {
      log.push(`turn ${n}`);
    }
  }
}
console.log(loops(), log.join());
