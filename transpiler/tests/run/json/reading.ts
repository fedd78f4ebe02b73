// JSON.parse of settings: narrowed by typeof, Array.isArray and === null.
function describe(value: JsonValue): string {
  if (value === null) return "null";
  if (typeof value === "string") return `string ${value.length}`;
  if (typeof value === "number") return `number ${value}`;
  if (typeof value === "boolean") return `boolean ${value}`;
  if (Array.isArray(value)) return `[${value.map((v) => describe(v)).join()}]`;
  return `{${Object.keys(value)
    .map((k) => `${k}: ${describe(value[k])}`)
    .join()}}`;
}
const texts = [
  '"é\\u00e9\\n"',
  "-12",
  "true",
  "null",
  "[1, [2, []], {}]",
  ' { "b" : 1 , "a" : [ null , "x" ] } ',
  "0",
  '"\\ud83d\\ude00"',
];
for (const text of texts) console.log(describe(JSON.parse(text)));
console.log(describe(JSON.parse('{"a":1,"b":{"c":"\\"\\\\\\/\\b"},"a":2}')));
console.log(describe(JSON.parse("9007199254740991")), describe(JSON.parse("[\n\t1\r\n]")));
