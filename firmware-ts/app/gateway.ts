// The gateway: one loop over modem, network, broker and display. Nothing in it waits but the broker, and that waiting
// serves the modem.
import {
  ONLINE,
  type ReceivedMessage,
  receivedMessage,
  SEND_TOPIC,
  SENT_TOPIC,
  SMS_TOPIC,
  STATUS_TOPIC,
  sentMessage,
  topicBelow,
} from "../domain/api.ts";
import type { Inbox } from "../domain/inbox/inbox.ts";
import { missingParts, type Publication, partsInOrder } from "../domain/inbox/publication.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import { type DecodedPdu, decodePdu, textOfParts } from "../domain/pdu/decode.ts";
import type { Connections } from "../domain/screens/screens.ts";
import { isoOf, type WallClock } from "../domain/wall-clock.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import type { Journal } from "../ports/journal.ts";
import type { Network } from "../ports/network.ts";
import type { Octets } from "../ports/octets.ts";
import { type Answers, Commands } from "./commands.ts";
import type { Dispatch } from "./dispatch.ts";
import { Log } from "./log.ts";
import type { ModemLink } from "./modem-link.ts";
import type { Pump } from "./pump.ts";
import { Recorder } from "./recorder.ts";
import type { Screen } from "./screen.ts";
import type { Supervisor } from "./supervisor.ts";

/** Between two looks at the wire: while an answer is expected, and else. */
const BUSY_SLEEP_MS = 2;
const IDLE_SLEEP_MS = 8;
/** A message without text, on the display. */
const NO_TEXT = "(no text)";
const NO_OCTETS = new Uint8Array(0);

/** What the gateway is made of. */
export interface GatewayParts {
  /** Of what runs here, as the build names it. */
  readonly build: string;
  /** The board that it is for. */
  readonly board: string;
  /** The settings as the console shows them, JSON. */
  readonly shownSettings: string;
  /** Base of the topics. */
  readonly topic: string;
  /** The SIM's number; "" unknown. */
  readonly number: string;
  readonly clock: Clock;
  readonly octets: Octets;
  readonly supervisor: Supervisor;
  readonly pump: Pump;
  readonly link: ModemLink;
  readonly modem: Modem;
  readonly inbox: Inbox;
  readonly dispatch: Dispatch;
  readonly wallClock: WallClock;
  readonly network: Network;
  readonly broker: Broker;
  readonly screen: Screen;
  readonly console: Console;
  readonly journal: Journal;
}

export class Gateway implements Answers {
  private isAnnounced = false;
  private messages = 0;
  private readonly commands: Commands;
  private readonly events: Log;
  private readonly recorder: Recorder;

  constructor(private readonly parts: GatewayParts) {
    this.commands = new Commands(parts.console, this);
    this.events = new Log(parts.console);
    this.recorder = new Recorder(parts.journal, parts.inbox, parts.dispatch, parts.modem, parts.link);
  }

  /** One turn of the loop. */
  turn(): void {
    const { parts } = this;
    parts.supervisor.beginTurn();
    parts.pump.serve();
    this.commands.poll();
    const now = parts.clock.now();
    this.publishNext(now);
    parts.network.poll(now);
    parts.broker.poll(now, parts.network.state() === "up");
    this.announce();
    this.takeCommand();
    parts.dispatch.poll(now);
    this.tellNext(now);
    this.recoverModem(now);
    const connections = this.connections();
    this.events.watch(connections, now);
    if (!this.record()) this.draw(connections, parts.clock.now());
    const isBusy = parts.link.isActive() || parts.inbox.nextToPublish(now) !== null;
    parts.clock.sleep(isBusy ? BUSY_SLEEP_MS : IDLE_SLEEP_MS);
  }

  diagnose(): string {
    const { build, board, clock, supervisor } = this.parts;
    const { wifi, broker, modem } = this.connections();
    const uptime = Math.trunc(clock.now() / 1000);
    const heldUp = supervisor.longestHoldUpMs;
    return JSON.stringify({
      build,
      board,
      uptime_s: uptime,
      wifi,
      broker,
      modem,
      messages: this.messages,
      hold_up_ms: heldUp,
    });
  }

