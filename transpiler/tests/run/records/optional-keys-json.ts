// An absent optional key is not written; the others keep the order of the literal.
interface Message {
  id: number;
  text?: string;
  ref?: number;
  urgent?: boolean;
}
const messages: Message[] = [
  { id: 1 },
  { id: 2, text: "hello" },
  { ref: 9, id: 3 },
  { urgent: false, ref: 0, text: "", id: 4 },
];
for (const m of messages) {
  console.log(JSON.stringify(m), m.text ?? "(none)", m.ref === undefined, m.urgent);
}
const late: Message = { id: 5 };
late.urgent = true;
late.text = "added";
console.log(JSON.stringify(late));
late.text = "changed";
console.log(JSON.stringify(late));
late.text = undefined;
console.log(JSON.stringify(late), late.text === undefined);
console.log(JSON.stringify(messages));
