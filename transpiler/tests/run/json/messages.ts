// Messages as they go to a broker: texts with anything in them.
interface Sms {
  from: string;
  text: string;
  at: string;
  part?: { number: number; of: number };
  raw?: string;
}
function message(from: string, text: string, part?: { number: number; of: number }): Sms {
  const sms: Sms = { from, text, at: "2026-11-24T12:00:00Z" };
  if (part !== undefined) sms.part = part;
  return sms;
}
const messages = [
  message("+491701234567", "Your code is 123456"),
  message("BANK", 'line 1\nline 2 "quoted" \\'),
  message("é", "😀€ \u0007"),
  message("x", "", { number: 1, of: 3 }),
];
let bytes = 0;
for (const m of messages) {
  const json = JSON.stringify(m);
  bytes += new TextEncoder().encode(json).length;
  console.log(json);
}
console.log(bytes);
const parsed = JSON.parse(JSON.stringify(messages[1]));
if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed))
  console.log(parsed.text === messages[1].text);
