// The functions in a .mpy file, with the bytes of each, and its names: MicroPython's persistent format 6
// (py/persistentcode.c, py/bc.h), as far as bytecode goes.

export interface MpyFunction {
  /** Bytes of its bytecode with its prelude, without the functions within it. */
  readonly bytes: number;
  /** The line of the Python on which its code begins, from 1. */
  readonly line: number;
}

/** In the order of the file: the module itself, then depth first. Throws for what is no .mpy of bytecode. */
export function mpyFunctions(mpy: Uint8Array): MpyFunction[] {
  const reader = new Reader(mpy);
  // The architecture of native code, which is another format.
  if (readFlags(reader) >> 2 !== 0) throw new Error("this .mpy file holds native code");
  const [names, objects] = [reader.uint(), reader.uint()];
  for (let i = 0; i < names; i++) readName(reader);
  for (let i = 0; i < objects; i++) skipObject(reader);
  const found: MpyFunction[] = [];
  readCode(reader, found);
  return found;
}

/** The names that the file brings, in its order: not those of the table that each MicroPython has. Throws for what is no .mpy. */
export function mpyNames(mpy: Uint8Array): string[] {
  const reader = new Reader(mpy);
  readFlags(reader);
  const [names] = [reader.uint(), reader.uint()];
  return Array.from({ length: names }, () => readName(reader)).filter((name) => name !== null);
}

/** The header. */
function readFlags(reader: Reader): number {
  const [magic, version, flags] = [reader.byte(), reader.byte(), reader.byte()];
  if (magic !== 0x4d || version !== 6) throw new Error("this is no .mpy file of format 6");
  reader.byte();
  return flags;
}

class Reader {
  at = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const value = this.bytes[this.at++];
    if (value === undefined) throw new Error("the .mpy file ends in the middle");
    return value;
  }

  /** One with a NUL at its end. */
  text(length: number): string {
    const text = Buffer.from(this.bytes.subarray(this.at, this.at + length)).toString("utf8");
    this.at += length + 1;
    return text;
  }

  /** Seven bits a byte, the highest first. */
  uint(): number {
    let value = 0;
    for (;;) {
      const byte = this.byte();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
  }
}

/** A name of MicroPython's own table is a number alone, and null; another one has its text and a NUL. */
function readName(reader: Reader): string | null {
  const length = reader.uint();
  return length % 2 === 0 ? reader.text(length / 2) : null;
}

/** mp_persistent_obj: None, False, True and the like have no content; texts and bytes end in a NUL. */
const OBJECT = { str: 5, bytes: 6, tuple: 10 };

function skipObject(reader: Reader): void {
  const kind = reader.byte();
  if (kind < OBJECT.str) return;
  const length = reader.uint();
  if (kind === OBJECT.tuple) for (let i = 0; i < length; i++) skipObject(reader);
  else reader.at += length + (kind <= OBJECT.bytes ? 1 : 0);
}

function readCode(reader: Reader, found: MpyFunction[]): void {
  const head = reader.uint();
  if (head & 3) throw new Error("this .mpy file holds native code");
  const bytes = head >> 3;
  const start = reader.at;
  found.push({ bytes, line: firstLine(reader) });
  reader.at = start + bytes;
  if (!(head & 4)) return;
  for (let children = reader.uint(); children > 0; children--) readCode(reader, found);
}

/** MP_BC_PRELUDE_SIG_DECODE, MP_BC_PRELUDE_SIZE_DECODE and mp_bytecode_get_source_line (py/bc.h). */
function firstLine(reader: Reader): number {
  const parameters = parameterCount(reader);
  let infoBytes = 0;
  for (let n = 0, more = true; more; n++) {
    const byte = reader.byte();
    infoBytes |= ((byte & 0x7e) >> 1) << (6 * n);
    more = byte >= 0x80;
  }
  const end = reader.at + infoBytes;
  for (let names = 1 + parameters; names > 0; names--) reader.uint();
  let line = 1;
  while (reader.at < end) {
    const byte = reader.byte();
    const isLong = byte >= 0x80;
    const codeBytes = isLong ? byte & 0xf : byte & 0x1f;
    if (codeBytes > 0) break;
    line += isLong ? ((byte << 4) & 0x700) | reader.byte() : byte >> 5;
  }
  return line;
}

/** Positional and keyword-only parameters: both have their names in the prelude. */
function parameterCount(reader: Reader): number {
  let byte = reader.byte();
  let [positional, keyword] = [byte & 3, 0];
  for (let n = 0; byte >= 0x80; n++) {
    byte = reader.byte();
    positional |= (byte & 4) << n;
    keyword |= ((byte & 8) >> 3) << n;
  }
  return positional + keyword;
}
