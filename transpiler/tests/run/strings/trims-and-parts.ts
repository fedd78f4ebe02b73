// Small parsers: a header line, a query, a quoted text with escapes.
function header(line: string): [string, string] | null {
  const at = line.indexOf(":");
  return at < 0 ? null : [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
}
for (const line of ["Content-Type: text/html", "  X-A :b", "nothing", ":", "A:B:C"]) {
  const parts = header(line);
  console.log(parts === null ? "none" : `[${parts[0]}]=[${parts[1]}]`);
}
function query(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const part of text.split("&")) {
    const at = part.indexOf("=");
    if (part === "") continue;
    found.set(at < 0 ? part : part.substring(0, at), at < 0 ? "" : part.substring(at + 1).replaceAll("+", " "));
  }
  return found;
}
for (const [key, value] of query("a=1&b=two+words&&flag&c=x=y")) console.log(key, `<${value}>`);
function quote(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
}
console.log(quote('say "hi"\nback\\slash'), quote(""));
console.log("\t x \n".trimStart() + "|", "\t x \n".trimEnd() + "|", "  ".trim() + "|", "a b".trim());
