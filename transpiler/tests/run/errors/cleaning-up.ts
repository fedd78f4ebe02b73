// Resources are released in the reverse order, whatever happens.
const log: string[] = [];
function using(name: string, body: () => void): void {
  log.push(`open ${name}`);
  try {
    body();
  } finally {
    log.push(`close ${name}`);
  }
}
function run(fails: boolean): string {
  log.length = 0;
  try {
    using("a", () => {
      using("b", () => {
        log.push("work");
        if (fails) throw new Error("broken");
      });
      log.push("after b");
    });
  } catch (error) {
    log.push((error as Error).message);
  }
  return log.join(", ");
}
console.log(run(false));
console.log(run(true));
let locked = false;
function guarded(n: number): number {
  if (locked) throw new Error("locked");
  locked = true;
  try {
    return n > 0 ? n : guarded(1);
  } finally {
    locked = false;
  }
}
console.log(guarded(5));
try {
  guarded(0);
} catch (error) {
  console.log((error as Error).message, locked);
}
