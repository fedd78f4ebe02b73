// switch: fall through, default in the middle, strict comparison, break and continue inside of loops.
const s = (n: number): string => {
  let r = "";
  switch (n) {
    case 1:
      r += "a";
    case 2:
      r += "b";
      break;
    default:
      r += "d";
    case 3:
      r += "c";
  }
  return r;
};
console.log(s(1), s(2), s(3), s(9), s(-1));
const out: string[] = [];
for (let i = 0; i < 6; i++) {
  switch (i % 4) {
    case 0:
      continue;
    case 1:
      out.push(`one${i}`);
      break;
    case 2:
    case 3:
      if (i > 2) break;
      out.push(`low${i}`);
  }
  out.push(".");
}
console.log(out.join(" "));
let asked = 0;
const ask = (n: number): number => (asked++, n);
switch (ask(2)) {
  case ask(1):
  case ask(2):
    console.log("found", asked);
    break;
  case ask(3):
    console.log("never");
}
switch (true) {
  case asked > 10:
    console.log("many");
    break;
  case asked > 2:
    console.log("some");
}
switch ("x" as string) {
}
console.log(asked);
