// What has its members in another form than a record is seen as one.
interface Sized {
  readonly length: number;
}
const size = (thing: Sized): number => thing.length;
console.log(size([1, 2])); //! TP2017: array
console.log(size("text")); //! TP2017: text
const byPlace: { [place: number]: number } = new Uint16Array(2); //! TP2017: typed array
console.log(byPlace[0]);
function first<T extends { at(index: number): string }>(things: T): T {
  return things;
}
class Row {
  at(index: number): string {
    return `${index}`;
  }
}
console.log(first(new Row()).at(1));
