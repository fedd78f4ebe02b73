// Where the processor's time goes: for each Python function what it takes itself and with all that it calls, told by the
// VM at each begin and end of a frame (make-vm.ts, `tellFrames`). Reads names out of the VM's memory: py/bc.h, py/qstr.h.
import type { Vm } from "../../transpiler/src/vm/index.ts";
import { boardMs } from "./processor.ts";

export interface ProfileEntry {
  /** File and name of the function. */
  readonly name: string;
  readonly calls: number;
  /** Milliseconds of the board. */
  readonly selfMs: number;
  readonly totalMs: number;
}

interface Sum {
  calls: number;
  self: number;
  total: number;
  /** Of its frames that are open: a function that calls itself counts once. */
  open: number;
}

interface Frame {
  readonly sum: Sum;
  readonly from: number;
  inner: number;
}

export class Profiler {
  private vm: Vm | undefined;
  private readonly sums = new Map<string, Sum>();
  private readonly names = new Map<number, string>();
  private frames: Frame[] = [];

  starts(vm: Vm): void {
    this.vm = vm;
    this.frames = [];
    this.names.clear();
  }

  /** Forgets what was; the frames that are open count from now on. */
  clear(): void {
    this.sums.clear();
    this.frames = [];
  }

  enter(codeState: number): void {
    if (!this.vm) return;
    const name = this.nameOf(this.vm, codeState);
    const sum = this.sums.get(name) ?? { calls: 0, self: 0, total: 0, open: 0 };
    this.sums.set(name, sum);
    sum.calls++;
    sum.open++;
    this.frames.push({ sum, from: this.vm.instructions(), inner: 0 });
  }

  leave(): void {
    const frame = this.frames.pop();
    if (!frame || !this.vm) return;
    const taken = this.vm.instructions() - frame.from;
    frame.sum.self += taken - frame.inner;
    frame.sum.open--;
    if (frame.sum.open === 0) frame.sum.total += taken;
    const outer = this.frames.at(-1);
    if (outer) outer.inner += taken;
  }

  /** The dearest first. */
  report(): ProfileEntry[] {
    const entries = [...this.sums].map(([name, { calls, self, total }]) => {
      return { name, calls, selfMs: boardMs(self), totalMs: boardMs(total) };
    });
    return entries.sort((a, b) => b.selfMs - a.selfMs);
  }

  private nameOf(vm: Vm, codeState: number): string {
    const words = new Uint32Array(vm.memory.buffer);
    const bytes = new Uint8Array(vm.memory.buffer);
    const word = (address: number) => words[address >> 2] ?? 0;
    const functionAt = word(codeState);
    let at = word(functionAt + 12);
    const skip = () => {
      while ((bytes[at++] ?? 0) & 0x80);
    };
    skip(); // sizes of the frame
    skip(); // sizes of what follows
    let index = 0;
    for (let octet = 0x80; octet & 0x80; ) {
      octet = bytes[at++] ?? 0;
      index = (index << 7) | (octet & 0x7f);
    }
    const table = word(word(functionAt + 4) + 8);
    const name = (which: number) =>
      this.text(vm, (bytes[table + 2 * which] ?? 0) | ((bytes[table + 2 * which + 1] ?? 0) << 8));
    return `${name(0)} ${name(index)}`;
  }

  private text(vm: Vm, name: number): string {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const text = vm.nameText(name);
    this.names.set(name, text);
    return text;
  }
}
