function lengthOf(value: unknown): number {
  return typeof value === "string" ? value.length : 0;
}
console.log(lengthOf("abc"), lengthOf(1));
