// What the RP2040 at 125 MHz takes to run Python, told from what the VM's WebAssembly executes: a weight for each kind of
// instruction, and one constant. scripts/tests/processor-charge.test.ts holds both against times measured on the chip.
import type { Vm } from "../../transpiler/src/vm/index.ts";

/**
 * Weights of WebAssembly's instructions (core specification, "Index of Instructions"), the first to the last opcode of a
 * kind. A plain operation weighs 2. What a Cortex-M0+ has no instruction for is dear: it divides by way of a
 * peripheral, computes with floats in software, saves registers at each call, and calls through a pointer into code that
 * its small cache has lost.
 */
const WEIGHTS: readonly (readonly [first: number, last: number, weight: number])[] = [
  [0x04, 0x04, 2], // if
  [0x0c, 0x0e, 2], // br, br_if, br_table
  [0x0f, 0x0f, 2], // return
  [0x10, 0x10, 12], // call
  [0x11, 0x11, 60], // call_indirect
  [0x1b, 0x1b, 2], // select
  [0x23, 0x24, 1], // global.get, global.set
  [0x28, 0x35, 3], // loads
  [0x36, 0x3e, 2], // stores
  [0x45, 0x4f, 2], // comparisons of i32
  [0x50, 0x5a, 4], // of i64
  [0x5b, 0x66, 100], // of floats
  [0x67, 0x6c, 2], // clz, ctz, popcnt, add, sub, mul of i32
  [0x6d, 0x70, 90], // div, rem
  [0x71, 0x78, 2], // bits of i32
  [0x79, 0x7e, 4], // arithmetic of i64
  [0x7f, 0x82, 90], // its div, rem
  [0x83, 0x8a, 4], // its bits
  [0x8b, 0xa6, 100], // arithmetic of floats
  [0xa7, 0xc4, 2], // conversions
  [0xfc, 0xfc, 40], // memory.copy, memory.fill
];

/** Of one microsecond. */
const UNITS_PER_US = 110;
const US_PER_MS = 1000;

/**
 * A function of the bridge is called by a method in Python and by way of JavaScript, where a board has a method in C: it
 * is let off as much as leaves some 10 us for a call of UART.any(), 20 for one of poll.poll().
 */
const BRIDGE_CALL_UNITS = 1_900;
const DEARER_CALLS_UNITS: Readonly<Record<string, number>> = { uart_read: 4_500, stdin_any: 17_000 };

/** A short loop, or one that calls nothing, stays in the cache of the flash and its values in registers: it runs nearly at the chip's full speed. */
const TIGHT = 0.6;

export function weightOf(opcode: number, isTight: boolean): number {
  const weight = WEIGHTS.find(([first, last]) => opcode >= first && opcode <= last)?.[2] ?? 0;
  return Math.round(weight * (isTight ? TIGHT : 1));
}

/** Milliseconds of a board that so many weighted instructions take. */
export function boardMs(units: number): number {
  return units / (UNITS_PER_US * US_PER_MS);
}

/** How long the processor has worked since it was last asked. */
export class Processor {
  private vm: Vm | undefined;
  private taken = 0;

  /** A program starts on `vm`; what the VM did before is not the board's. */
  starts(vm: Vm): void {
    this.vm = vm;
    this.taken = vm.instructions();
  }

  /** In milliseconds. */
  takeMs(): number {
    if (!this.vm) return 0;
    const units = this.vm.instructions() - this.taken;
    if (units <= 0) return 0;
    this.taken += units;
    return boardMs(units);
  }

  /** The program has called this function of the bridge. */
  bridgeCalled(name: string): void {
    this.taken += DEARER_CALLS_UNITS[name] ?? BRIDGE_CALL_UNITS;
  }
}
