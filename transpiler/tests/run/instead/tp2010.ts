function show(n: int<0, 99>): void {
  console.log(n);
}
show(7);
