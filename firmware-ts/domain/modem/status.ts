// What the modem says of itself, the network and its supply: asked for one by one while it has nothing else to do, or
// heard when it says so unasked (SIM800 AT Command Manual V1.12: 2.2.38 CGSN, 2.2.36 CGMM, 2.2.37 CGMR, 3.2.6 COPS, 3.2.28
// CREG, 3.2.34 CSQ, 3.2.52 CBC, 3.2.9 CCLK, 3.2.69 CLTS). It is kept as it was said, and read when somebody asks. Commands
// that are due for calls and USSD go the same way.
import { anew } from "../anew.ts";
import { decimal } from "../at/parse.ts";
import type { Millis } from "../millis.ts";
import { secondsTold, type WallClock } from "../wall-clock.ts";
import { type Calls, openCalls } from "./calls.late.ts";
import type { Ussd } from "./ussd.ts";

export type Registration = "home" | "roaming" | "searching" | "denied" | "none";

/** The first ones again and again, all of them once after each start of the modem, beginning with what it shall tell. */
const QUESTIONS = '+CREG?|+CSQ|+COPS?|+CBC|+CCLK?|+CREG=1|+CLIP=1|+CSCS="GSM"|+CGSN|+CCID|+CNUM|+CGMM|+CGMR|+CICCID';
const REGISTRATION = 0;
const SIGNAL = 1;
const OPERATOR = 2;
const SUPPLY = 3;
const CLOCK = 4;
const ANNOUNCEMENTS = 5;
/** From here on their answers are who modem and SIM are; those have no name before them, but for the number. */
export const IMEI = 8;
export const ICCID = 9;
const NUMBER = 10;
export const MODEL = 11;
export const FIRMWARE = 12;
/** What newer modems have in the place of +CCID; its answer has another name than the command. */
const OTHER_ICCID = 13;

/** An announcement waits for the answer of a question: 50 ms now and then. */
const ASK_EVERY_MS = 15000;
const ASK_AT_START_EVERY_MS = 250;
const LENGTH_MAX = 80;
/** CREG's stat from 0 on. */
const REGISTRATIONS: readonly Registration[] = ["none", "home", "searching", "denied", "none", "roaming"];
/** A warning counts for so long after it was last said: somebody should see it, and a SIM800 repeats it while it holds. */
const WARNING_MS = 600000;
/** What is said unasked, and is no answer to a question that has no name before its answer. */
const UNASKED = "RING|NO CARRIER|RDY|Call Ready|SMS Ready|MISSED_CALL|DST:";
/** What a SIM800 still works with: it warns from 3.5 V down and from 4.3 V up (SIM800L Hardware Design V1.00, 4.2.3). */
const SUPPLY_LOW_MV = 3500;
const SUPPLY_HIGH_MV = 4300;

export class ModemStatus {
  /** Calls from the first ring until all of them is told, and whoever drops it has their code forgotten; null: none. */
  calls: Calls | null = null;
  /** When registration, signal and operator were last told. */
  networkAt: Millis = 0;
  /** The last answer to each question, as it was said; "" none. IMEI and ICCID are for no log. */
  said: string[] = QUESTIONS.split("|").map(() => "");
  /** What it warned of, and when. */
  private warning = "";
  private warnedAt: Millis = 0;
  private next: int<0, 15> = ANNOUNCEMENTS;
  private askedAt: Millis = 0;
  private isFirstRound = true;
  private isAsked = false;
  private isHurried = false;
  private hasAskedNetwork = false;

  constructor(
    readonly wallClock: WallClock,
    private readonly rejectsCalls: boolean,
    readonly ussd: Ussd,
  ) {}

  /** The command that is due; "" for none. */
  due(now: Millis): string {
    const call = this.calls?.due(now) ?? "";
    if (call !== "") return call;
    const code = this.ussd.due(now);
    this.hasAskedNetwork = code !== "";
    if (code !== "") return code;
    if (!this.isHurried && now - this.askedAt < (this.isFirstRound ? ASK_AT_START_EVERY_MS : ASK_EVERY_MS)) return "";
    this.askedAt = now;
    this.isAsked = true;
    if (this.next === CLOCK && this.wallClock.state === "ok") this.goOn();
    return `AT${QUESTIONS.split("|")[this.next] ?? ""}`;
  }

  /** Registration, signal and operator are asked for next. */
  hurry(): void {
    this.next = REGISTRATION;
    this.isHurried = true;
  }

  /** Everything may be another after a start of the modem, and is asked for; until then what was known counts. */
  reset(): void {
    this.isAsked = false;
    this.next = ANNOUNCEMENTS;
    this.isFirstRound = true;
    this.ussd.interrupted();
  }

