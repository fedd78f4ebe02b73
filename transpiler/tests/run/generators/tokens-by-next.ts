// A tokeniser as a generator, read by a parser that asks for one token at a time.
interface Token {
  readonly kind: "number" | "word" | "mark";
  readonly text: string;
  readonly at: number;
}
const isDigit = (c: string): boolean => c >= "0" && c <= "9";
const isLetter = (c: string): boolean => (c >= "a" && c <= "z") || c === "_";
function* tokens(source: string): Generator<Token, number> {
  let i = 0;
  let count = 0;
  while (i < source.length) {
    const c = source[i];
    const at = i;
    if (c === " ") {
      i++;
      continue;
    }
    const accepts = isDigit(c) ? isDigit : isLetter(c) ? isLetter : null;
    i++;
    if (accepts) while (i < source.length && accepts(source[i])) i++;
    count++;
    yield {
      kind: accepts === isDigit ? "number" : accepts === isLetter ? "word" : "mark",
      text: source.slice(at, i),
      at,
    };
  }
  return count;
}
for (const { kind, text, at } of tokens("let x_1 = 42*(y)")) console.log(at, kind, text);
const it = tokens("a 1");
const kinds: string[] = [];
let step = it.next();
while (!step.done) {
  kinds.push(step.value.kind);
  step = it.next();
}
console.log(
  kinds.join(),
  step.value,
  [...tokens("")].length,
  [...tokens("   ")].length,
  [...tokens("+-")].map((t) => t.text).join(" "),
);
