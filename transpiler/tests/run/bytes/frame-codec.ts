// Frames with a start mark, escapes, a length and a checksum: encoded, cut into pieces, decoded by a state machine.
const START = 0x7e;
const ESCAPE = 0x7d;
const checksum = (bytes: Uint8Array): u8 => {
  let sum = 0;
  for (const b of bytes) sum = (sum + b) & 0xff;
  return sum ^ 0xff;
};
function encode(payload: Uint8Array): Uint8Array {
  const out: number[] = [START];
  for (const b of [payload.length & 0xff, ...payload, checksum(payload)]) {
    if (b === START || b === ESCAPE) out.push(ESCAPE, b ^ 0x20);
    else out.push(b);
  }
  return new Uint8Array(out);
}
type State = "idle" | "length" | "data" | "check";
class Decoder {
  private state: State = "idle";
  private escaped = false;
  private left = 0;
  private data: number[] = [];
  readonly frames: string[] = [];
  feed(piece: Uint8Array): void {
    for (const b of piece) {
      if (b === START) {
        this.state = "length";
        this.escaped = false;
        this.data = [];
      } else if (b === ESCAPE) this.escaped = true;
      else {
        this.octet(this.escaped ? b ^ 0x20 : b);
        this.escaped = false;
      }
    }
  }
  private octet(b: number): void {
    switch (this.state) {
      case "length":
        this.left = b;
        this.state = b === 0 ? "check" : "data";
        break;
      case "data":
        this.data.push(b);
        this.left = Math.max(0, this.left - 1);
        if (this.left === 0) this.state = "check";
        break;
      case "check":
        this.frames.push(b === checksum(new Uint8Array(this.data)) ? this.data.join("-") : "bad");
        this.state = "idle";
    }
  }
}
const payloads = [[1, 2, 3], [], [START, ESCAPE, 0, 255], [0x5e]].map((p) => new Uint8Array(p));
const stream = payloads.flatMap((p) => [...encode(p)]);
console.log(stream.map((b) => b.toString(16).padStart(2, "0")).join(" "));
for (const size of [1, 3, 100]) {
  const decoder = new Decoder();
  for (let i = 0; i < stream.length; i += size) decoder.feed(new Uint8Array(stream.slice(i, i + size)));
  console.log(size, decoder.frames.join(" | "));
}
const broken = new Decoder();
broken.feed(new Uint8Array([9, START, 2, 1, 2, 0, 7, START, 1, START, 0, 0xff]));
console.log(broken.frames.join(" | "));
