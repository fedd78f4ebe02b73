// Patterns with *, ? and [sets] matched by backtracking, and file lists filtered with them.
function matches(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let starAt = -1;
  let retry = 0;
  while (t < text.length) {
    const [ok, next] = matchOne(pattern, p, text[t]);
    if (p < pattern.length && pattern.charAt(p) === "*") {
      starAt = p++;
      retry = t;
    } else if (ok) {
      p = next;
      t++;
    } else if (starAt >= 0) {
      p = starAt + 1;
      t = ++retry;
    } else return false;
  }
  while (pattern.charAt(p) === "*") p++;
  return p >= pattern.length;
}
function matchOne(pattern: string, p: number, c: string): [boolean, number] {
  if (p >= pattern.length) return [false, p];
  if (pattern[p] === "?") return [true, p + 1];
  if (pattern[p] !== "[") return [pattern[p] === c, p + 1];
  const end = pattern.indexOf("]", p);
  if (end < 0) return [c === "[", p + 1];
  const negated = pattern.charAt(p + 1) === "!";
  let inside = false;
  for (let i = p + (negated ? 2 : 1); i < end; i++) {
    if (i + 2 < end && pattern[i + 1] === "-") {
      if (c >= pattern[i] && c <= pattern[i + 2]) inside = true;
      i += 2;
    } else if (pattern[i] === c) inside = true;
  }
  return [inside !== negated, end + 1];
}
const files = ["main.ts", "main.test.ts", "a1.py", "a2.py", "b10.py", "README", ".hidden", ""];
for (const pattern of ["*", "*.ts", "*.test.*", "a?.py", "[ab]*.py", "[!a]*", "*[0-9].py", "??????", "", "**a**", "[x"])
  console.log(pattern, "→", files.filter((f) => matches(pattern, f)).join(" "));
console.log(
  matches("a*b*c*d", "aXbXbXcXd"),
  matches("a*b*c*d", "aXbXbXcX"),
  matches("*aaaab", "aaaaaaaaaaaab"),
  matches("日*語", "日本語"),
);
