// finally blocks without anything to do: what is left is what they would follow.
function f(n: number): number {
  try {
    console.log("in", n);
    if (n > 2) return n;
  } finally {
  }
  return 0;
}
function g(): void {
  try {
  } finally {
  }
}
function h(xs: number[]): void {
  try {
    console.log(xs.length);
  } finally {
    xs.length;
  }
}
console.log(f(1), f(3));
g();
h([1]);
try {
  console.log("top");
} finally {
}
