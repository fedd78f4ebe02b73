// What characters a text may hold is followed: through names, fields, arrays, calls, closures, from outside. A text that
// takes a character beyond U+FFFF somewhere counts UTF-16 units everywhere.

interface Entry {
  readonly key: string;
  value: string;
}

class Box {
  text = "plain";
  static shared = "ab";
  constructor(readonly name: string) {}
  get first(): string {
    return this.name.charAt(0);
  }
  set(text: string): void {
    this.text = text;
  }
  length(): number {
    return this.text.length;
  }
}

function measure(text: string): string {
  return `${text.length} ${text.charAt(1)}|${text.slice(1, 3)}|${text.indexOf("c")}|${text.charCodeAt(0)}`;
}
console.log(measure("abcd"), measure("äöcü"));

function wide(text: string): string {
  return `${text.length} ${text.slice(2, 4)}|${text.indexOf("c")}|${text.charCodeAt(0)}|${text.lastIndexOf("c")}`;
}
console.log(wide("abcd"), wide("🎉abc"), wide("日本c"));

const entries: Entry[] = [{ key: "a", value: "one" }];
entries.push({ key: "b", value: "🎉" });
for (const { key, value } of entries) console.log(key.length, value.length);
const alias = entries;
alias[0] = { key: "🎉🎉", value: "x" };
console.log(entries.map((entry) => entry.key.length).join());

const box = new Box("Böx");
console.log(box.length(), box.first.length, box.name.length, box.first.charCodeAt(0));
box.set("🎉!");
console.log(box.length());
Box.shared += "🎉";
console.log(Box.shared.length, Box.shared.indexOf("🎉"));

let grown = "";
for (let i = 0; i < 3; i++) grown += i === 2 ? "😀" : `${i}`;
console.log(grown.length, grown.slice(0, 2), grown.charCodeAt(2));

let later = "x";
const change = (): void => {
  later = "😀x";
};
console.log(later.length);
change();
console.log(later.length, later.indexOf("x"));

const words = "one two  three".split(" ");
console.log(words.length, words.map((word) => word.length).join());
const emoji = "a😀b😀".split("😀");
console.log(emoji.join("-").length, emoji.join("😀").length, emoji.length);

const map = new Map<string, string>([["k", "v"]]);
map.set("😀", "😀😀");
for (const [key, value] of map) console.log(key.length, value.length);
console.log((map.get("k") ?? "none").length, (map.get("?") ?? "😀").length);

const parsed = JSON.parse('{"text":"\\ud83d\\ude00!"}');
if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
  const text = parsed.text;
  if (typeof text === "string") console.log(text.length, text.slice(2), measure2(text));
}
function measure2(text: string): number {
  return text.length;
}
console.log(measure2("abc"));

const decoded = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(new TextEncoder().encode("é😀"));
console.log(decoded.length, decoded.charCodeAt(0));

function pick(which: number, ...texts: string[]): string {
  return texts[which] ?? "none";
}
console.log(pick(0, "a", "😀").length, pick(1, "a", "😀").length, pick(5).length);

function withDefault(text = "abc"): number {
  return text.length;
}
console.log(withDefault(), withDefault("😀"));

const make =
  (suffix: string) =>
  (text: string): string =>
    text + suffix;
console.log(make("!")("a").length, make("😀")("b").length);

const callbacks: ((text: string) => number)[] = [(text) => text.length, (text) => text.indexOf("b")];
console.log(callbacks.map((callback) => callback("😀b")).join());

const { key: taken, value: other = "zz" } = { key: "😀", value: "q" };
console.log(taken.length, other.length);
const list: string[] = ["h", "😀", "t"];
const [head, ...tail] = list;
console.log(head?.length, tail.map((text) => text.length).join());

function* letters(): Generator<string> {
  yield "a";
  yield "😀";
}
for (const letter of letters()) console.log(letter.length);

console.log("abc" < "abd", "é" < "z", "\uffff" < "😀", "a😀" < "a\uffff", "a" < "😀", "ä" > "a😀");
console.log("  x ".trim().length, "\u00a0x\u00a0".trim().length, " \t\n".trim() === "", "x\u2003".trimEnd().length);
console.log(
  "7".padStart(3, "0"),
  "é".padEnd(3, "."),
  "long".padStart(2, "0"),
  "x".padStart(3),
  "😀".padStart(4, "-"),
  "a".padEnd(5, "😀"),
);
console.log("Abc".toUpperCase(), "Abc".toLowerCase(), "a-b-c".replaceAll("-", "+"), "a-b".replaceAll("-", "$&$&"));
console.log(
  "hello".indexOf("l", 3),
  "hello".indexOf("", 9),
  "hello".indexOf("z", 2),
  "hello".lastIndexOf(""),
  "hello".indexOf("h", 99),
);
console.log(
  "hello".substring(1, 3),
  "hello".substring(3, 1),
  "hello".slice(-3, -1),
  "hello".slice(2),
  "hello".charAt(9) === "",
  "hello".charAt(0),
);
console.log(String.fromCharCode(65), String.fromCharCode(0x10041), String.fromCodePoint(0x1f600).length);
console.log(`100%`, `${1}%${2}%s`, `%d ${"a"}% `, "a" + "%" + `${3}` + "b", true + "x" + null, 1 + 2 + "=" + 3);
for (const digits of [12, -5, 0])
  console.log(`${digits}`.length, `${digits}`.charCodeAt(0), digits.toString(16).length);
