// The emulated SIM800: power, reset and boot, and everything that its parts share.
// In: bytes from the board, messages from the network, pins. Out: bytes to the board. Its SIM and its stored
// parameters outlive its power.

import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { PinDevice } from "../pin.ts";
import type { SerialDevice, UartLine } from "../uart-line.ts";
import { Autobaud } from "./autobaud.ts";
import { lockText, registrationText } from "./commands/network.ts";
import { FaultList } from "./faults.ts";
import { IncomingCall } from "./incoming-call.ts";
import { type CommandRecord, Interpreter } from "./interpreter.ts";
import { type Delivery, type DeliveryOptions, Mailbox } from "./mailbox.ts";
import { MessageStore, type SlotContent } from "./message-store.ts";
import type { Modem, SentMessage } from "./modem.ts";
import { networkTimeLines } from "./network-time.ts";
import { factoryProfile, type Profile, type SavedProfile, savedPart, volatileDefaults } from "./profile.ts";
import { Radio, type Registration } from "./radio.ts";
import { ResetPin } from "./reset-pin.ts";
import { type Sim800Options, type Sim800Settings, sim800Settings } from "./settings.ts";
import { SimCard } from "./sim-card.ts";
import { isPduHex } from "./tpdu.ts";
import { Transmitter } from "./transmitter.ts";

export interface Sim800Report {
  powered: boolean;
  registration: Registration;
  operator: string | null;
  rssi: number;
  /** 0 until the rate is known. */
  baud: number;
  capacity: number;
  slots: SlotContent[];
  /** PDUs that the network holds because the SIM is full or the modem away. */
  held: string[];
  deliveries: Delivery[];
  sent: SentMessage[];
  commands: CommandRecord[];
}

/** What outlives the modem's power, as plain data. */
export interface Sim800Memory {
  saved: SavedProfile;
  cfun: 0 | 1 | 4;
  sim: SlotContent[];
  own: SlotContent[];
  held: string[];
}

export class Sim800 implements Modem, SerialDevice {
  readonly settings: Sim800Settings;
  readonly sim: SimCard;
  readonly radio: Radio;
  readonly mailbox: Mailbox;
  readonly resetPin: PinDevice;
  readonly faults = new FaultList();
  readonly sent: SentMessage[] = [];
  profile: Profile;
  private saved: SavedProfile;
  private readonly ownMessages: MessageStore;
  private readonly transmitter: Transmitter;
  private readonly interpreter: Interpreter;
  private readonly autobaud = new Autobaud();
  private powered = false;
  private listening = false;
  private muted = false;
  private smsReady = false;
  private pending = new Set<Scheduled>();
  private readonly incomingCall = new IncomingCall(this);

  constructor(
    private readonly clock: Clock,
    private readonly line: UartLine,
    options: Sim800Options = {},
  ) {
    this.settings = sim800Settings(options);
    this.sim = new SimCard(this.settings);
    this.ownMessages = new MessageStore(this.settings.modemSlots);
    this.saved = factoryProfile(this.settings, { ipr: this.settings.ipr, csclk: 0 });
    this.profile = { ...this.saved, ...volatileDefaults() };
    this.radio = new Radio(this.settings, () => this.registrationChanged());
    this.transmitter = new Transmitter(clock, line, this.settings.behaviour.urcPlacement);
    this.mailbox = new Mailbox(this, (text, sent) => this.announce(text, sent));
    this.interpreter = new Interpreter(this, this.transmitter);
    this.resetPin = new ResetPin(clock, this.settings.timing.resetPulseMs, () => this.restart());
    line.attach(this);
  }

  // Power and reset.

  powerOn(): void {
    if (this.powered) return;
    this.powered = true;
    this.boot();
  }

  /** A power cut: nothing more is sent, and only the SIM and what was saved remain. */
  powerOff(): void {
    if (!this.powered) return;
    this.powered = false;
    this.stop();
    this.line.cutDevice();
  }

  /** As from AT+CFUN=1,1, from a pulse on RST, or by itself. */
  restart(): void {
    if (!this.powered) return;
    this.stop();
    this.boot();
  }

  powerDown(): void {
    this.powerOff();
  }

  private boot(): void {
    const { timing, behaviour } = this.settings;
    this.profile = { ...this.saved, ...volatileDefaults() };
    this.autobaud.restart(this.profile.ipr, behaviour.autobaudMisses);
    this.transmitter.baud = this.autobaud.baud;
    this.later(timing.bootMs, () => this.bootDone());
    this.later(timing.simReadyMs, () => this.bootLine(`+CPIN: ${lockText(this.sim.lock)}`));
    this.searchNetwork();
  }

  private bootDone(): void {
    this.listening = true;
    this.bootLine("RDY");
    this.bootLine(`+CFUN: ${this.radio.cfun}`);
  }

  /** RDY, +CFUN and +CPIN are not sent while autobauding (manual 2.2.22). */
  private bootLine(text: string): void {
    if (this.profile.ipr !== 0) this.unsolicited(text);
  }

  searchNetwork(): void {
    const { timing } = this.settings;
    if (this.sim.lock !== "ready") return;
    this.radio.stat = this.radio.cfun === 1 ? 2 : 0;
    this.later(timing.callReadyMs, () => this.unsolicited("Call Ready"));
    this.later(timing.smsReadyMs, () => this.becomeSmsReady());
    if (this.radio.cfun === 1) this.later(timing.registeredMs, () => this.radio.set(this.radio.offered));
  }

