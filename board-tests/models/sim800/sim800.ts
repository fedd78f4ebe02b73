// The emulated SIM800 as tests and the simulator hold it: what the network does to it, what can be seen of it, what
// outlives its power. In: bytes from the board, messages from the network, pins. Out: bytes to the board.

import { Machine } from "./machine.ts";
import type { Delivery, DeliveryOptions } from "./mailbox.ts";
import type { Registration } from "./radio.ts";
import type { Sim800Memory, Sim800Report } from "./report.ts";
import { isPduHex } from "./tpdu.ts";

export type { Sim800Memory, Sim800Report } from "./report.ts";

export class Sim800 extends Machine {
  /** A message for this SIM, as hex with the service centre's address. Throws RangeError if it is no such hex. */
  deliver(pdu: string, options: DeliveryOptions = {}): Delivery {
    return this.mailbox.offer(checkedPdu(pdu), options);
  }

  /** Puts a message on the SIM without a word, as if it had been there before; returns its slot, null if it is full. */
  preload(pdu: string, memory: "SM" | "ME" = "SM"): number | null {
    return this.memory(memory)?.store(checkedPdu(pdu)) ?? null;
  }

  /** Another message in a slot of the SIM, or none (null), without a word: as if a phone had held the SIM meanwhile. */
  overwrite(slot: number, pdu: string | null): void {
    if (pdu === null) this.sim.messages.delete(slot);
    else this.sim.messages.put(slot, { status: 0, pdu: checkedPdu(pdu) });
  }

  /** Takes the SIM out, or puts it back; a SIM that is back is read at the next start. */
  setSim(present: boolean): void {
    this.sim.present = present;
    this.sim.closed = this.powered;
    this.smsReady = false;
    if (!this.powered || present) return;
    this.radio.set(0);
    this.unsolicited("+CPIN: NOT INSERTED");
  }

  /** Sends raw bytes as they are, between two lines: garbage, or a line of any kind. */
  inject(bytes: Uint8Array): void {
    if (this.powered) this.transmitter.sendUnsolicited(bytes);
  }

  /** Stops hearing and answering until it is restarted, or called with false. */
  mute(muted: boolean): void {
    this.muted = muted;
    if (!muted) return;
    this.transmitter.clear();
    this.interpreter.restart();
  }

  /** The network changes its mind: home, searching, denied, roaming. */
  setRegistration(stat: Registration): void {
    this.radio.offered = stat;
    if (this.powered && this.radio.cfun === 1) this.radio.set(stat);
  }

  /** A call from `number` ("": withheld): RING every 3 s, `rings` times, unless ATH rejects it first. */
  call(number: string, rings = 3): void {
    if (this.radio.registered && !this.outbox.isBusy) this.incomingCall.begin(number, rings);
  }

  /** Everything there is to see, as plain data. */
  report(): Sim800Report {
    return {
      powered: this.powered,
      registration: this.radio.stat,
      operator: this.radio.registered ? this.settings.operator : null,
      rssi: this.radio.rssi,
      supplyMv: this.supply.millivolts,
      baud: this.baud,
      capacity: this.sim.messages.capacity,
      slots: this.sim.messages.contents(),
      ownSlots: this.memory("ME")?.contents() ?? [],
      held: this.mailbox.held,
      deliveries: this.mailbox.deliveries.map((each) => ({ ...each })),
      sent: this.outbox.sent.map((each) => ({ ...each })),
      commands: this.interpreter.log.map((each) => ({ ...each })),
    };
  }

  /** What a file must hold so that the same SIM and modem can be there tomorrow. */
  remember(): Sim800Memory {
    return {
      saved: { ...this.saved },
      cfun: this.radio.keptCfun,
      serviceCentre: this.serviceCentre,
      tries: [this.sim.pinTries, this.sim.pukTries],
      sim: this.sim.messages.contents(),
      own: this.memory("ME")?.contents() ?? [],
      held: this.mailbox.held,
    };
  }

  /** Brings back what remember() gave, of this or of an earlier version; before powerOn. */
  recall(memory: Sim800Memory): void {
    this.saved = { ...this.saved, ...memory.saved };
    this.radio.setLevel(memory.cfun === 4 ? 4 : 1);
    this.serviceCentre = memory.serviceCentre ?? this.serviceCentre;
    [this.sim.pinTries, this.sim.pukTries] = memory.tries ?? [this.sim.pinTries, this.sim.pukTries];
    for (const [name, contents] of [["SM", memory.sim] as const, ["ME", memory.own] as const]) {
      const store = this.memory(name);
      for (const { slot, ...message } of contents) if (store?.has(slot)) store.put(slot, message);
    }
    for (const pdu of memory.held) this.mailbox.offer(pdu);
  }
}

function checkedPdu(pdu: string): string {
  if (!isPduHex(pdu)) throw new RangeError("a PDU is hex digits in pairs, the service centre's address included");
  return pdu.toUpperCase();
}
