// switch falls through without break; default may stand anywhere.
function marks(n: number): string {
  let out = "";
  switch (n) {
    case 1:
      out += "one ";
    case 2:
      out += "two ";
      break;
    default:
      out += "default ";
    case 3:
      out += "three ";
      break;
    case 4:
    case 5:
      return `${out}four or five`;
  }
  return `${out}end`;
}
for (const n of [0, 1, 2, 3, 4, 5]) console.log(n, marks(n));
function days(month: number): number {
  switch (month) {
    case 2:
      return 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
  }
}
let total = 0;
for (let m = 1; m <= 12; m++) total += days(m);
console.log(total);
