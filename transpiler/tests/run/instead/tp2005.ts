function isGiven(value: string | number | null): boolean {
  return value !== null && value !== "" && value !== 0;
}
console.log(isGiven("a"), isGiven(0), isGiven(null));
