// subarray sees the same bytes, slice copies them.
const a = new Uint8Array([1, 2, 3, 4, 5]);
const view = a.subarray(1, 4);
const copy = a.slice(1, 4);
view[0] = 9;
copy[1] = 77;
a[3] = 8;
console.log([...a].join(), [...view].join(), [...copy].join());
console.log(view.length, a.subarray(3).length, a.slice(-2)[0], a.subarray(2, 2).length, a.slice(9).length);
view.subarray(1).fill(0);
console.log([...a].join(), [...view].join());
const header = (packet: Uint8Array): { type: number; body: Uint8Array } => ({
  type: packet[0],
  body: packet.subarray(1),
});
const { type, body } = header(a);
body[body.length - 1] = 255;
console.log(type, body.indexOf(255), a[4]);
a.set(view, 2);
console.log([...a].join());
a.set([7, 7], 3);
console.log([...a].join(), [...a.subarray(-2)].join(), [...a.subarray(0, -3)].join());
const again = new Uint8Array(a);
again[0] = 100;
console.log(a[0], again[0], view === view.subarray(0));
