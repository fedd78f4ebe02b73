// The code for sending: one module in each turn of the loop, as a module's loading may take 40 ms.
import { forget, loadNext } from "late";
import { openOutbox } from "../domain/outbox/open-outbox.late.ts";
import type { SendingCode } from "../ports/sending-code.ts";

export class LateSendingCode implements SendingCode {
  loadNext(): boolean {
    return loadNext(openOutbox);
  }

  forget(): void {
    forget(openOutbox);
  }
}
