// The gateway: one loop over modem, network, broker and display. Nothing in it waits but the broker, and that waiting
// serves the modem.

import {
  CALL_TOPIC,
  INFO_TOPIC,
  ONLINE,
  SAFE_MODE,
  SEND_TOPIC,
  SENT_TOPIC,
  SMS_TOPIC,
  STATUS_TOPIC,
  topicBelow,
} from "../domain/api.ts";
import { decimal } from "../domain/at/parse.ts";
import type { Command } from "../domain/command-queue.ts";
import { type Answers, diagnosisOf, logOf } from "../domain/console-answers.late.ts";
import { openSigned } from "../domain/end-to-end/signed-command.late.ts";
import type { Publication } from "../domain/inbox/publication.ts";
import { payloadOf, textIn } from "../domain/inbox/reading.late.ts";
import type { Millis } from "../domain/millis.ts";
import { ModeSwitch } from "../domain/mode-switch.ts";
import { callPayload } from "../domain/modem/calls.late.ts";
import { ICCID, IMEI } from "../domain/modem/status.ts";
import { newsPayload } from "../domain/outbox/open-outbox.late.ts";
import type { DecodedPdu } from "../domain/pdu/decode.ts";
import { FAST, Glance, told } from "../domain/screens/glance.ts";
import { CLOSED } from "../ports/contact.ts";
import { Commands } from "./commands.ts";
import type { GatewayParts } from "./gateway-parts.ts";
import { LateRoom } from "./late-room.ts";
import { Log } from "./log.ts";
import { Recorder } from "./recorder.ts";
import { RequestDesk } from "./request-desk.ts";
import { enterSetup } from "./setup-door.ts";
import { StateReport } from "./state-report.ts";
import { BROKER, DISPLAY, FLASH, MESSAGES, MODEM, NETWORK } from "./supervisor.ts";

/** From one turn to the next, unless the modem says something; and where a message waits for the broker. */
const WAIT_MS = 10;
const LOADING_WAIT_MS = 1;
const BUSY_WAIT_MS = 1;
/** All but the messages is looked after so often: to do it in each turn would take more time than they do. */
const CHORES_EVERY_MS = 30;
/** While the modem answers: they have been done when it was asked. */
const BUSY_CHORES_EVERY_MS = 100;
/** Several messages leave while the modem does not wait for the next command; but not later than this after each other. */
const HOLD_BACK_MS = 300;
/** The display waits so long for a moment without a PDU to come, before it holds the line to the modem. */
const DRAW_WAIT_MS = 1000;
/** From the last that went on, or the last collection, to the next collection. */
const TIDY_EVERY_MS = 700;
/** A message without text, on the display. */
const NO_TEXT = "(no text)";
/** What is kept is made anew so often: longer than late code is kept. */
const SETTLE_EVERY_MS = 45000;
/** From power-on until a modem that does not answer is said to be silent. */
const MODEM_START_MS = 15000;
/** So long it may take until modem and SIM have said who they are. */
const IDENTITY_MS = 120000;
/** So long a modem may look for its network before anybody hears of it. */
const SEARCH_MS = 45000;
/** A start that lasts so long went well. */
const WELL_MS: Millis = 60000;

export class Gateway implements Answers {
  private isAnnounced = false;
  private messages = 0;
  private readonly glance = new Glance();
  private readonly report: StateReport;
  private readonly requests: RequestDesk;
  private readonly room: LateRoom;
  private choresAt: Millis = 0;
  /** A command was taken, or told of: the next step of it must not wait until the modem is busy with the last one. */
  private areChoresWaiting = false;
  private drawnAt: Millis = 0;
  /** What was most in want of mending when the display was drawn last. */
  private problem = "";
  private tidiedAt: Millis = 0;
  private settledAt: Millis = 0;
  private publishedAt: Millis = 0;
  /** The line to the modem is held, until it is quiet, for what must not be done while it answers. */
  private isLineWanted = false;
  private readonly commands: Commands;
  private readonly events: Log;
  private readonly recorder: Recorder;
  /** One that must be signed, and waits for the code that looks at that. */
  private unchecked: Command | null = null;
  /** When it is written down next that all goes well. */
  private upAt = WELL_MS;
  /** A switch that is closed at the start was left there by a setup mode that has ended: domain/setup-entry.ts. */
  private readonly modeSwitch = new ModeSwitch(true);

