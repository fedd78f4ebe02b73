// Code that is loaded when it is needed: one module in each turn of the loop, as a module's loading may take 40 ms.
import { forget, loadNext } from "late";
import { openSigned } from "../domain/end-to-end/signed-command.late.ts";
import { decodedOf } from "../domain/inbox/reading.late.ts";
import { openOutbox } from "../domain/outbox/open-outbox.late.ts";
import { openRequests } from "../domain/requests/requests.late.ts";
import type { LateCode } from "../ports/late-code.ts";

/** Which code: for sending messages, for reading them, for requests, for signatures. */
type CodeName = "sending" | "reading" | "requests" | "signatures";

export class BoardCode implements LateCode {
  constructor(private readonly name: CodeName) {}

  loadNext(): boolean {
    if (this.name === "sending") return loadNext(openOutbox);
    if (this.name === "signatures") return loadNext(openSigned);
    return this.name === "reading" ? loadNext(decodedOf) : loadNext(openRequests);
  }

  forget(): void {
    if (this.name === "sending") forget(openOutbox);
    else if (this.name === "signatures") forget(openSigned);
    else if (this.name === "reading") forget(decodedOf);
    else forget(openRequests);
  }
}
