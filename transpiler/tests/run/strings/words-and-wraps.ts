// Words of a text: wrapped, justified, counted, capitalised, reversed, and in a frame.
const text = "The quick  brown fox jumps over the lazy dog and runs away";
const words = text.split(" ").filter((w) => w !== "");
const wrap = (width: number): string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line += (line === "" ? "" : " ") + word;
  }
  if (line) lines.push(line);
  return lines;
};
const justify = (line: string, width: number): string => {
  const parts = line.split(" ");
  const gaps = parts.length - 1;
  if (gaps < 1) return line.padEnd(width);
  const spaces = Math.max(0, width - line.length) + gaps;
  return parts
    .map((p, i) => (i === gaps ? p : p + " ".repeat(Math.floor(spaces / gaps) + (i < spaces % gaps ? 1 : 0))))
    .join("");
};
for (const line of wrap(16)) console.log(`|${line.padEnd(16)}|${justify(line, 16)}|${line.padStart(16, ".")}|`);
const counts = new Map<string, number>();
for (const w of words) counts.set(w.toLowerCase(), (counts.get(w.toLowerCase()) ?? 0) + 1);
console.log(
  [...counts]
    .filter(([, n]) => n > 1)
    .map(([w, n]) => w + n)
    .join(),
  counts.size,
);
console.log(
  words.map((w) => w.charAt(0).toUpperCase() + w.slice(1)).join(""),
  words
    .map((w) => w.charAt(0))
    .join("")
    .toUpperCase(),
);
const longest = words.reduce((a, b) => (b.length > a.length ? b : a));
console.log(longest, words.map((w) => w.length).join(""), [...words].reverse().join(" "));
const frame = (lines: string[]): string[] => {
  const width = lines.reduce((w, l) => Math.max(w, l.length), 0);
  const edge = `+${"-".repeat(width + 2)}+`;
  return [edge, ...lines.map((l) => `| ${l.padEnd(width)} |`), edge];
};
for (const line of frame(["a", "", "wide 漢字"])) console.log(line);
const isPalindrome = (t: string): boolean => {
  const letters = [...t.toLowerCase()].filter((c) => c >= "a" && c <= "z");
  return letters.join("") === letters.reverse().join("");
};
console.log(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("ab"), isPalindrome(""));
