// A value of JSON.parse under a key that may be absent is compared with texts, numbers and booleans of any length.
function of(text: string): { [key: string]: JsonValue } {
  const value = JSON.parse(text);
  return value === null || typeof value !== "object" || Array.isArray(value) ? {} : value;
}
const o = of('{"a":"a longer text than ten","b":"","c":5,"n":null,"l":[1],"t":true}');
for (const key of ["a", "b", "c", "d", "n", "l", "t"]) {
  console.log(
    key,
    (o[key] ?? null) === "a longer text than ten",
    (o[key] ?? "") === "",
    (o[key] ?? 5) === 5,
    (o[key] ?? true) === true,
  );
  const v = o[key] ?? null;
  if (typeof v !== "object") console.log("plain", v === "a longer text than ten", v === 5, v === true);
  if (typeof v === "string" || v === null) console.log("text", v === "a longer text than ten", v === null);
  if (v !== null && typeof v !== "boolean") console.log("some", v === "a longer text than ten");
}
