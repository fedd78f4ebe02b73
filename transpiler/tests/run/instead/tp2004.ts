function isOne(value: string | number): boolean {
  return typeof value === "number" && value === 1;
}
console.log(isOne(1), isOne("1"));
