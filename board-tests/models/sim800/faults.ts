// What can go wrong with the modem, as data: each fault waits for its occasion and is used up by it.

import type { FinalResult } from "./result-codes.ts";

export type ModemFault =
  /** The next `times` runs of `command` (such as "+CMGD") end with this result and do nothing. */
  | { kind: "fail"; command: string; result: FinalResult; times: number }
  /** The next `times` runs of `command` answer `ms` later. */
  | { kind: "slow"; command: string; ms: number; times: number }
  /** The next `times` runs of `command` do what they do, and nothing answers. */
  | { kind: "silent"; command: string; times: number }
  /** The next listing is interrupted by a line of its own after `afterUnits` entries (or lines). */
  | { kind: "interrupt"; text: string; afterUnits: number; times: number }
  /** After the next AT+CMGR its slot is taken by another message. */
  | { kind: "replace-after-read"; pdu: string; times: number };

export class FaultList {
  private faults: ModemFault[] = [];

  add(fault: ModemFault): void {
    this.faults.push({ ...fault });
  }

  clear(): void {
    this.faults = [];
  }

  /** Uses up one occasion of the first fault of `kind` (and for `command`); undefined if there is none. */
  take<K extends ModemFault["kind"]>(kind: K, command?: string): Extract<ModemFault, { kind: K }> | undefined {
    const fault = this.faults.find((each) => each.kind === kind && (!("command" in each) || each.command === command));
    if (!fault) return undefined;
    fault.times--;
    if (fault.times <= 0) this.faults = this.faults.filter((each) => each !== fault);
    return fault as Extract<ModemFault, { kind: K }>;
  }
}
