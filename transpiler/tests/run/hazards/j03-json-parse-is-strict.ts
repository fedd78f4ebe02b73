// What JSON does not allow throws a SyntaxError; white space around the parts does not matter.
const wrong = [
  "[1,]",
  "01",
  '"\n"',
  "",
  " ",
  "{",
  "{a:1}",
  "{'a':1}",
  "[1 2]",
  "+1",
  ".5",
  "1.",
  "nul",
  "True",
  "NaN",
  '"\\x41"',
  "[1]]",
  '{"a":1,}',
  "\u00a01",
  '"abc',
  "--1",
  "//x\n1",
  '{"a" 1}',
  '{"a":}',
  "[,1]",
  "0x10",
];
let refused = 0;
for (const text of wrong) {
  try {
    JSON.parse(text);
    console.log("taken:", text);
  } catch (e) {
    refused++;
    console.log(e instanceof SyntaxError, (e as Error).name);
  }
}
console.log(refused === wrong.length);
const right = [
  "1",
  "-10",
  " [ ] ",
  "\t{\n}\r",
  '"\\u00e9\\/"',
  "[1,\n2]",
  "-12",
  "true",
  "null",
  '{"a":{"a":[]}}',
  '"\\ud83d\\ude00"',
  "10",
];
for (const text of right) console.log(JSON.stringify(JSON.parse(text)));
