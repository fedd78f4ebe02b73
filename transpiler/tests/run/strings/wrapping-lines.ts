// Words put into lines of a width, padded left, right and in the middle.
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = "";
    }
    line = line === "" ? word : line.concat(" ", word);
  }
  if (line !== "") lines.push(line);
  return lines;
}
function centre(text: string, width: number): string {
  const left = Math.floor((width - text.length) / 2);
  return left > 0 ? text.padStart(text.length + left).padEnd(width) : text;
}
for (const line of wrap("the cat sat on the mat and looked at the other cats", 12)) {
  console.log(`|${line.padEnd(12, ".")}|${line.padStart(12)}|${centre(line, 12)}|`);
}
console.log(
  wrap("", 5).length,
  wrap("word", 2).join("/"),
  "ab".padEnd(7, "123"),
  "ab".padStart(7, "123"),
  "abc".padEnd(2),
);
