// Cases that share a body, fall into the next, and switches inside of switches and loops.
const days = (month: number, leap: boolean): number => {
  switch (month) {
    case 2:
      return leap ? 29 : 28;
    case 4:
    case 6:
    case 9:
    case 11:
      return 30;
    default:
      return 31;
  }
};
console.log(Array.from({ length: 12 }, (_, m) => days(m + 1, m % 2 === 0)).join());
const classify = (text: string, n: number): string => {
  const out: string[] = [];
  switch (text) {
    case "a":
      out.push("A");
      switch (n) {
        case 1:
          out.push("one");
          break;
        case 2:
          out.push("two");
        default:
          out.push("inner default");
      }
    case "b":
      out.push("AB");
      if (n > 2) break;
      out.push("small");
    // falls through
    case "c":
      out.push("ABC");
      break;
    default:
      out.push("other");
  }
  return out.join(" ");
};
for (const t of ["a", "b", "c", "d"]) console.log(t, classify(t, 1), "|", classify(t, 2), "|", classify(t, 3));
const lex = (source: string): string => {
  let out = "";
  for (let i = 0; i < source.length; i++) {
    switch (source[i]) {
      case "\\":
        i++;
        out += `[${source[i] ?? "end"}]`;
        continue;
      case " ":
        break;
      case "#":
        return `${out}#`;
      default:
        out += source[i];
    }
    out += ".";
  }
  return out;
};
console.log(lex("ab c"), lex("a\\ b\\"), lex("x#y"));
