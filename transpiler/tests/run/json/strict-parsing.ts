// JSON.parse takes exactly the grammar of JSON.
const texts = [
  "",
  " ",
  "1",
  " 1 ",
  "01",
  "-",
  "-1",
  "1.",
  ".5",
  "+1",
  "[1,]",
  "[,1]",
  "[1 2]",
  "{}",
  "{a:1}",
  '{"a"}',
  '{"a":}',
  '{"a":1,}',
  "{'a':1}",
  '"a',
  '"\n"',
  '"\\x"',
  '"\\u12"',
  "tru",
  "true",
  "nulll",
  "[]]",
  "[[]",
  '{"a":1}x',
  "NaN",
  "undefined",
  "\u00a01",
  "//",
  '"\\u0041"',
  "[1]\n\t\r ",
  "1e",
];
for (const text of texts) {
  try {
    console.log(JSON.stringify(text), JSON.stringify(JSON.parse(text)));
  } catch (error) {
    console.log(JSON.stringify(text), error instanceof SyntaxError);
  }
}
