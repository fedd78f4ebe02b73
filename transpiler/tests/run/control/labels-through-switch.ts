// A labelled jump out of a switch leaves the loop, not the switch; one through two loops passes every switch on its way.
function turns(): string {
  let out = "";
  loop: for (let i = 0; ; i++) {
    switch (i) {
      case 0:
        continue loop;
      case 1:
        out += "one";
        break;
      case 3:
        break loop;
      default:
        out += "d";
    }
    out += i;
  }
  return out;
}
console.log(turns());
function pairs(): string {
  let out = "";
  rows: for (let a = 0; a < 4; a++) {
    switch (a) {
      case 1:
        for (let b = 0; b < 3; b++) {
          switch (b) {
            case 1:
              continue rows;
            default:
              out += `${a}${b} `;
          }
        }
        break;
      case 2:
        for (const c of ["x", "y"]) {
          switch (c) {
            case "y":
              break rows;
            default:
              out += `${a}${c} `;
          }
        }
        break;
      default:
        out += `${a} `;
    }
    out += ". ";
  }
  return out;
}
console.log(pairs());
