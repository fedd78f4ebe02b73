// replace takes the first, replaceAll all of them, without overlaps; a dollar sign in the replacement is special.
console.log(
  "aXbXc".replace("X", "-"),
  "aXbXc".replaceAll("X", "-"),
  "abc".replace("z", "-"),
  "aaaa".replaceAll("aa", "b"),
  "aaa".replaceAll("aa", "b"),
);
console.log(
  "abc".replace("", "-"),
  "abc".replaceAll("", "-"),
  "abc".replace("abc", "") === "",
  "a.b.c".replaceAll(".", "").length,
);
const quote = (t: string): string => t.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
console.log(quote("a < b && c > d"), quote(quote("<")), quote(""));
const fill = (template: string, values: Record<string, string>): string => {
  let out = template;
  for (const key of Object.keys(values)) out = out.replace(`{${key}}`, values[key]);
  return out;
};
console.log(fill("{a}-{b}-{a}", { a: "1", b: "{a}" }), fill("none", { a: "x" }));
console.log(
  "a-b".replace("-", "$$"),
  "a-b".replace("-", "$&$&"),
  "a-b".replace("-", "[$`|$']"),
  "a-b-c".replaceAll("-", "$1"),
);
console.log(
  "price".replace("price", () => "$5"),
  "xyx".replaceAll("x", (x) => x.toUpperCase()),
);
