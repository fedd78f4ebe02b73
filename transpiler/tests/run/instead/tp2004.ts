function isBefore(a: boolean, b: boolean): boolean {
  return !a && b;
}
console.log(isBefore(false, true));