  /**
   * The command's answer.
   * @param line the last one of it with the command's name; "" for none
   */
  answered(isOk: boolean, line: string, now: Millis): void {
    if (this.hasAskedNetwork) this.ussd.answered(isOk);
    this.hasAskedNetwork = false;
    if (!this.isAsked) return;
    if (this.next < IMEI || line !== "") this.keep(this.next, isOk ? line : "");
    if (this.next === OPERATOR) {
      this.networkAt = now;
      this.isHurried = false;
    }
    if (this.next === CLOCK) this.wallClock.set(secondsTold(line), now);
    this.isAsked = false;
    this.goOn();
  }

  /** A line that belongs to no answer, or to one without a name. */
  heard(line: string, now: Millis): void {
    if (this.calls === null && line === "RING") this.calls = openCalls(this.rejectsCalls);
    this.calls?.heard(line, now);
    if (line.startsWith("+CREG:")) this.keep(REGISTRATION, line);
    else if (line.startsWith("+ICCID:")) this.keep(ICCID, line.slice("+ICCID:".length).trim());
    else if (line.startsWith("*PSUTTZ:")) this.wallClock.set(secondsTold(line), now);
    else if (line.includes("-VOLTAGE") || line.startsWith("+CMTE:")) {
      this.warning = line;
      this.warnedAt = now;
    } else if (this.isAsked && this.next >= IMEI && !line.startsWith("+") && !line.startsWith("*")) {
      if (!UNASKED.includes(line.slice(0, 4))) this.keep(this.next, line);
    }
  }

  isRegistrationKnown(): boolean {
    return this.said[REGISTRATION] !== "";
  }

  registration(): Registration {
    const [first = "", second = ""] = this.fields(REGISTRATION);
    // `<n>,<stat>[,…]` is an answer, `<stat>[,"<lac>",…]` is said unasked.
    const stat = second === "" || second.startsWith('"') ? first : second;
    return REGISTRATIONS[decimal(stat)] ?? "none";
  }

  /** "" without one. */
  operator(): string {
    const registration = this.registration();
    return registration === "home" || registration === "roaming" ? this.quoted(OPERATOR, 1) : "";
  }

  /** -113 dBm and 2 dB a step from 0 to 31; null unknown. */
  signalDbm(): int<-113, -51> | null {
    const rssi = decimal(this.fields(SIGNAL)[0] ?? "");
    return rssi < 0 || rssi > 31 ? null : -113 + 2 * rssi;
  }

  /** Millivolts; 0 unknown. */
  supplyMv(): int<0, 99999> {
    const [first = "", , third = ""] = this.fields(SUPPLY);
    if (!first.endsWith("V")) return Math.max(decimal(third), 0);
    // Newer modems: `+CBC: 3.749V`.
    const [volts = "", rest = ""] = first.slice(0, -1).split(".");
    return Math.max(decimal(volts) * 1000 + decimal(`${rest}000`.slice(0, 3)), 0) % 100000;
  }

  /** The SIM's own number, where it knows it; "" unknown. */
  number(): string {
    return this.quoted(NUMBER, 3);
  }

  /** What somebody should look at, as codes: `supply_low`, `supply_high`, `temperature`; "" nothing. */
  alarm(now: Millis): string {
    const supply = this.supplyMv();
    const warning = now - this.warnedAt < WARNING_MS ? this.warning : "";
    if (warning.startsWith("UNDER") || (supply > 0 && supply <= SUPPLY_LOW_MV)) return "supply_low";
    if (warning.startsWith("OVER") || supply >= SUPPLY_HIGH_MV) return "supply_high";
    return warning.startsWith("+CMTE") && !warning.endsWith(" 0") ? "temperature" : "";
  }

  /** To be called when nothing is going on: domain/anew.ts. */
  settle(): void {
    this.said = this.said.map(anew);
  }

  private keep(question: int<0, 15>, line: string): void {
    this.said[question] = line.slice(0, LENGTH_MAX);
  }

  private goOn(): void {
    if (this.next === CLOCK) this.isFirstRound = false;
    const isLast = this.next === FIRMWARE ? this.said[ICCID] !== "" : this.next === CLOCK || this.next === OTHER_ICCID;
    this.next = isLast ? 0 : (this.next + 1) & 0xf;
  }

  /** What was said last, after its name. */
  fields(question: int<0, 15>): string[] {
    const line = this.said[question] ?? "";
    return line
      .slice(line.indexOf(":") + 1)
      .split(",")
      .map((field) => field.trim());
  }

  /** What stands between quotes, in the piece with this number. */
  private quoted(question: int<0, 15>, piece: int<1, 3>): string {
    return (this.said[question] ?? "").split('"')[piece] ?? "";
  }
}
