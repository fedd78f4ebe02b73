// The modem's octets to lines. Bounded: a line that never ends is thrown away up to its end, and a line that is not
// UTF-8 is noise; both are counted, and the next line is read as if nothing had been.

/** A header with a name is below 100 octets, a PDU in hexadecimal at most 352 (12 of address, 164 of TPDU). */
const LINE_OCTETS_MAX = 512;
const LF = 0x0a;
const CR = 0x0d;
/** "> ", the one thing that a modem says without a line end. */
const PROMPT = 0x3e;
const BLANK = 0x20;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class LineAssembler {
  private readonly buffer = new Uint8Array(LINE_OCTETS_MAX);
  /** Octets in the buffer; those before `start` are taken, those before `searched` hold no line end. */
  private length = 0;
  private start = 0;
  private searched = 0;
  private isSkipping = false;
  private damage = 0;

  /** Where the next octets go: empty only until take() has answered null. */
  space(): Uint8Array {
    return this.length === 0 ? this.buffer : this.buffer.subarray(this.length);
  }

  /** Says that so many octets were written into space(). */
  received(count: number): void {
    this.length = (this.length + count) & 0x3ff;
  }

  /** Octets of a line that is not whole. */
  pending(): number {
    return this.length;
  }

  /** As much as is there of a line that is not whole; "" where that cannot be read. */
  begin(): string {
    try {
      return decoder.decode(this.buffer.subarray(this.start, this.length));
    } catch {
      return "";
    }
  }

  /** Whether take() has more than a blank line, or too much of one. A prompt is a line, too. */
  isDue(): boolean {
    const { buffer, length } = this;
    if (length < 3) return buffer[0] === PROMPT;
    const isAfterBlank = this.searched === 0 && buffer[0] === CR && buffer[1] === LF;
    if (this.lineEnd(isAfterBlank ? 2 : this.searched) >= 0) return true;
    if (!isAfterBlank) this.searched = length;
    return length >= LINE_OCTETS_MAX;
  }

  /** The next whole line without its end, "" for a blank one; null when there is none. */
  take(): string | null {
    while (true) {
      const end = this.lineEnd(this.searched);
      if (end < 0) {
        this.keepRest();
        return null;
      }
      const start = this.start;
      this.start = end + 1;
      this.searched = end + 1;
      const line = this.isSkipping ? null : this.lineBetween(start, end);
      this.isSkipping = false;
      if (line !== null) return line;
    }
  }

  /** Whether the modem stands at its prompt. Of use after take() has answered null; then it is taken. */
  takePrompt(): boolean {
    if (this.isSkipping || this.length !== 2 || this.buffer[0] !== PROMPT || this.buffer[1] !== BLANK) return false;
    this.length = 0;
    this.searched = 0;
    return true;
  }

  /** Whether a line has begun: more octets are to be expected at once. */
  isPartial(): boolean {
    return this.length > 0;
  }

  /** How many lines were thrown away since the last question. */
  takeDamage(): number {
    const damage = this.damage;
    this.damage = 0;
    return damage;
  }

  /** Where the next line ends; -1 not yet. What lies behind the octets received is of earlier lines. */
  private lineEnd(from: number): int<-1, 511> {
    const end = from < this.length ? this.buffer.indexOf(LF, from) : -1;
    return end < this.length && end < LINE_OCTETS_MAX ? Math.max(end, -1) : -1;
  }

  /** Moves an unfinished line to the front; one that fills the buffer is thrown away. */
  private keepRest(): void {
    if (this.start > 0) {
      const rest = this.length - this.start;
      if (rest > 0) this.buffer.set(this.buffer.slice(this.start, this.length), 0);
      this.length = rest & 0x3ff;
      this.start = 0;
    } else if (this.length >= LINE_OCTETS_MAX) {
      this.length = 0;
      if (!this.isSkipping) this.damage += 1;
      this.isSkipping = true;
    }
    this.searched = this.length;
  }

  private lineBetween(start: number, end: number): string | null {
    const { buffer } = this;
    let first = start & 0x1ff;
    let last = end & 0x1ff;
    while (first < last && buffer[first] === CR) first += 1;
    while (last > first && buffer[last - 1] === CR) last -= 1;
    if (first === last) return "";
    try {
      return decoder.decode(buffer.subarray(first, last));
    } catch {
      this.damage += 1;
      return null;
    }
  }
}
