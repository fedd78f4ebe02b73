// An instance and a literal stand for one interface; methods belong to the instance.
interface Named {
  readonly name: string;
  size: u16;
}
class Folder {
  readonly name: string;
  size: u16 = 0;
  constructor(name: string) {
    this.name = name;
  }
  add(bytes: u16): this {
    this.size = (this.size + bytes) & 0xffff;
    return this;
  }
}
function describe(thing: Named): string {
  return `${thing.name} (${thing.size})`;
}
const folder = new Folder("inbox").add(10).add(20);
const literal: Named = { name: "outbox", size: 5 };
console.log(describe(folder), describe(literal));
const both: Named[] = [folder, literal];
for (const thing of both) thing.size = (thing.size * 2) & 0xffff;
console.log(folder.size, literal.size, both.map(describe).join("; "));
console.log(folder instanceof Folder, both.length, both[0] === folder);
