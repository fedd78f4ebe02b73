// Code that is loaded when it is needed: one module in each turn of the loop, as a module's loading may take 40 ms.
import { forget, loadNext } from "late";
import { decodedOf } from "../domain/inbox/reading.late.ts";
import { openOutbox } from "../domain/outbox/open-outbox.late.ts";
import { openRequests } from "../domain/requests/requests.late.ts";
import type { LateCode } from "../ports/late-code.ts";

/** The code for sending. */
export class SendingCode implements LateCode {
  loadNext(): boolean {
    return loadNext(openOutbox);
  }

  forget(): void {
    forget(openOutbox);
  }
}

/** The code for requests. */
export class RequestCode implements LateCode {
  loadNext(): boolean {
    return loadNext(openRequests);
  }

  forget(): void {
    forget(openRequests);
  }
}

/** The code for reading messages. */
export class ReadingCode implements LateCode {
  loadNext(): boolean {
    return loadNext(decodedOf);
  }

  forget(): void {
    forget(decodedOf);
  }
}
