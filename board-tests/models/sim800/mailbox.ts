// How messages reach the modem: the network's queue, the routing by AT+CNMI and class, the announcement.
// Sources: AT Command Manual V1.12 4.2.8 (AT+CNMI), 3GPP TS 27.005 3.4.1, 3GPP TS 23.038 4 (classes).

import type { Modem } from "./modem.ts";
import { inspectPdu, type TpduFacts } from "./tpdu.ts";

export interface Delivery {
  pdu: string;
  /** When the network had it for this SIM, in ms. */
  offeredAtMs: number;
  /** When the modem took it, in ms; null while the network holds it. */
  takenAtMs: number | null;
  /** Slot it went to; 0 when it was handed on without being stored. */
  slot: number;
  /** When the last bit of its announcement left the modem, in ms; null without one. */
  announcedAtMs: number | null;
}

export interface DeliveryOptions {
  /** What follows the slot in +CMTI, such as `,"MMS PUSH"`. */
  suffix?: string;
}

interface Waiting {
  delivery: Delivery;
  suffix: string;
}

export class Mailbox {
  /** Every message of this run, in the order in which it came. */
  readonly deliveries: Delivery[] = [];
  private waiting: Waiting[] = [];
  private handingOver = false;

  constructor(
    private readonly modem: Modem,
    private readonly announce: (text: string, sent: (atMs: number) => void) => void,
  ) {}

  /** PDUs that the network still holds. */
  get held(): string[] {
    return this.waiting.map((each) => each.delivery.pdu);
  }

  /** The network has a message: it arrives now if it can, else the network holds it. */
  offer(pdu: string, options: DeliveryOptions = {}): Delivery {
    const delivery: Delivery = { pdu, offeredAtMs: this.modem.now(), takenAtMs: null, slot: 0, announcedAtMs: null };
    this.deliveries.push(delivery);
    this.waiting.push({ delivery, suffix: options.suffix ?? "" });
    if (this.waiting.length === 1 && !this.handingOver) this.handOverNext();
    return delivery;
  }

  /** The modem can take messages again (registered, a slot freed): the network sends what it holds, one by one. */
  wake(): void {
    if (this.handingOver || this.waiting.length === 0) return;
    this.handOverLater(this.modem.settings.timing.heldDeliveryMs);
  }

  /** The modem restarted: what was under way is not, the network still holds the rest. */
  modemRestarted(): void {
    this.handingOver = false;
  }

  private handOverLater(ms: number): void {
    this.handingOver = true;
    this.modem.later(ms, () => {
      this.handingOver = false;
      if (this.handOverNext() && this.waiting.length > 0) this.handOverLater(this.modem.settings.timing.heldSpacingMs);
    });
  }

  /** Hands the first waiting message to the modem; false if it cannot take it. */
  private handOverNext(): boolean {
    const next = this.waiting[0];
    if (!next || !this.modem.radio.registered || !this.modem.storageReady) return false;
    if (!this.take(next)) return false;
    next.delivery.takenAtMs = this.modem.now();
    this.waiting.shift();
    return true;
  }

  private take(next: Waiting): boolean {
    const facts = inspectPdu(next.delivery.pdu);
    if (facts.kind === "status-report") return this.report(next.delivery, facts);
    if (this.goesOutDirectly(facts)) return this.handOn("+CMT: ,", next.delivery, facts);
    return this.store(next);
  }

  /** mt 2 hands everything on but class 2; mt 3 only class 3; class 0 is never stored without AT+SCLASS0=1. */
  private goesOutDirectly(facts: TpduFacts): boolean {
    const { cnmi, sclass0 } = this.modem.profile;
    const mt = cnmi[1];
    if (facts.messageClass === 0 && sclass0 === 0) return true;
    if (mt === 2) return facts.messageClass !== 2;
    return mt === 3 && facts.messageClass === 3;
  }

  private report(delivery: Delivery, facts: TpduFacts): boolean {
    if (this.modem.profile.cnmi[3] === 1) return this.handOn("+CDS: ", delivery, facts);
    return true; // reports are not stored on a SIM800: without ds=1 they are lost
  }

  private handOn(head: string, delivery: Delivery, facts: TpduFacts): boolean {
    if (head.startsWith("+CMT") && this.modem.profile.cnmi[1] === 0) return true; // nobody to show it to
    this.say(`${head}${facts.length}\r\n${delivery.pdu}`, delivery);
    return true;
  }

  private store(next: Waiting): boolean {
    const memoryName = this.modem.profile.cpms[2];
    const slot = this.modem.memory(memoryName)?.store(next.delivery.pdu) ?? 0;
    if (slot === 0) return false;
    next.delivery.slot = slot;
    const named = this.modem.settings.behaviour.announcedMemory ?? memoryName;
    if (this.modem.profile.cnmi[1] !== 0) this.say(`+CMTI: "${named}",${slot}${next.suffix}`, next.delivery);
    return true;
  }

  private say(text: string, delivery: Delivery): void {
    this.announce(text, (atMs) => {
      delivery.announcedAtMs = atMs;
    });
  }
}
