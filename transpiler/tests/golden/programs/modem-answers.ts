// What a modem says, told apart: texts, switch with fall-through, early returns, a discriminated union.

type Answer =
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly code: number }
  | { readonly kind: "signal"; readonly bars: number }
  | { readonly kind: "other"; readonly text: string };

function parseNumber(text: string): number | undefined {
  if (text.length === 0 || text.length > 5) return undefined;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = (value * 10 + digit) & 0x1ffff;
  }
  return value;
}

function barsOf(level: number): number {
  if (level >= 99) return 0;
  return Math.min(Math.floor(level / 6), 5);
}

function parse(line: string): Answer {
  switch (line) {
    case "OK":
    case "SEND OK":
      return { kind: "done" };
    case "ERROR":
      return { kind: "failed", code: -1 };
    default:
      break;
  }
  const colon = line.indexOf(": ");
  if (colon < 0) return { kind: "other", text: line };
  const name = line.slice(0, colon);
  const [first = "", ...rest] = line.slice(colon + 2).split(",");
  const value = parseNumber(first);
  if (name === "+CSQ" && value !== undefined) return { kind: "signal", bars: barsOf(value) };
  if (name === "+CMS ERROR") return { kind: "failed", code: value ?? 500 };
  return { kind: "other", text: `${name} and ${rest.length} more` };
}

function describe(answer: Answer): string {
  switch (answer.kind) {
    case "done":
      return "done";
    case "failed":
      return `failed with ${answer.code}`;
    case "signal":
      return "▂▄▆█▇".slice(0, answer.bars);
    case "other":
      return answer.text.length > 9 ? `${answer.text.slice(0, 9)}…` : answer.text;
  }
}

for (const line of ["OK", "SEND OK", "ERROR", "+CSQ: 17,0", "+CSQ: x", "+CMS ERROR: 38", "RING", "+CPMS: 3,30,4"]) {
  console.log(describe(parse(line)));
}
