// + with numbers, booleans and null; templates; order of evaluation.
const n = 7;
const yes = true;
const nothing: string | null = null;
console.log("a" + n + yes + nothing, n + n + "x", "x" + n + n, "" + yes + !yes);
console.log(`${n}${yes}${nothing}`, `${n + 1} and ${n > 3 ? "more" : "less"}`, `${"nested " + `${n}`}`);
let text = "";
for (let i = 0; i < 3; i++) text += i + ",";
text += true;
text += -5;
console.log(text);
const log: string[] = [];
const say = (s: string): string => {
  log.push(s);
  return s;
};
console.log(say("1") + say("2") + `${say("3")}${say("4")}`, log.join(""));
console.log(
  "tab\tquote\"back\\slash'\u0041\x42\u{1f600}",
  "line one\nline two",
  `a
b`,
);
console.log("%", "100%", `${n}%`, "a" + "%" + "d");
