// Code that is loaded when it is needed: one module in each turn of the loop, as a module's loading may take 40 ms.
import { discard, loadNext } from "late";
import { answerTo } from "../domain/console-answers.late.ts";
import { openSigned } from "../domain/end-to-end/signed-command.late.ts";
import { decodedOf } from "../domain/inbox/reading.late.ts";
import { openCalls } from "../domain/modem/calls.late.ts";
import { openOutbox } from "../domain/outbox/open-outbox.late.ts";
import { openRequests } from "../domain/requests/requests.late.ts";
import { troubleOf } from "../domain/screens/states.late.ts";
import { toAscii } from "../domain/screens/to-ascii.late.ts";
import { setOffset } from "../domain/time-zone.late.ts";
import type { LateCode } from "../ports/late-code.ts";

/**
 * Which code: for sending messages, for reading them (and showing them), for requests, for signatures, for calls, for the
 * console, for what tells of troubles.
 */
type CodeName = "sending" | "reading" | "requests" | "signatures" | "calls" | "console" | "troubles";

export class BoardCode implements LateCode {
  constructor(private readonly name: CodeName) {}

  loadNext(): boolean {
    if (this.name === "sending") return loadNext(openOutbox);
    if (this.name === "requests") return loadNext(openRequests);
    if (this.name === "signatures") return loadNext(openSigned);
    // These are loaded when they are called.
    if ("calls console troubles".includes(this.name)) return true;
    return loadNext(decodedOf) && loadNext(toAscii);
  }

  forget(): void {
    // By what tells of a time (local-time.ts). For others it would hold up the loop for nothing, 30 ms.
    if ("sending calls".includes(this.name)) discard(setOffset);
    if (this.name === "sending") discard(openOutbox);
    else if (this.name === "requests") discard(openRequests);
    else if (this.name === "signatures") discard(openSigned);
    else if (this.name === "calls") discard(openCalls);
    else if (this.name === "console") discard(answerTo);
    else if (this.name === "troubles") discard(troubleOf);
    else {
      discard(decodedOf);
      discard(toAscii);
    }
  }
}
