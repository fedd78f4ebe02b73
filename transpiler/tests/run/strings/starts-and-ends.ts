// startsWith with a position, endsWith, and comparing parts.
const line = '+CMTI: "SM",3';
console.log(line.startsWith("+CMTI"), line.startsWith("CMTI", 1), line.startsWith("+cmti"), line.startsWith(""));
console.log(line.endsWith("3"), line.endsWith(""), line.endsWith(",33"), "".startsWith(""), "".endsWith("a"));
console.log("abc".startsWith("c", 2), "abc".startsWith("", 9), "abc".startsWith("a", -3), "abc".startsWith("bcd", 1));
const emoji = "😀ab😀";
console.log(emoji.startsWith("a", 2), emoji.startsWith("b", 2), emoji.endsWith("😀"), emoji.startsWith("😀"));
const kinds = ["OK", "ERROR", "+CMS ERROR: 500", "> ", "OKAY"];
for (const kind of kinds) {
  console.log(
    kind,
    kind === "OK" ? "done" : kind.startsWith("+CMS ERROR") ? "refused" : kind.endsWith("ERROR") ? "failed" : "text",
  );
}
