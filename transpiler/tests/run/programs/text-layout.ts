// Words laid out on a display of 16 columns, with long words broken and a scroll position.
function wrap(text: string, width: int<1, 40>): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      let rest = word;
      if (line !== "" && line.length + 1 + rest.length <= width) {
        line += ` ${rest}`;
        continue;
      }
      if (line !== "") lines.push(line);
      while (rest.length > width) {
        lines.push(rest.slice(0, width));
        rest = rest.slice(width);
      }
      line = rest;
    }
    lines.push(line);
  }
  return lines;
}
class View {
  private top = 0;
  constructor(
    private readonly lines: string[],
    private readonly rows: u8,
  ) {}
  scroll(by: number): this {
    this.top = Math.max(0, Math.min(this.top + by, this.lines.length - this.rows));
    return this;
  }
  frame(): string {
    return this.lines
      .slice(this.top, this.top + this.rows)
      .map((line) => `|${line.padEnd(16)}|`)
      .join("\n");
  }
}
const text = "Your parcel 00340434161094015902 arrives today.\nTrack: https://example.org/p/1\n\nBye";
const lines = wrap(text, 16);
console.log(lines.length);
const view = new View(lines, 4);
console.log(view.frame());
console.log(view.scroll(2).frame());
console.log(view.scroll(99).frame());
console.log(view.scroll(-99).frame() === view.scroll(-1).frame(), wrap("", 5).length, wrap("abcdefgh", 3).join("/"));
