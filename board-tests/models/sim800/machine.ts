// The emulated modem's machine: power, reset and boot, the line, and everything that its parts share. sim800.ts has
// what the network and tests do to it. Its SIM and its stored parameters outlive its power.

import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { PinDevice } from "../pin.ts";
import type { SerialDevice, UartLine } from "../uart-line.ts";
import { Autobaud } from "./autobaud.ts";
import { registrationText } from "./commands/network.ts";
import { lockText } from "./commands/sim.ts";
import { FaultList } from "./faults.ts";
import { IncomingCall } from "./incoming-call.ts";
import { Interpreter } from "./interpreter.ts";
import { Mailbox } from "./mailbox.ts";
import { MessageStore } from "./message-store.ts";
import { MODEL_CLASSES, type ModelClass } from "./model-class.ts";
import type { Modem } from "./modem.ts";
import { NetworkClock, networkTimeLines } from "./network-time.ts";
import { Outbox } from "./outbox.ts";
import { factoryProfile, type Profile, type SavedProfile, savedPart, volatileDefaults } from "./profile.ts";
import { Radio } from "./radio.ts";
import { ResetPin } from "./reset-pin.ts";
import { type Sim800Options, type Sim800Settings, sim800Settings } from "./settings.ts";
import { SimCard } from "./sim-card.ts";
import { Sleep } from "./sleep.ts";
import { type Supplied, Supply } from "./supply.ts";
import { Transmitter } from "./transmitter.ts";
import { UssdSession } from "./ussd-session.ts";

/** Slots for status reports, where the modem stores them [f]. */
const REPORT_SLOTS = 10;

export class Machine implements Modem, SerialDevice, Supplied {
  readonly settings: Sim800Settings;
  readonly model: ModelClass;
  readonly sim: SimCard;
  readonly radio: Radio;
  readonly mailbox: Mailbox;
  readonly outbox: Outbox;
  readonly supply: Supply;
  readonly resetPin: PinDevice;
  readonly faults = new FaultList();
  readonly incomingCall: IncomingCall = new IncomingCall(this);
  readonly ussd: UssdSession = new UssdSession(this);
  readonly networkClock: NetworkClock;
  profile: Profile;
  serviceCentre: string;
  powered = false;
  protected saved: SavedProfile;
  private readonly memories: ReadonlyMap<string, MessageStore>;
  protected readonly transmitter: Transmitter;
  protected readonly interpreter: Interpreter;
  private readonly autobaud = new Autobaud();
  private readonly sleep: Sleep;
  private listening = false;
  protected muted = false;
  protected smsReady = false;
  private pending = new Set<Scheduled>();

  constructor(
    private readonly clock: Clock,
    private readonly line: UartLine,
    options: Sim800Options = {},
  ) {
    const settings = sim800Settings(options);
    this.settings = settings;
    this.model = MODEL_CLASSES[settings.model];
    this.sim = new SimCard(settings);
    this.memories = new Map([
      ["SM", this.sim.messages],
      ["ME", new MessageStore(settings.modemSlots, this.model.firstSlot)],
      ["SR", new MessageStore(this.model.reportMemory === null ? 0 : REPORT_SLOTS, this.model.firstSlot)],
    ]);
    this.saved = this.factory();
    this.profile = { ...this.saved, ...volatileDefaults(settings.model) };
    this.serviceCentre = settings.serviceCentre;
    this.radio = new Radio(settings, () => this.registrationChanged());
    this.networkClock = new NetworkClock(clock, settings);
    this.transmitter = new Transmitter(clock, line, settings.behaviour.urcPlacement);
    this.mailbox = new Mailbox(this);
    this.outbox = new Outbox(this);
    this.supply = new Supply(clock, this);
    this.sleep = new Sleep(settings.timing);
    this.interpreter = new Interpreter(this, this.transmitter);
    this.resetPin = new ResetPin(
      clock,
      settings.timing.resetPulseMs,
      () => this.hold(),
      () => this.powered && this.boot(),
    );
    line.attach(this);
  }

  // Power and reset.

  powerOn(): void {
    if (this.powered) return;
    this.powered = true;
    this.networkClock.forget();
    this.boot();
  }

  /** A power cut: nothing more is sent, and only the SIM and what was saved remain. */
  powerOff(): void {
    if (!this.powered) return;
    this.hold();
    this.powered = false;
  }

  /** As from AT+CFUN=1,1, from a pulse on RST, or by itself. */
  restart(): void {
    if (!this.powered) return;
    this.stop();
    if (this.settings.behaviour.restartCutsLine) this.line.cutDevice();
    this.boot();
  }

  /** Turns itself off: what it has said is still sent, and it hears no more. */
  powerDown(): void {
    this.muted = true;
    this.transmitter.afterSending(() => this.powerOff());
  }

  private boot(): void {
    const { timing, behaviour } = this.settings;
    this.profile = { ...this.saved, ...volatileDefaults(this.settings.model) };
    this.radio.cfun = this.radio.keptCfun;
    this.sleep.restart(this.now());
    this.autobaud.restart(this.profile.ipr, behaviour.autobaudMisses);
    this.transmitter.baud = this.autobaud.baud;
    this.later(timing.bootMs, () => this.bootDone());
    this.searchNetwork();
    this.sim.busy = behaviour.simBusyAtStart;
    this.later(timing.simReadyMs, () => this.simRead());
  }

