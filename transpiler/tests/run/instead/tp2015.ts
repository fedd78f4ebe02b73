function kindOf(value: string | number): string {
  return typeof value === "string" ? "a text" : "a number";
}
console.log(kindOf("a"), kindOf(1));
