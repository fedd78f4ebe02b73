// What the modem hands to the network: the reference of each message, and what the network reports of it later.
// Sources: 3GPP TS 23.040 9.2.2.2 (SMS-SUBMIT), 9.2.3.5 (TP-Status-Report-Request), 9.2.3.6 (TP-Message-Reference).

import type { Modem } from "./modem.ts";
import { encodeStatusReport } from "./pdu-encode.ts";
import { submitAddress, wantsReport } from "./tpdu.ts";

export interface SentMessage {
  /** The PDU as handed over; in text mode the one that the modem made. */
  pdu: string;
  reference: number;
  atMs: number;
}

export class Outbox {
  readonly sent: SentMessage[] = [];
  private next: number;
  private busyUntilMs = 0;

  constructor(private readonly modem: Modem) {
    this.next = modem.settings.firstReference;
  }

  /** Takes an SMS-SUBMIT with its service centre's address; returns the reference that the network knows it by. */
  take(pdu: string): number {
    const reference = this.next & 0xff;
    this.next = reference + 1;
    this.busyUntilMs = this.modem.now() + this.modem.settings.timing.sendMs;
    this.sent.push({ pdu, reference, atMs: this.modem.now() });
    if (wantsReport(pdu)) this.reportLater(pdu, reference);
    return reference;
  }

  /** True while a message is on its way: calls are rejected meanwhile (manual 4.2.5). */
  get isBusy(): boolean {
    return this.modem.now() < this.busyUntilMs;
  }

  /** The network keeps its word while the modem is away: the report waits in its queue like any message. */
  private reportLater(pdu: string, reference: number): void {
    const { settings, faults } = this.modem;
    const fault = faults.take("report");
    const outcome = fault ? fault.outcome : settings.statusReport;
    if (!outcome) return;
    const sentAtMs = this.modem.now();
    this.modem.networkClock.later(settings.timing.sendMs + outcome.delayMs, () => {
      const time = this.modem.networkClock.stamp(sentAtMs);
      const doneTime = this.modem.networkClock.stamp(this.modem.now());
      const report = { reference, to: submitAddress(pdu), time, doneTime };
      this.modem.mailbox.offer(encodeStatusReport({ ...report, status: outcome.status }));
    });
  }
}
