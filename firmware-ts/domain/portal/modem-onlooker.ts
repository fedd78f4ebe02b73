// Who asks the modem for nothing: in setup mode the conversation runs, so that the page can tell how modem and SIM are, but no
// message is read, deleted or sent. What comes is stored on the SIM as ever, and is there for the gateway.
import { storageSize } from "../at/parse.ts";
import type { Millis } from "../millis.ts";
import type { ModemClient, ModemJob } from "../modem/jobs.ts";
import type { ModemSender } from "../modem/submission.ts";
import type { SubmitPdu } from "../pdu/submit.ts";

export class ModemOnlooker implements ModemClient, ModemSender {
  /** Messages on the SIM, and how many it takes; -1 the modem has not said yet. */
  stored = -1;
  capacity = -1;

  nextJob(_now: Millis): ModemJob | null {
    return null;
  }

  sized(line: string): void {
    this.capacity = storageSize(line);
    // `+CPMS: <used>,…` as `+CPMS: 0,<used>`, which is read in the same way.
    this.stored = storageSize(line.replace(":", ":,"));
  }

  announced(_slot: number): void {
    if (this.stored >= 0) this.stored = Math.min(this.stored + 1, 999);
  }

  nextPart(_now: Millis): SubmitPdu | null {
    return null;
  }

  /** A report is of no concern here, whoever it is about. */
  reported(_pdu: ReadonlyUint8Array): boolean {
    return true;
  }

  // None of what follows can happen without a job or a part.
  found(): void {}
  foundForeign(): void {}
  doubtful(): void {}
  finished(): void {}
  interrupted(): void {}
  delivered(): void {}
  distrust(): void {}
  took(): void {}
  refused(): void {}
  unanswered(): void {}
}
