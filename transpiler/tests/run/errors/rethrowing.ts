// An error goes up until it is caught; what is thrown again is the same object.
const log: string[] = [];
function bottom(): void {
  log.push("bottom");
  throw new Error("deep");
}
function middle(): void {
  try {
    bottom();
  } catch (error) {
    log.push("middle");
    throw error;
  } finally {
    log.push("middle finally");
  }
}
function top(): string {
  try {
    middle();
    return "never";
  } catch (error) {
    log.push("top");
    const message = error instanceof Error ? error.message : "?";
    try {
      throw new Error(`wrapped ${message}`);
    } catch (inner) {
      return inner instanceof Error ? inner.message : "?";
    }
  }
}
console.log(top(), log.join(" > "));
function untouched(): number {
  try {
    return 1;
  } catch {
    return 2;
  }
}
console.log(untouched());
