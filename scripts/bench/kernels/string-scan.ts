// A scanner over text: names, numbers, quoted strings and punctuation of a line of configuration.

interface Token {
  readonly kind: "name" | "number" | "text" | "sign";
  readonly text: string;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function scan(line: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    const start = at;
    at++;
    if (code === 32) continue;
    if (code === 34) {
      while (at < line.length && line.charCodeAt(at) !== 34) at++;
      tokens.push({ kind: "text", text: line.slice(start + 1, at) });
      at++;
    } else if (isDigit(code)) {
      while (at < line.length && isDigit(line.charCodeAt(at))) at++;
      tokens.push({ kind: "number", text: line.slice(start, at) });
    } else if (isLetter(code)) {
      while (at < line.length && isLetter(line.charCodeAt(at))) at++;
      tokens.push({ kind: "name", text: line.slice(start, at) });
    } else {
      tokens.push({ kind: "sign", text: line.charAt(start) });
    }
  }
  return tokens;
}

function vowels(text: string): number {
  let count = 0;
  for (const char of text) {
    if ("aeiou".includes(char)) count++;
  }
  return count;
}

const LINES = [
  'topic = "home/sms" retries 12',
  "interval: 3000 ms; jitter: 250 ms",
  'greeting = "Grüße aus 日本" volume 7',
  "if level > 80 then alarm on else alarm off",
];

export function run(): string {
  const parts: string[] = [];
  for (const line of LINES) {
    const tokens = scan(line);
    let summary = "";
    for (const token of tokens) summary += token.kind.charAt(0);
    parts.push(`${summary} ${tokens.length} ${vowels(line)} ${tokens[tokens.length - 1].text}`);
  }
  return parts.join("|");
}
