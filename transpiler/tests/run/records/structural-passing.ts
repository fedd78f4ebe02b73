// A wider record passes where a narrower type is asked; nothing is copied or lost.
interface HasId {
  id: number;
}
interface HasText {
  text: string;
}
interface Note extends HasId, HasText {
  tags: string[];
}
const note: Note = { id: 7, text: "milk", tags: ["shop", "today"] };
function bump(target: HasId): HasId {
  target.id += 1;
  return target;
}
function shout(target: HasText): number {
  target.text += "!";
  return target.text.length;
}
const same: HasId = bump(note);
console.log(note.id, same === note, shout(note), note.text);
console.log(JSON.stringify(same));
const ids: HasId[] = [note, { id: 1 }];
ids.push(bump({ id: 99 }));
console.log(ids.map((x) => x.id).join(), JSON.stringify(ids));
const textOf = ({ text }: HasText): string => text;
console.log(textOf(note), textOf({ text: "plain" }));