  constructor(private readonly parts: GatewayParts) {
    this.commands = new Commands(parts.console, this, parts.consoleCode);
    this.events = new Log(parts.console);
    const { broker, clock, inbox, link, machine, modem, dispatch } = parts;
    this.glance.isPlain = parts.isPlain;
    this.report = new StateReport(
      parts.topic,
      clock,
      broker,
      inbox,
      dispatch,
      modem,
      machine,
      parts.holdUps,
      parts.codes,
    );
    const { balanceCode, requestCode, seal, ussdCodes } = parts;
    this.requests = new RequestDesk(requestCode, modem, link, machine, ussdCodes, balanceCode, seal, () => {
      const said = this.diagnose();
      parts.consoleCode.forget();
      return said;
    });
    this.room = new LateRoom(broker, dispatch, inbox, parts.readingDesk, this.requests, parts.isCrowded);
    this.recorder = new Recorder(parts.journal, parts.inbox, parts.dispatch, parts.modem, parts.link);
  }

  /** One turn of the loop. */
  turn(): void {
    const { parts } = this;
    const now = parts.supervisor.beginTurn();
    parts.link.poll(now);
    const isWaiting = parts.inbox.nextToPublish(now) !== null;
    const mayRead = this.room.mayRead(isWaiting, now);
    const isReadable = parts.readingDesk.poll(mayRead, isWaiting, now);
    if (isReadable) this.publishNext(now);
    if (this.areChoresDue(now)) this.doChores();
    const waitMs = parts.inbox.nextToPublish(now) === null ? WAIT_MS : BUSY_WAIT_MS;
    parts.link.wait(parts.clock, isReadable || !mayRead ? waitMs : LOADING_WAIT_MS);
  }

  private areChoresDue(now: Millis): boolean {
    const { link } = this.parts;
    if (link.hasAsked || this.areChoresWaiting) return true;
    const isActive = link.isActive();
    if (this.isLineWanted && !isActive) return true;
    return now - this.choresAt >= (isActive ? BUSY_CHORES_EVERY_MS : CHORES_EVERY_MS);
  }

  /** All but the messages. */
  private doChores(): void {
    const { parts } = this;
    const now = parts.clock.now();
    this.choresAt = now;
    this.areChoresWaiting = false;
    parts.light.poll(now);
    this.commands.poll();
    const { broker, inbox, modem, supervisor } = parts;
    supervisor.enter(NETWORK, -1);
    this.pollNetwork(now);
    const isWaiting = inbox.nextToPublish(now) !== null;
    const hasNetwork = parts.network.state() === "up";
    supervisor.enter(BROKER, hasNetwork && broker.state() !== "no-time" ? broker.checkedAt() : -1);
    const isClear = this.room.clear(now);
    broker.poll(now, hasNetwork && isClear, isWaiting || parts.dispatch.nextNews() !== null);
    this.announce();
    this.takeCommand();
    parts.dispatch.poll(now, this.room.maySend(isWaiting));
    if (this.isAnnounced) this.tell(now);
    supervisor.enter(MODEM, modem.lineAt + modem.phaseSince);
    this.recoverModem(now);
    this.watch(now);
    const isBusy = modem.health === "ready" && parts.link.isBusy();
    if (this.modeSwitch.poll(parts.contact.value() === CLOSED, isBusy, now)) enterSetup(parts, this.isAnnounced);
    this.events.watch(this.look(), parts.broker.endedAt(), parts.wallClock.state, now);
    if (!this.record() && !this.draw(parts.clock.now())) this.tidy(parts.clock.now());
    supervisor.enter(MESSAGES, isWaiting && this.isAnnounced ? this.publishedAt : -1);
  }

