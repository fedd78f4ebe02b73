// indexOf finds a byte from a position on.
const bytes = new Uint8Array([13, 10, 65, 13, 10, 0, 255]);
console.log(bytes.indexOf(13), bytes.indexOf(13, 1), bytes.indexOf(66), bytes.indexOf(0), bytes.indexOf(255));
console.log(bytes.indexOf(10, -3), bytes.indexOf(10, 99), bytes.indexOf(256), bytes.subarray(2).indexOf(13));
let from = 0;
const ends: number[] = [];
while (true) {
  const at = bytes.indexOf(10, from);
  if (at < 0) break;
  ends.push(at);
  from = at + 1;
}
console.log(ends.join());
