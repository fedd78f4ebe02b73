// A step that continue runs too, a list that is replaced while its callbacks run, cases that change what is compared.
const os: { n: number }[] = [{ n: 0 }, { n: 0 }, { n: 0 }];
let calls = 0;
function at(i: number): { n: number } {
  calls++;
  return os[i % 3];
}
for (let i = 0; i < 6; at(i).n += 1, i++) {
  if (i % 2 === 0) continue;
  console.log(i);
}
console.log(calls, os.map((x) => x.n).join());
let ys = [1, 2, 3];
ys.forEach((y) => {
  ys = [9, 9, 9, 9];
  console.log(y);
});
let i = 1;
function f(): number {
  i = 2;
  return 5;
}
switch (i) {
  case f():
    console.log("f");
    break;
  case 2:
    console.log("two");
    break;
  case 1:
    console.log("one");
    break;
  default:
    console.log("none");
}
let k = 0;
const three: number = 3;
switch (three) {
  case 3:
  case k++:
    console.log("here", k);
    break;
  case 4:
    console.log("no");
}