  settings(): string {
    return this.parts.shownSettings;
  }

  log(): string {
    return this.events.shown();
  }

  private connections(): Connections {
    const { broker, modem, network } = this.parts;
    return { wifi: network.state(), broker: broker.state(), modem: modem.health };
  }

  /** Once for each connection: the counterpart of the last will. */
  private announce(): void {
    const { broker } = this.parts;
    if (broker.state() !== "up") this.isAnnounced = false;
    else if (!this.isAnnounced)
      this.isAnnounced = broker.publish(topicBelow(this.parts.topic, STATUS_TOPIC), ONLINE, true);
  }

  private publishNext(now: Millis): void {
    const { broker, clock, inbox, screen } = this.parts;
    if (!this.isAnnounced || broker.state() !== "up") return;
    const publication = inbox.nextToPublish(now);
    if (publication === null) return;
    const decoded = decodePdu(publication.messages[0]?.pdu ?? NO_OCTETS);
    const text = publication.parts === 1 ? decoded.text : textOfParts(partsInOrder(publication));
    const payload = JSON.stringify(this.payload(publication, decoded, text));
    if (!broker.publish(topicBelow(this.parts.topic, SMS_TOPIC), payload, false)) {
      this.events.note("W", "a message is not acknowledged yet", clock.now());
      return;
    }
    inbox.published(publication);
    this.messages += 1;
    this.events.note("I", `messages: ${this.messages}`, clock.now());
    screen.received(decoded.sender, text ?? NO_TEXT, clock.now());
  }

  private takeCommand(): void {
    const { broker, dispatch } = this.parts;
    if (!dispatch.takesCommands()) return;
    const command = broker.nextCommand();
    if (command !== null && command.name === SEND_TOPIC) dispatch.take(command);
  }

  /** What became of a command. */
  private tellNext(now: Millis): void {
    const { broker, dispatch, topic, wallClock } = this.parts;
    const news = dispatch.nextNews();
    if (news === null || !this.isAnnounced || broker.state() !== "up") return;
    const seconds = wallClock.seconds(now);
    const payload = JSON.stringify(sentMessage(news, seconds < 0 ? null : isoOf(seconds)));
    if (!broker.publish(topicBelow(topic, SENT_TOPIC), payload, false)) return;
    dispatch.told();
    this.events.note("I", `sending: ${news.state}`, now);
  }

  private payload(publication: Publication, decoded: DecodedPdu, text: string | null): ReceivedMessage {
    const { octets, number } = this.parts;
    const { messages, parts } = publication;
    const pdus = messages.map((message) => message.pdu);
    const [first] = messages;
    const isWhole = parts === 1 && first !== undefined;
    const id = (isWhole ? first.fingerprint : octets.fingerprintOf(pdus)).slice(0, 12);
    const hex = pdus.map((pdu) => octets.toHex(pdu));
    return receivedMessage(id, hex, decoded, text, missingParts(publication), first?.group ?? "", number);
  }

  private recoverModem(now: Millis): void {
    const remedy = this.parts.link.recover(now);
    if (remedy === "restart" || remedy === "reset") this.events.note("W", `modem: ${remedy}`, now);
    else if (remedy === "power") this.events.note("E", "modem: resets do not help, look at its supply", now);
  }

  /** @returns whether there is something to write to the flash, which comes before the display */
  private record(): boolean {
    const now = this.parts.clock.now();
    if (!this.recorder.isWaiting(now)) return false;
    if (!this.recorder.poll(now)) this.events.note("W", "the flash cannot be written", now);
    return true;
  }

  /** Draws when the modem is not answering: a change waits for the end of its answer, then the modem waits for it. */
  private draw(connections: Connections, now: Millis): void {
    const { broker, inbox, link, modem, screen } = this.parts;
    if (!screen.isLookDue(now)) return;
    const isPublishing = broker.state() === "up" && inbox.nextToPublish(now) !== null;
    const isWanted = screen.wantsToDraw(connections, now) && !isPublishing;
    modem.hold(isWanted);
    if (!isWanted || link.isActive()) return;
    screen.draw(connections, now);
    modem.hold(false);
  }
}
