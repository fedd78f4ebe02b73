// Defaults of patterns are evaluated only where the value is missing, in the order of the pattern.
const log: string[] = [];
const say = (text: string): string => {
  log.push(text);
  return text;
};
const one = ["a"];
const [a = say("not this"), b = say("b"), c = say(`c after ${b}`)] = one;
console.log(a, b, c, log.join());
interface Options {
  name?: string;
  size?: number;
  nested?: { deep?: string };
}
function open({
  name = say("default name"),
  size = name.length,
  nested: { deep = say("deep") } = {},
}: Options = {}): string {
  return `${name}/${size}/${deep}`;
}
log.length = 0;
console.log(open(), open({ name: "x" }), open({ size: 0, nested: {} }), open({ name: "", nested: { deep: "d" } }));
console.log(log.join());
const pairs: [number, string?][] = [[1], [2, "two"]];
for (const [n, word = `no word for ${n}`] of pairs) console.log(n, word);
const zero = { n: 0, t: "", f: false };
const { n = 9, t = "z", f = true } = zero as { n?: number; t?: string; f?: boolean };
console.log(n, t === "", f);
