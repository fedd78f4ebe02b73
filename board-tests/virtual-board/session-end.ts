// Why a run of the board ended. Thrown from within a hook of the VM it unwinds the VM and everything in it: RAM is gone.

export type EndReason =
  /** The supply was cut. */
  | "power-off"
  /** The supply failed at the flash operation that `flashCutAt` named. */
  | "flash-cut"
  /** The watchdog was not fed. */
  | "watchdog"
  /** machine.reset(). */
  | "reset"
  /** machine.soft_reset(), or Ctrl-D at the prompt. */
  | "soft-reset";

export class SessionEnd extends Error {
  override readonly name = "SessionEnd";

  /** @param toRaw a soft reset from the raw prompt: the next run begins there, without main.py */
  constructor(
    readonly reason: EndReason,
    readonly toRaw = false,
  ) {
    super(reason);
  }
}