  /** That the gateway itself goes on as it should. */
  private watch(now: Millis): void {
    const { build, link, machine, modem, supervisor } = this.parts;
    if (supervisor.job > 0) machine.restart(supervisor.job, build, now);
    if (now < this.upAt || link.isBusy()) return;
    this.upAt = now + machine.keep(now);
    modem.distrust();
  }

  /** The network, which may hold up the loop for 10 s, or need a restart: not in the middle of something. */
  private pollNetwork(now: Millis): void {
    const { build, dispatch, link, machine, network } = this.parts;
    const isQuiet = !link.isBusy() && !this.isLineWanted;
    network.poll(now, isQuiet);
    if (network.hasScanned()) this.report.holdUps.count("wifi_scan");
    // What has come lies on the SIM or on the flash; what is to be sent is sent before.
    if (isQuiet && dispatch.waitingCount() === 0 && network.isRestartDue(now)) machine.restart(NETWORK, build, now);
  }

  /** Collects the heap when nothing has been going on for a while, so that it need not be when a message comes. */
  private tidy(now: Millis): void {
    const { inbox, link, modem, screen } = this.parts;
    const isIdle = !link.isActive() && inbox.nextToPublish(now) === null;
    if (isIdle && now - this.tidiedAt < TIDY_EVERY_MS) return;
    this.tidiedAt = now;
    if (isIdle) link.lull();
    if (isIdle && now - this.settledAt >= SETTLE_EVERY_MS) {
      this.settledAt = now;
      this.events.settle();
      inbox.renew();
      modem.status.settle();
      screen.settle();
    }
  }

  diagnose(): string {
    const { build, board, clock, isPlain, journal, supervisor } = this.parts;
    const now = clock.now();
    const heldUp = supervisor.longestHoldUpMs;
    const warnings = this.report.warnings(now);
    return diagnosisOf(build, board, now, this.look(), isPlain, this.messages, heldUp, warnings, journal);
  }

  settings(): string {
    return this.parts.machine.settings();
  }

  log(): string {
    return logOf(this.events.kept());
  }

  /** What display, LED and log tell. */
  private look(): Glance {
    const { glance } = this;
    const { broker, modem, network } = this.parts;
    glance.wifi = network.state();
    glance.broker = broker.state();
    glance.modem = modem.health;
    return glance;
  }

  /** What only display and LED tell, by what the modem has said. */
  private lookFurther(now: Millis): void {
    const { glance, report } = this;
    const { health, status } = this.parts.modem;
    const isReady = health === "ready";
    const registration = isReady && status.isRegistrationKnown() ? status.registration() : "";
    glance.registration = registration === "searching" && now < SEARCH_MS ? "" : registration;
    glance.signalDbm = isReady ? (status.signalDbm() ?? 0) : 0;
    glance.warnings = report.warnings(now);
  }

  /** Once for each connection: the counterpart of the last will. */
  private announce(): void {
    const { broker } = this.parts;
    if (broker.state() !== "up") this.isAnnounced = false;
    else if (!this.isAnnounced)
      this.isAnnounced = broker.publish(topicBelow(this.parts.topic, STATUS_TOPIC), ONLINE, true, "");
  }

  /** What this gateway is, once a start; who modem and SIM are only where the settings want it. */
  private tellInfo(now: Millis): void {
    const { parts } = this;
    let { info } = parts;
    if (info.includes('"identity"')) {
      const { status } = parts.modem;
      const [iccid = ""] = status.fields(ICCID);
      if (iccid === "" && now < IDENTITY_MS) return;
      info += `,"imei":"${status.fields(IMEI)[0] ?? ""}","iccid":"${iccid}"`;
    }
    info = `${info},"ip":"${parts.machine.address()}"}`.replaceAll('""', "null");
    if (parts.broker.publish(topicBelow(parts.topic, INFO_TOPIC), info, true, "")) parts.info = "";
  }

