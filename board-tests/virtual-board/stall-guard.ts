// Sees on the main thread that Python runs without ever looking at the clock (`while True: pass`), and makes the VM look:
// so the watchdog bites, a power cut is heard, and Ctrl-C too.
import { interruptVm } from "../../transpiler/src/vm/index.ts";
import { CONTROL } from "./worker-setup.ts";

/** How often it looks, in real ms. */
const LOOK_MS = 100;

/** In virtual time a long computation must not change the run: only after this many real ms without a look is it a stall. */
const STALL_MS_VIRTUAL = 1_000;
const STALL_MS_REAL = LOOK_MS;

/** The looks that one interruption causes by itself. */
const OWN_LOOKS_MAX = 4;

export class StallGuard {
  private timer: NodeJS.Timeout | undefined;
  private heartbeat = 0;
  private stalledMs = 0;
  private vm: { memory: SharedArrayBuffer; schedStateAddress: number } | undefined;
  private readonly stallMs: number;

  constructor(
    private readonly control: Int32Array,
    virtual: boolean,
  ) {
    this.stallMs = virtual ? STALL_MS_VIRTUAL : STALL_MS_REAL;
  }

  /** A VM has started; it replaces the one before. */
  watch(memory: SharedArrayBuffer, schedStateAddress: number): void {
    this.vm = { memory, schedStateAddress };
    this.timer ??= setInterval(() => this.look(), LOOK_MS).unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const heartbeat = Atomics.load(this.control, CONTROL.HEARTBEAT);
    const looks = heartbeat - this.heartbeat;
    this.heartbeat = heartbeat;
    const alive = looks > (this.stalledMs >= this.stallMs ? OWN_LOOKS_MAX : 0);
    const running = Atomics.load(this.control, CONTROL.RUNNING) === 1;
    this.stalledMs = alive || !running ? 0 : this.stalledMs + LOOK_MS;
    if (this.stalledMs < this.stallMs || !this.vm) return;
    Atomics.store(this.control, CONTROL.STALLED, 1);
    interruptVm(this.vm.memory, this.vm.schedStateAddress);
  }
}
