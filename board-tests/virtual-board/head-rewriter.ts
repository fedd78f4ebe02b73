// Replaces the beginning of certain header lines in the head of an HTTP message as its bytes pass, whole or in pieces; all
// other bytes pass at once and as they are. So a board that knows itself as 192.168.4.1 can be opened at an address of this
// machine, and requests that are none reach it as they were sent.

/** Name and value of a header as they begin, and what the value becomes; what follows in the line stays. */
export interface Replacement {
  readonly header: string;
  readonly from: string;
  readonly to: string;
  /** What may follow `from`: else it is another value. */
  readonly before: readonly string[];
}

const NEWLINE = 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder("latin1");

export class HeadRewriter {
  /** Of the line that is being read, as long as it may become one of those. */
  private line: number[] = [];
  private isOpen = true;
  private inLine = false;
  /** Headers of which a value was replaced. */
  readonly replaced = new Set<string>();

  constructor(private readonly replacements: readonly Replacement[]) {}

  /** What goes on of these bytes, and of what was held back before. */
  pass(bytes: Uint8Array): Uint8Array {
    if (!this.isOpen) return bytes;
    const out: number[] = [];
    for (const [index, byte] of bytes.entries()) {
      if (!this.isOpen) return Uint8Array.from([...out, ...bytes.subarray(index)]);
      if (this.inLine) out.push(byte);
      else out.push(...this.take(byte));
      if (byte === NEWLINE) this.inLine = false;
    }
    return Uint8Array.from(out);
  }

  /** What was held back, when nothing more comes. */
  end(): Uint8Array {
    return Uint8Array.from(this.line.splice(0));
  }

  private take(byte: number): number[] {
    this.line.push(byte);
    const text = decoder.decode(Uint8Array.from(this.line));
    if (text === "\r") return [];
    if (text === "\n" || text === "\r\n") this.isOpen = false; // the end of the head
    for (const each of this.replacements) {
      const whole = `${each.header}: ${each.from}`;
      if (isBeginning(text, whole)) return [];
      const next = text.slice(whole.length);
      if (!isBeginning(whole, text) || !each.before.includes(next)) continue;
      this.replaced.add(each.header);
      this.line = [];
      this.inLine = true;
      return [...encoder.encode(text.slice(0, each.header.length + 2) + each.to + next)];
    }
    this.inLine = true;
    return this.line.splice(0);
  }
}

/** Whether `text` is how `whole` begins, whatever the case of letters. */
function isBeginning(text: string, whole: string): boolean {
  return whole.slice(0, text.length).toLowerCase() === text.toLowerCase();
}
