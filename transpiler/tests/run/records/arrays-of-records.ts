// filter, map, find, some and sort over arrays of records.
interface Slot {
  index: number;
  sender: string;
  unread: boolean;
}
const slots: Slot[] = [
  { index: 3, sender: "bob", unread: true },
  { index: 1, sender: "amy", unread: false },
  { index: 2, sender: "bob", unread: false },
];
console.log(slots.filter((s) => s.sender === "bob").length);
console.log(slots.map((s) => s.index).join());
const found = slots.find((s) => s.sender === "amy");
console.log(found?.index, found === slots[1]);
console.log(slots.find((s) => s.index > 9)?.sender ?? "nobody");
console.log(
  slots.some((s) => s.unread),
  slots.every((s) => s.unread),
);
slots.sort((a, b) => a.index - b.index);
console.log(slots.map((s) => `${s.index}${s.sender}`).join(" "));
slots.forEach((s, i) => {
  s.index = i * 10;
});
console.log(JSON.stringify(slots));
console.log(
  slots.findIndex((s) => s.unread),
  slots.indexOf(slots[2]),
);