  private publishNext(now: Millis): void {
    const { broker, clock, inbox, light, link, readingDesk, screen } = this.parts;
    if (!this.isAnnounced || broker.state() !== "up") return;
    const publication = inbox.nextToPublish(now);
    if (publication === null) return;
    if (now - this.publishedAt < HOLD_BACK_MS && !link.isPatient(now) && inbox.waitingCount() > 1) return;
    const decoded = readingDesk.decoded(publication);
    const text = textIn(publication, decoded);
    const payload = this.payload(publication, decoded, text);
    if (!this.publish(SMS_TOPIC, idIn(payload), "", payload)) {
      this.report.errors.count("unacknowledged");
      this.events.note("W", "a message is not acknowledged yet", clock.now());
      return;
    }
    inbox.published(publication);
    this.publishedAt = clock.now();
    this.messages += 1;
    this.report.received(now);
    this.events.note("I", `messages: ${this.messages}`, clock.now());
    screen.received(decoded.sender, text ?? NO_TEXT, clock.now());
    light.flash(clock.now());
  }

  private takeCommand(): void {
    const { broker, dispatch } = this.parts;
    if (!dispatch.takesCommands() || !this.requests.isFree()) return;
    const came = this.unchecked ?? broker.nextCommand();
    if (came === null) return;
    this.areChoresWaiting = true;
    const command = this.checked(came);
    if (command === null) return;
    if (command.name === SEND_TOPIC) dispatch.take(command);
    else this.requests.take(command);
  }

  /** Of a command that must be signed what was signed; null while the code for that is loaded. */
  private checked(command: Command): Command | null {
    const { clock, seal, signedCode, topic, wallClock } = this.parts;
    if (seal === null || seal.seen.length === 0) return command;
    const isThere = signedCode.loadNext();
    this.unchecked = isThere ? null : command;
    if (!isThere) return null;
    const now = clock.now();
    const opened = openSigned(command, topic, seal, wallClock.seconds(now), Math.trunc(now / 1000));
    signedCode.forget();
    return opened;
  }

  /**
   * Publishes what only the holders of the key shall read, where there is one.
   * @param id the payload's first key
   * @param state which of the things that are told under this id
   */
  private publish(name: string, id: string | null, state: string, payload: string): boolean {
    const { broker, seal, topic } = this.parts;
    const place = topicBelow(topic, name);
    const key = id === null ? payload : `${id} ${state}`;
    return broker.publish(place, seal === null ? payload : seal.sealed(place, id, payload), false, key);
  }

  /** What became of a command. */
  private tellNext(now: Millis): void {
    const { broker, dispatch, wallClock } = this.parts;
    const news = dispatch.nextNews();
    if (news === null || broker.state() !== "up") return;
    if (!this.publish(SENT_TOPIC, news.id, news.state, newsPayload(news, wallClock, now))) return;
    dispatch.told();
    this.areChoresWaiting = true;
    this.events.note("I", `sending: ${news.state}`, now);
  }

  /** A status report of a message that was not sent from here. */
  private tellStray(): void {
    const { broker, dispatch } = this.parts;
    const stray = dispatch.nextStray();
    if (stray === null || broker.state() !== "up") return;
    if (this.publish(SMS_TOPIC, idIn(stray), "", stray)) dispatch.strayTold();
  }

  private payload(publication: Publication, decoded: DecodedPdu, text: string | null): string {
    const { modem, octets, seal, wallClock } = this.parts;
    const { messages, parts } = publication;
    const number = this.parts.number === "" ? modem.status.number() : this.parts.number;
    const pdus = messages.map((message) => message.pdu);
    const [first] = messages;
    const isWhole = parts === 1 && first !== undefined;
    const plainId = isWhole ? first.fingerprint : octets.fingerprintOf(pdus);
    const id = seal === null ? plainId.slice(0, 12) : seal.idOf(pdus);
    const hex = text === null ? pdus.map((pdu) => octets.toHex(pdu)) : [];
    let foundAt: Millis = 0;
    for (const message of messages) foundAt = Math.max(foundAt, message.foundAt);
    wallClock.passed(decoded.sentAtSeconds, foundAt);
    const received = wallClock.seconds(foundAt);
    return payloadOf(publication, id, hex, decoded, text, number, received);
  }

