// Reads octets one after the other. Reading past the end gives zeros and is remembered: one question at the end of a
// decoder does for all of its reads.

export class OctetReader {
  private at = 0;
  private short = false;

  constructor(private readonly octets: ReadonlyUint8Array) {}

  next(): u8 {
    const octet = this.octets[this.at];
    this.at += 1;
    if (octet !== undefined) return octet;
    this.short = true;
    return 0;
  }

  /** The next `count` octets; as many as there are when fewer are left. */
  take(count: number): ReadonlyUint8Array {
    const rest = this.rest();
    if (count > rest.length) this.short = true;
    this.at += count;
    return rest.subarray(0, Math.min(count, rest.length));
  }

  /** All octets that are left. */
  rest(): ReadonlyUint8Array {
    return this.octets.subarray(Math.min(this.at, this.octets.length));
  }

  /** Whether more was read than there was. */
  isShort(): boolean {
    return this.short;
  }
}
