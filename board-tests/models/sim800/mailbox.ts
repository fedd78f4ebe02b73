// How messages reach the modem: the network's queue, the routing by AT+CNMI and class, the announcement.
// Sources: AT Command Manual V1.12 4.2.8 (AT+CNMI), 3GPP TS 27.005 3.4.1, 3GPP TS 23.038 4 (classes).
// Its own lines are kept back while AT+CNMI's mode is 0.

import { textModeLine, textModeReport } from "./commands/text-mode.ts";
import { storeUnder } from "./memory-names.ts";
import type { Modem } from "./modem.ts";
import { inspectPdu, type TpduFacts } from "./tpdu.ts";

export interface Delivery {
  pdu: string;
  /** When the network had it for this SIM, in ms. */
  offeredAtMs: number;
  /** When the modem took it, in ms; null while the network holds it. */
  takenAtMs: number | null;
  /** Slot it went to; null when it was handed on without being stored, or is not there yet. */
  slot: number | null;
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

interface Line {
  text: string;
  delivery: Delivery;
}

/** Lines that a modem keeps back in mode 0 [f]. */
const KEPT_LINES_MAX = 20;

export class Mailbox {
  /** Every message of this run, in the order in which it came. */
  readonly deliveries: Delivery[] = [];
  private waiting: Waiting[] = [];
  private kept: Line[] = [];
  private handingOver = false;

  constructor(private readonly modem: Modem) {}

  /** PDUs that the network still holds. */
  get held(): string[] {
    return this.waiting.map((each) => each.delivery.pdu);
  }

  /** The network has a message: it arrives now if it can, else the network holds it. */
  offer(pdu: string, options: DeliveryOptions = {}): Delivery {
    const delivery: Delivery = { pdu, offeredAtMs: this.modem.now(), takenAtMs: null, slot: null, announcedAtMs: null };
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
    this.kept = [];
  }

  /** AT+CNMI was set: what was kept back in mode 0 is sent now, or with bfr 1 forgotten. */
  announcementsSet(): void {
    const [mode, , , , bfr] = this.modem.profile.cnmi;
    if (mode === 0) return;
    const kept = this.kept;
    this.kept = [];
    if (bfr === 0) for (const line of kept) this.send(line);
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
    if (this.modem.faults.take("deliver-twice")) this.offer(next.delivery.pdu);
    return true;
  }

  private take(next: Waiting): boolean {
    const facts = inspectPdu(next.delivery.pdu);
    if (facts.kind === "status-report") return this.report(next, facts);
    if (this.goesOutDirectly(facts)) return this.handOn(next.delivery, facts);
    return this.store(next, facts.messageClass === 2 ? "SM" : this.modem.profile.cpms[2], "+CMTI");
  }

  /** mt 2 hands everything on but class 2; mt 3 only class 3; class 0 is never stored without AT+SCLASS0=1. */
  private goesOutDirectly(facts: TpduFacts): boolean {
    const { cnmi, sclass0 } = this.modem.profile;
    const mt = cnmi[1];
    if (facts.messageClass === 0 && sclass0 === 0) return true;
    if (mt === 2) return facts.messageClass !== 2;
    return mt === 3 && facts.messageClass === 3;
  }

  /** ds 1 hands it on, ds 2 stores it where the modem can; else it is lost, and the network has its answer all the same. */
  private report(next: Waiting, facts: TpduFacts): boolean {
    const ds = this.modem.profile.cnmi[3];
    const memory = this.modem.model.reportMemory;
    if (ds === 2 && memory !== null) return this.store(next, memory, "+CDSI");
    if (ds !== 1) return true;
    const { pdu } = next.delivery;
    this.say(this.inTextMode ? textModeReport(pdu) : `+CDS: ${facts.length}\r\n${pdu}`, next.delivery);
    return true;
  }

  private handOn(delivery: Delivery, facts: TpduFacts): boolean {
    if (this.modem.profile.cnmi[1] === 0) return true; // nobody to show it to
    const { pdu } = delivery;
    const text = this.inTextMode ? textModeLine(pdu, this.modem.profile.cscs) : `+CMT: ,${facts.length}\r\n${pdu}`;
    this.say(text, delivery);
    return true;
  }

  private get inTextMode(): boolean {
    return this.modem.profile.cmgf === 1;
  }

  private store(next: Waiting, name: string, head: "+CMTI" | "+CDSI"): boolean {
    const stored = storeUnder(this.modem, name, { status: 0, pdu: next.delivery.pdu });
    if (!stored) return false;
    next.delivery.slot = stored.slot;
    const named = this.modem.settings.behaviour.announcedMemory ?? stored.memory;
    const isAnnounced = head === "+CDSI" || this.modem.profile.cnmi[1] !== 0;
    if (isAnnounced && !this.modem.faults.take("unannounced"))
      this.say(`${head}: "${named}",${stored.slot}${next.suffix}`, next.delivery);
    return true;
  }

  private say(text: string, delivery: Delivery): void {
    if (this.modem.profile.cnmi[0] !== 0) return this.send({ text, delivery });
    this.kept.push({ text, delivery });
    if (this.kept.length > KEPT_LINES_MAX) this.kept.shift();
  }

  private send({ text, delivery }: Line): void {
    this.modem.unsolicited(text, (atMs) => {
      delivery.announcedAtMs = atMs;
    });
  }
}
