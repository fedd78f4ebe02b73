// What a board's worker is started with.
import type { MessagePort } from "node:worker_threads";
import type { VmLocation } from "../../transpiler/src/vm/index.ts";
import type { BoardOptions, FlashOptions, NetworkOptions, WifiOptions } from "./board-options.ts";

export interface WorkerSetup {
  options: Omit<BoardOptions, "firmware" | "settings" | "profiledVm">;
  flash: FlashOptions;
  wifi: WifiOptions;
  network: NetworkOptions;
  /** Files of the flash by path: the firmware, and the settings. */
  files: Record<string, Uint8Array>;
  location: VmLocation;
  /** The Python files that stand in for the board's built-in modules, by name. */
  shims: Record<string, string>;
  control: SharedArrayBuffer;
  /** Where commands come from, read while the thread is blocked. */
  commands: MessagePort;
}

/** The control memory's 32-bit words. */
export const CONTROL = {
  /** Counts what the main thread has sent; the worker waits for it to change. */
  SENT: 0,
  /** Counts the worker's looks at it; the main thread's guard sees whether it still looks. */
  HEARTBEAT: 1,
  /** 1 while Python runs, 0 while it waits or there is none. */
  RUNNING: 2,
  /** 1 when the guard found a stall; the VM's next look is charged for it. */
  STALLED: 3,
} as const;

export const CONTROL_BYTES = 16;
