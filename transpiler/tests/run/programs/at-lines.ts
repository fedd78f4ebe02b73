// Lines out of a stream of bytes, and what an AT modem says in them.
class LineReader {
  private rest = "";
  feed(chunk: string, onLine: (line: string) => void): void {
    this.rest += chunk;
    let end = this.rest.indexOf("\r\n");
    while (end >= 0) {
      const line = this.rest.slice(0, end);
      this.rest = this.rest.slice(end + 2);
      if (line !== "") onLine(line);
      end = this.rest.indexOf("\r\n");
    }
  }
  get pending(): number {
    return this.rest.length;
  }
}
type Answer =
  | { kind: "final"; ok: boolean }
  | { kind: "event"; name: string; args: string[] }
  | { kind: "text"; line: string };
function fields(text: string): string[] {
  const out: string[] = [];
  let field = "";
  let quoted = false;
  for (const c of text) {
    if (c === '"') quoted = !quoted;
    else if (c === "," && !quoted) {
      out.push(field);
      field = "";
    } else field += c;
  }
  out.push(field);
  return out;
}
function parse(line: string): Answer {
  if (line === "OK") return { kind: "final", ok: true };
  if (line === "ERROR" || line.startsWith("+CMS ERROR")) return { kind: "final", ok: false };
  const colon = line.indexOf(": ");
  if (line.startsWith("+") && colon > 0)
    return { kind: "event", name: line.slice(1, colon), args: fields(line.slice(colon + 2)) };
  return { kind: "text", line };
}
const reader = new LineReader();
const show = (line: string): void => {
  const answer = parse(line);
  if (answer.kind === "final") console.log("final", answer.ok);
  else if (answer.kind === "event") console.log("event", answer.name, answer.args.length, answer.args.join("|"));
  else console.log("text", answer.line.trim());
};
for (const chunk of [
  '\r\n+CMTI: "SM",3\r',
  "\nAT+CSQ\r\r\n+CSQ: 17,0\r\n\r\nOK\r\n",
  '+COPS: 0,0,"A, B"\r\n',
  "+CMS ERROR: 321\r\nhalf",
]) {
  reader.feed(chunk, show);
}
console.log(reader.pending);
