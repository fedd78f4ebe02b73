function inner(n: number): string {
  if (n > 1) return "many";
  return "one";
}
function outer(n: number): string {
  if (n > 0) return inner(n);
  return "none";
}
console.log(outer(2));