  private becomeSmsReady(): void {
    this.smsReady = true;
    this.unsolicited("SMS Ready");
    this.mailbox.wake();
  }

  private stop(): void {
    for (const each of this.pending) this.clock.cancel(each);
    this.pending.clear();
    this.listening = false;
    this.smsReady = false;
    this.muted = false;
    this.incomingCall.end();
    this.radio.stat = 0;
    this.transmitter.clear();
    this.interpreter.restart();
    this.mailbox.modemRestarted();
    this.sim.powerOff();
  }

  // The line.

  receive(byte: number, senderBaud: number): void {
    if (!this.listening || this.muted) return;
    for (const heard of this.autobaud.hear(byte, senderBaud)) {
      this.transmitter.baud = this.autobaud.baud;
      this.interpreter.receive(heard);
    }
  }

  unsolicited(text: string): void {
    if (this.listening && !this.muted) this.transmitter.sendUnsolicited(`\r\n${text}\r\n`);
  }

  private announce(text: string, sent: (atMs: number) => void): void {
    if (this.listening && !this.muted) this.transmitter.sendUnsolicited(`\r\n${text}\r\n`, sent);
  }

  // The network's side, and a test's.

  /** A message for this SIM, as hex with the service centre's address. Throws RangeError if it is no such hex. */
  deliver(pdu: string, options: DeliveryOptions = {}): Delivery {
    if (!isPduHex(pdu)) throw new RangeError("a PDU is hex digits in pairs, the service centre's address included");
    return this.mailbox.offer(pdu.toUpperCase(), options);
  }

  /** Puts a message on the SIM without a word, as if it had been there before; returns its slot, 0 if it is full. */
  preload(pdu: string): number {
    if (!isPduHex(pdu)) throw new RangeError("a PDU is hex digits in pairs, the service centre's address included");
    return this.sim.messages.store(pdu.toUpperCase());
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

  /** A call from `number`: RING every 3 s, `rings` times, unless ATH rejects it first. */
  call(number: string, rings = 3): void {
    this.incomingCall.begin(number, rings);
  }

  /** Everything there is to see, as plain data. */
  report(): Sim800Report {
    return {
      powered: this.powered,
      registration: this.radio.stat,
      operator: this.radio.registered ? this.settings.operator : null,
      rssi: this.radio.rssi,
      baud: this.transmitter.baud,
      capacity: this.sim.messages.capacity,
      slots: this.sim.messages.contents(),
      held: this.mailbox.held,
      deliveries: this.mailbox.deliveries.map((each) => ({ ...each })),
      sent: this.sent.map((each) => ({ ...each })),
      commands: this.interpreter.log.map((each) => ({ ...each })),
    };
  }

  /** What a file must hold so that the same SIM and modem can be there tomorrow. */
  remember(): Sim800Memory {
    return {
      saved: { ...this.saved },
      cfun: this.radio.cfun,
      sim: this.sim.messages.contents(),
      own: this.ownMessages.contents(),
      held: this.mailbox.held,
    };
  }

  /** Brings back what remember() gave; before powerOn. */
  recall(memory: Sim800Memory): void {
    this.saved = { ...memory.saved };
    this.radio.cfun = memory.cfun === 4 ? 4 : 1;
    for (const { slot, ...message } of memory.sim)
      if (this.sim.messages.has(slot)) this.sim.messages.put(slot, message);
    for (const { slot, ...message } of memory.own) if (this.ownMessages.has(slot)) this.ownMessages.put(slot, message);
    for (const pdu of memory.held) this.mailbox.offer(pdu);
  }

  // What the commands use.

  get storageReady(): boolean {
    return this.smsReady && this.sim.lock === "ready";
  }

  memory(name: string): MessageStore | undefined {
    if (name === "SM" || name === "SM_P" || name === "MT") return this.sim.messages;
    return name === "ME" || name === "ME_P" ? this.ownMessages : undefined;
  }

  now(): number {
    return this.clock.now();
  }

  later(ms: number, action: () => void): void {
    const scheduled = this.clock.in(ms, () => {
      this.pending.delete(scheduled);
      action();
    });
    this.pending.add(scheduled);
  }

  saveProfile(): void {
    this.saved = savedPart(this.profile);
  }

  loadSavedProfile(): void {
    const { ipr, csclk } = this.profile;
    this.profile = { ...this.profile, ...this.saved, ipr, csclk };
  }

  loadFactoryProfile(): void {
    this.profile = { ...this.profile, ...factoryProfile(this.settings, this.profile) };
  }

  setRate(ipr: number): void {
    this.profile.ipr = ipr;
    this.saved = { ...this.saved, ipr: this.settings.behaviour.iprSavedAtOnce ? ipr : this.saved.ipr };
    this.autobaud.restart(ipr, 0);
    this.transmitter.baud = this.autobaud.baud;
  }

  setCfun(level: 0 | 1 | 4): void {
    if (level === this.radio.cfun) return;
    this.radio.cfun = level;
    if (level === 1) this.searchNetwork();
    else this.radio.set(0);
  }

  hangUp(): void {
    this.incomingCall.end();
  }

  private registrationChanged(): void {
    const { creg, clts } = this.profile;
    if (creg > 0) this.unsolicited(`+CREG: ${registrationText(this, "creg")}`);
    if (!this.radio.registered) return;
    if (clts === 1) for (const line of networkTimeLines(this)) this.unsolicited(line);
    this.mailbox.wake();
  }
}
