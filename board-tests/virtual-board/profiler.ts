// Where the processor's time goes: for each Python function what it takes itself and with all that it calls, told by the
// VM at each begin and end of a frame (make-vm.ts, `tellFrames`); and the times for which the watchdog was fed last.
import type { Vm } from "../../transpiler/src/vm/index.ts";
import { FrameNames } from "./frame-names.ts";
import { boardMs } from "./processor.ts";

export interface ProfileEntry {
  /** File, line and name of the function, as they are on the device. */
  readonly name: string;
  readonly calls: number;
  /** Milliseconds of the board. */
  readonly selfMs: number;
  readonly totalMs: number;
}

/** A time between two feedings of the watchdog, in ms of the board's time. */
export interface HoldUp {
  readonly atMs: number;
  readonly ms: number;
  /** What the functions took of it themselves, the dearest first; the rest passed waiting. */
  readonly functions: readonly { readonly name: string; readonly selfMs: number }[];
}

/** So many are kept, and so many functions of each. */
const HOLD_UPS_MAX = 12;
const FUNCTIONS_MAX = 8;

interface Sum {
  calls: number;
  self: number;
  total: number;
  /** Of its frames that are open: a function that calls itself counts once. */
  open: number;
  /** What it had taken itself when the watchdog was fed last. */
  fed: number;
}

interface Frame {
  readonly sum: Sum;
  readonly from: number;
  inner: number;
}

export class Profiler {
  private vm: Vm | undefined;
  private readonly sums = new Map<string, Sum>();
  private names: FrameNames | undefined;
  private frames: Frame[] = [];
  private longest: HoldUp[] = [];
  private fedAtMs = Number.NaN;

  starts(vm: Vm): void {
    this.vm = vm;
    this.frames = [];
    this.names = new FrameNames(vm);
    this.fedAtMs = Number.NaN;
  }

  /** Forgets what was; the frames that are open count from now on. */
  clear(): void {
    this.sums.clear();
    this.frames = [];
    this.longest = [];
    this.fedAtMs = Number.NaN;
  }

  enter(codeState: number): void {
    if (!this.vm || !this.names) return;
    const name = this.names.nameOf(codeState);
    const sum = this.sums.get(name) ?? { calls: 0, self: 0, total: 0, open: 0, fed: 0 };
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

  /** The watchdog was fed. */
  fed(atMs: number): void {
    const ms = atMs - this.fedAtMs;
    this.fedAtMs = atMs;
    if (!(ms > (this.longest[HOLD_UPS_MAX - 1]?.ms ?? 0))) return this.forgetShare();
    const shares = [...this.sums].map(([name, sum]) => ({ name, selfMs: boardMs(this.selfOf(sum) - sum.fed) }));
    shares.sort((a, b) => b.selfMs - a.selfMs);
    this.longest.push({ atMs, ms, functions: shares.slice(0, FUNCTIONS_MAX).filter(({ selfMs }) => selfMs > 0) });
    this.longest.sort((a, b) => b.ms - a.ms);
    this.longest.length = Math.min(this.longest.length, HOLD_UPS_MAX);
    this.forgetShare();
  }

  /** The longest first. */
  holdUps(): readonly HoldUp[] {
    return this.longest;
  }

  private forgetShare(): void {
    for (const sum of this.sums.values()) sum.fed = this.selfOf(sum);
  }

  /** With what its open frames have taken themselves so far. */
  private selfOf(sum: Sum): number {
    let self = sum.self;
    const now = this.vm?.instructions() ?? 0;
    for (const [at, frame] of this.frames.entries()) {
      if (frame.sum !== sum) continue;
      self += (this.frames[at + 1]?.from ?? now) - frame.from - frame.inner;
    }
    return self;
  }
}
