// Errors as values that are collected, grouped, counted and reported, without stopping at the first.
class Problem extends Error {
  constructor(
    readonly line: number,
    readonly severity: "error" | "warning",
    message: string,
  ) {
    super(message);
  }
  override toString(): string {
    return `${this.severity[0].toUpperCase()}${this.line}: ${this.message}`;
  }
}
class Problems extends Error {
  constructor(readonly all: readonly Problem[]) {
    super(`${all.length} problem${all.length === 1 ? "" : "s"}`);
  }
}
const rules: ((text: string) => ["error" | "warning", string] | null)[] = [
  (t) => (t.includes("\t") ? ["warning", "tab"] : null),
  (t) => (t.length > 12 ? ["error", `too long (${t.length})`] : null),
  (t) => (t.trim() !== t ? ["warning", "space at an end"] : null),
];
function check(lines: readonly string[]): number {
  const found: Problem[] = [];
  lines.forEach((text, i) => {
    for (const rule of rules) {
      const [severity, message] = rule(text) ?? [];
      if (severity && message) found.push(new Problem(i + 1, severity, message));
    }
  });
  if (found.some((p) => p.severity === "error")) throw new Problems(found);
  return found.length;
}
for (const source of ["fine\nalso fine", "a\tb\n c", "this is much too long\n x\ty ", ""]) {
  try {
    console.log("warnings:", check(source.split("\n")));
  } catch (e) {
    if (!(e instanceof Problems)) throw e;
    console.log(e.message, "|", e.all.map((p) => p.toString()).join(", "));
  }
}
