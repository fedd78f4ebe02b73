// JSON.parse throws a SyntaxError for what is no JSON.
const texts = [
  "1",
  '"a"',
  "[1,]",
  "{a:1}",
  "",
  "nul",
  "01",
  "[1 2]",
  '{"a":1',
  '"a\nb"',
  "1 2",
  "[]",
  '{"a":[{}]}',
  "'a'",
  "-",
  "\u00a01",
];
for (const text of texts) {
  try {
    console.log(text, JSON.stringify(JSON.parse(text)));
  } catch (error) {
    console.log(JSON.stringify(text), error instanceof SyntaxError, error instanceof Error && error.name);
  }
}
function read(text: string): number {
  try {
    const value = JSON.parse(text);
    return typeof value === "number" ? value : -1;
  } catch {
    return -2;
  }
}
console.log(read("42"), read('"42"'), read("x"));
