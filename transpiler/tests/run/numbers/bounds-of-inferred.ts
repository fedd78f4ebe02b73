// A name without a type has the bounds of what it holds, whichever of two brands TypeScript would name.
const bytes = new Uint8Array(3);
function count(limit?: int<0, 9>) {
  const end = limit ?? bytes.length;
  let at = end;
  while (at > -2) at--;
  return limit ?? at;
}
console.log(count(), count(5));
class Cursor {
  at = bytes.length;
  back(): number {
    this.at = this.at - 5;
    return this.at;
  }
}
console.log(new Cursor().back());
