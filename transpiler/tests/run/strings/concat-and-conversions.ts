// concat, toString, String() of every kind, + with other kinds.
console.log("a".concat("b", "c"), "a".concat(), "".concat("x"), "a".concat("é", "😀"));
console.log(String(12), String(-7), String(true), String(false), String("text"), String(null), String(undefined));
console.log(String(0) + String(-0), "text".toString(), (5).toString(), true.toString(), String());
function show(value: string | number | boolean | null): string {
  return String(value);
}
console.log(show("a"), show(1), show(true), show(null));
function maybe(value?: number): string {
  return "v" + value + String(value);
}
console.log(maybe(3), maybe());
let text = "n=";
text += 5;
text += true;
text += "!";
console.log(text, 1 + 2 + "3" + 4 + 5, "" + null, `${undefined}`);
const error = new Error("broken");
console.log(String(error), `${error}`, error.toString());
const flags = [true, false].map(String);
console.log(flags.join("+"), [1, 2, 3].map(String).join(""));
