// What can go wrong with the modem, as data: each fault waits for its occasion and is used up by it.
// `command` is a name such as "+CMGD"; "+CMGS:body" is what comes after the text or PDU at the prompt, up to its final
// result, while "+CMGS" is the command up to the prompt.

import type { FinalResult } from "./result-codes.ts";
import type { ReportOutcome } from "./settings.ts";

export type ModemFault =
  /** The next `times` runs of `command` (such as "+CMGD") end with this result and do nothing. */
  | { kind: "fail"; command: string; result: FinalResult; times: number }
  /** The next `times` runs of `command` answer `ms` later. */
  | { kind: "slow"; command: string; ms: number; times: number }
  /** The next `times` runs of `command` do what they do, and nothing answers. */
  | { kind: "silent"; command: string; times: number }
  /** The next answer to `command` (a listing, if not given) is interrupted by these lines after `afterUnits` entries. */
  | { kind: "interrupt"; text: string; afterUnits: number; times: number; command?: string }
  /** In the next answer to `command`, `drop` octets from octet `at` on are lost, and `put` stands in their place. */
  | { kind: "damage"; command: string; at: number; drop: number; put?: string; times: number }
  /** The modem restarts after `afterOctets` octets of the next answer to `command`, whose work is done. */
  | { kind: "restart"; command: string; afterOctets: number; times: number }
  /** The modem restarts when it hears the `times`-th octet from now on, of a command or of what stands at a prompt. */
  | { kind: "restart-hearing"; times: number }
  /** After the next AT+CMGR its slot is taken by another message. */
  | { kind: "replace-after-read"; pdu: string; times: number }
  /** The next message from the network is stored without a word. */
  | { kind: "unannounced"; times: number }
  /** The network delivers the next message once more, as when the acknowledgement was lost. */
  | { kind: "deliver-twice"; times: number }
  /** What the network reports of the next sent message that asked for it; null: nothing. */
  | { kind: "report"; outcome: ReportOutcome | null; times: number };

const LISTING = "+CMGL";

export class FaultList {
  private faults: ModemFault[] = [];

  add(fault: ModemFault): void {
    this.faults.push(fault.kind === "interrupt" ? { command: LISTING, ...fault } : { ...fault });
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
