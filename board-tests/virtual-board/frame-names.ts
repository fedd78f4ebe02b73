// The name of the Python function that a frame of the VM runs, read out of its memory: its file, the line at which it begins
// and its name there. Source: MicroPython, py/bc.h (the prelude of a function) and py/bc.c (mp_bytecode_get_source_line).
import type { Vm } from "../../transpiler/src/vm/index.ts";

export class FrameNames {
  private readonly texts = new Map<number, string>();
  /** By the address of the code, which stays where it is while it is in use. */
  private readonly known = new Map<number, { names: number; text: string }>();
  private at = 0;

  constructor(private readonly vm: Vm) {}

  /** @param codeState address of the frame's mp_code_state_t */
  nameOf(codeState: number): string {
    const words = new Uint32Array(this.vm.memory.buffer);
    const functionAt = words[codeState >> 2] ?? 0;
    const code = words[(functionAt + 12) >> 2] ?? 0;
    const context = words[(functionAt + 4) >> 2] ?? 0;
    const names = words[(context + 8) >> 2] ?? 0;
    const known = this.known.get(code);
    if (known?.names === names) return known.text;
    const text = this.read(new Uint8Array(this.vm.memory.buffer), code, names);
    this.known.set(code, { names, text });
    return text;
  }

  private read(bytes: Uint8Array, code: number, names: number): string {
    this.at = code;
    const parameters = this.parametersIn(bytes);
    const infoOctets = this.infoOctetsIn(bytes);
    const infoEnd = this.at + infoOctets;
    const text = (which: number) =>
      this.text((bytes[names + 2 * which] ?? 0) | ((bytes[names + 2 * which + 1] ?? 0) << 8));
    const name = text(this.number(bytes));
    for (let left = parameters; left > 0; left--) this.number(bytes);
    return `${text(0)}:${this.firstLine(bytes, infoEnd)} ${name}`;
  }

  /** MP_BC_PRELUDE_SIG: the sizes of the frame; of them only how many parameters have names. */
  private parametersIn(bytes: Uint8Array): number {
    let octet = bytes[this.at++] ?? 0;
    let positional = octet & 3;
    let byName = 0;
    for (let n = 0; octet & 0x80; n++) {
      octet = bytes[this.at++] ?? 0;
      positional |= (octet & 4) << n;
      byName |= ((octet & 8) >> 3) << n;
    }
    return positional + byName;
  }

  /** MP_BC_PRELUDE_SIZE: how long names and lines are. */
  private infoOctetsIn(bytes: Uint8Array): number {
    let size = 0;
    for (let n = 0; ; n++) {
      const octet = bytes[this.at++] ?? 0;
      size |= ((octet & 0x7e) >> 1) << (6 * n);
      if (!(octet & 0x80)) return size;
    }
  }

  /** Lines that are passed before the first octet of code; counted from 1. */
  private firstLine(bytes: Uint8Array, end: number): number {
    let line = 1;
    while (this.at < end) {
      const octet = bytes[this.at++] ?? 0;
      const isLong = (octet & 0x80) !== 0;
      if ((octet & (isLong ? 0x0f : 0x1f)) > 0) break;
      line += isLong ? ((octet << 4) & 0x700) | (bytes[this.at++] ?? 0) : octet >> 5;
    }
    return line;
  }

  private number(bytes: Uint8Array): number {
    let value = 0;
    for (let octet = 0x80; octet & 0x80; ) {
      octet = bytes[this.at++] ?? 0;
      value = (value << 7) | (octet & 0x7f);
    }
    return value;
  }

  private text(name: number): string {
    const known = this.texts.get(name);
    if (known !== undefined) return known;
    const text = this.vm.nameText(name);
    this.texts.set(name, text);
    return text;
  }
}
