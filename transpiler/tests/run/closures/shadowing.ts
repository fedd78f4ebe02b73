// Inner blocks and functions have variables of their own under the same name.
const x = 1;
{
  const x = 2;
  console.log(x);
  {
    const x = 3;
    console.log(x);
  }
  console.log(x);
}
console.log(x);
function f(x: number): number {
  if (x > 0) {
    const x = 50;
    return g() + x;
  }
  return x;
  function g(): number {
    return x;
  }
}
console.log(f(5), f(-5));
for (let i = 0; i < 1; i++) {
  const i = "inner";
  console.log(i);
}
let list = "outer";
[1, 2].forEach((n) => {
  const list = n * 2;
  console.log(list);
});
list += "!";
console.log(list);
try {
  throw new Error("inner");
} catch (list) {
  console.log((list as Error).message);
}
console.log(list);
