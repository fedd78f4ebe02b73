// A block, a loop, a catch and a function have names of their own; the outer ones come back after them.
let x = 1;
{
  let x = 2;
  {
    const x = "three";
    console.log(x);
  }
  x++;
  console.log(x);
}
console.log(x);
for (let x = 10; x < 12; x++) {
  const y = x;
  {
    const x = y * 2;
    console.log(x);
  }
}
const f = (x: number): number => {
  if (x > 0) {
    const x = -1;
    return x;
  }
  return x + 0;
};
console.log(f(5), f(0), x);
try {
  const x = "inner";
  throw new Error(x);
} catch (x) {
  console.log((x as Error).message);
}
switch (x) {
  case 1: {
    const x = "case";
    console.log(x);
  }
}
const outer = "o";
function nested(outer: string): string {
  const inner = (): string => {
    const outer = "i";
    return outer;
  };
  return outer + inner();
}
console.log(nested("p"), outer, x);