  private bootDone(): void {
    this.listening = true;
    for (const line of this.model.startLines) this.bootLine(line);
    if (this.settings.model === "sim800") this.bootLine(`+CFUN: ${this.radio.cfun}`);
  }

  private simRead(): void {
    this.sim.busy = false;
    this.bootLine(`+CPIN: ${lockText(this.sim.lock)}`);
  }

  /** RDY, +CFUN and +CPIN are not sent while autobauding (manual 2.2.22). */
  private bootLine(text: string): void {
    if (this.profile.ipr !== 0) this.unsolicited(text);
  }

  searchNetwork(): void {
    const { timing } = this.settings;
    if (this.sim.lock !== "ready") return;
    this.radio.stat = this.radio.cfun === 1 ? 2 : 0;
    this.later(timing.callReadyMs, () => this.readyLine(this.model.phonebookReadyLine));
    this.later(timing.smsReadyMs, () => this.becomeSmsReady());
    if (this.radio.cfun !== 1) return;
    this.later(timing.registeredMs, () => {
      if (this.radio.cfun === 1 && this.sim.lock === "ready") this.radio.set(this.radio.offered);
    });
  }

  private becomeSmsReady(): void {
    if (this.sim.lock !== "ready") return;
    this.smsReady = true;
    this.readyLine(this.model.messagesReadyLine);
    this.mailbox.wake();
  }

  private readyLine(text: string): void {
    if (this.profile.ciurc === 1) this.unsolicited(text);
  }

  /** Down at once, in the middle of an octet. */
  private hold(): void {
    this.stop();
    this.line.cutDevice();
  }

  /** Stops everything: what is not yet on the wire is never sent. */
  private stop(): void {
    for (const each of this.pending) this.clock.cancel(each);
    this.pending.clear();
    this.listening = false;
    this.smsReady = false;
    this.muted = false;
    this.incomingCall.end();
    this.ussd.end();
    this.radio.stat = 0;
    this.transmitter.clear();
    this.interpreter.restart();
    this.mailbox.modemRestarted();
    this.sim.powerOff();
  }

  // The line.

  receive(byte: number, senderBaud: number): void {
    if (!this.listening || this.muted || !this.sleep.hears(this.now(), this.profile.csclk)) return;
    if (this.faults.take("restart-hearing")?.times === 0) return this.restart();
    for (const heard of this.autobaud.hear(byte, senderBaud)) {
      if (this.transmitter.baud === 0) this.rateFound();
      this.interpreter.receive(heard);
    }
  }

  private rateFound(): void {
    this.transmitter.baud = this.autobaud.baud;
    const { autobaudNoise } = this.settings.behaviour;
    if (autobaudNoise.length > 0) this.transmitter.sendUnsolicited(Uint8Array.from(autobaudNoise));
  }

  unsolicited(text: string, sent?: (atMs: number) => void): void {
    if (this.listening && !this.muted) this.transmitter.sendUnsolicited(`\r\n${text}\r\n`, sent);
  }

  // What the commands use.

  /** The rate that it sends at, in baud; 0 while it is not known. */
  get baud(): number {
    return this.transmitter.baud;
  }

  get storageReady(): boolean {
    return this.smsReady && this.sim.lock === "ready";
  }

  memory(name: string): MessageStore | undefined {
    return this.memories.get(name);
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
    this.saved = savedPart(this.profile, this.saved);
  }

  loadSavedProfile(): void {
    const { ipr, csclk, ifc, icf } = this.profile;
    this.profile = { ...this.profile, ...this.saved, ipr, csclk, ifc, icf };
  }

  loadFactoryProfile(): void {
    this.profile = { ...this.profile, ...factoryProfile(this.settings, this.profile) };
  }

  private factory(): SavedProfile {
    return factoryProfile(this.settings, { ipr: this.settings.ipr, csclk: 0, ifc: "0,0", icf: "3,3" });
  }

  setRate(ipr: number): void {
    this.profile.ipr = ipr;
    this.saved = { ...this.saved, ipr: this.settings.behaviour.iprSavedAtOnce ? ipr : this.saved.ipr };
    this.autobaud.restart(ipr, 0);
    this.transmitter.baud = this.autobaud.baud;
  }

  setCfun(level: 0 | 1 | 4): void {
    const before = this.radio.cfun;
    if (level === before) return;
    this.radio.setLevel(level);
    if (level !== 1) this.radio.set(0);
    if (this.settings.behaviour.minimumClosesSim) this.closeSim(level === 0);
    if (level === 1) this.searchNetwork();
  }

  private closeSim(closed: boolean): void {
    if (this.sim.closed === closed) return;
    this.sim.powerOff();
    this.sim.closed = closed;
    this.smsReady = false;
    this.unsolicited(`+CPIN: ${lockText(this.sim.lock)}`);
  }

  private registrationChanged(): void {
    for (const key of ["creg", "cgreg", "cereg"] as const)
      if (this.profile[key] > 0) this.unsolicited(`+${key.toUpperCase()}: ${registrationText(this, key)}`);
    if (!this.radio.registered) return;
    for (const line of networkTimeLines(this)) this.unsolicited(line);
    this.mailbox.wake();
  }
}