  /** What is told beside messages, one after the other. */
  private tell(now: Millis): void {
    const { broker, topic } = this.parts;
    if (this.parts.info !== "") this.tellInfo(now);
    this.tellNext(now);
    this.tellStray();
    this.report.poll(now);
    this.tellCall(now);
    if (!this.requests.poll(broker, topic, now)) this.report.errors.count("unacknowledged");
  }

  /** A call that nobody took, when it is over. */
  private tellCall(now: Millis): void {
    const { broker, callCode, modem, octets, seal, wallClock } = this.parts;
    const { calls } = modem.status;
    if (calls === null) return;
    const call = calls.next(now);
    if (call === null && calls.isOver(now)) {
      modem.status.calls = null;
      callCode.forget();
    }
    if (call === null || broker.state() !== "up") return;
    const seconds = wallClock.seconds(call.at);
    const named = new TextEncoder().encode(`${call.from} ${call.at} ${seconds}`);
    const id = seal === null ? octets.fingerprint(named).slice(0, 12) : seal.idOf([named]);
    if (this.publish(CALL_TOPIC, id, "", callPayload(id, call.from, seconds, wallClock))) calls.told();
  }

  private recoverModem(now: Millis): void {
    if (this.parts.codes.includes(SAFE_MODE)) return;
    const remedy = this.parts.link.recover(now);
    if (remedy !== "none") this.report.errors.count(`modem_${remedy}`);
    if (remedy === "restart" || remedy === "reset") this.events.note("W", `modem: ${remedy}`, now);
    else if (remedy === "power") this.events.note("E", "modem: resets do not help, look at its supply", now);
  }

  /** @returns whether there is something to write to the flash, which comes before the display */
  private record(): boolean {
    const { clock, link, supervisor } = this.parts;
    const now = clock.now();
    this.isLineWanted = this.recorder.isWaiting(now);
    const isBusy = link.isBusy();
    supervisor.enter(FLASH, this.isLineWanted && isBusy ? 0 : -1);
    if (!this.isLineWanted) return false;
    if (!isBusy) this.report.holdUps.count("flash_write");
    if (!this.recorder.poll(now)) {
      this.report.errors.count("journal");
      this.events.note("W", "the flash cannot be written", now);
    }
    return true;
  }

  /**
   * Draws a row when no PDU is to come; where that does not happen by itself, the next job waits for it.
   * @returns whether it has looked at what is to be drawn
   */
  private draw(now: Millis): boolean {
    const { broker, inbox, light, link, screen, supervisor } = this.parts;
    const isPublishing = broker.state() === "up" && inbox.nextToPublish(now) !== null;
    supervisor.enter(DISPLAY, isPublishing ? -1 : this.drawnAt);
    if (!screen.isDue(now)) return false;
    const isReading = link.isReading();
    this.holdLine(isReading && !isPublishing && now - this.drawnAt >= DRAW_WAIT_MS);
    if (isPublishing || isReading) return false;
    this.drawnAt = now;
    const { glance } = this;
    if (glance.modem === "silent" && now < MODEM_START_MS) glance.modem = "starting";
    this.lookFurther(now);
    const problem = glance.problem();
    if (problem === "" && this.problem !== "") this.parts.troubleCode.forget();
    this.problem = problem;
    // The radio has been started by now, and the LED with it.
    light.blinks = Math.min(Math.max(decimal(told(problem)[0] ?? ""), 1), FAST);
    screen.draw(glance, now);
    this.holdLine(false);
    return true;
  }

  private holdLine(isHeld: boolean): void {
    this.isLineWanted = isHeld;
    this.parts.modem.hold(isHeld);
  }
}

/** The 12 digits with which the payload of a message begins. */
function idIn(payload: string): string {
  return payload.slice('{"id":"'.length, '{"id":"'.length + 12);
}
