// A default of a pattern stands in for a key that JSON has not, and not for one that is null.
const log: string[] = [];
const fallback = (name: string): string => {
  log.push(name);
  return name;
};
const show = (v: JsonValue): string => (typeof v === "string" ? v : JSON.stringify(v));
for (const text of ['{"a":null,"b":false,"c":""}', '{"a":0}', "{}"]) {
  const { a = "none", b = fallback("b"), c = [1] } = JSON.parse(text) as { [key: string]: JsonValue };
  console.log(show(a), show(b), show(c), log.length);
}
const name = log.length > 0 ? "key" : "other";
const { [name]: value = 5 } = JSON.parse('{"key":null}') as { [key: string]: JsonValue };
console.log(show(value), value === 5);
let target: JsonValue = 1;
({ x: target = 2 } = JSON.parse('{"x":null}') as { [key: string]: JsonValue });
console.log(show(target));
export {};
