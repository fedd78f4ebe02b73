// The gateway: one loop over modem, network, broker and display. Nothing in it waits but the broker, and that waiting
// serves the modem.
import { ONLINE, receivedMessage, SMS_TOPIC, STATUS_TOPIC, topicBelow } from "../domain/api.ts";
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import { decodePdu } from "../domain/pdu/decode.ts";
import type { Connections } from "../domain/screens/screens.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import type { Network } from "../ports/network.ts";
import type { Octets } from "../ports/octets.ts";
import { Commands } from "./commands.ts";
import type { ModemLink } from "./modem-link.ts";
import type { Pump } from "./pump.ts";
import type { Screen } from "./screen.ts";
import type { Supervisor } from "./supervisor.ts";

/** Between two looks at the wire: while an answer is expected, and else. */
const BUSY_SLEEP_MS = 2;
const IDLE_SLEEP_MS = 8;
/** A message without text, on the display. */
const NO_TEXT = "(no text)";

/** What the gateway is made of. */
export interface GatewayParts {
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
  readonly network: Network;
  readonly broker: Broker;
  readonly screen: Screen;
  readonly console: Console;
}

export class Gateway {
  private isAnnounced = false;

  private readonly commands: Commands;

  constructor(private readonly parts: GatewayParts) {
    this.commands = new Commands(parts.console, () => this.diagnosis());
  }

  /** One turn of the loop. */
  turn(): void {
    const { parts } = this;
    parts.supervisor.beginTurn();
    parts.pump.serve();
    this.commands.poll();
    this.publishNext();
    const now = parts.clock.now();
    parts.network.poll(now);
    parts.broker.poll(now, parts.network.state() === "up");
    this.announce();
    this.draw(parts.clock.now());
    const isBusy = parts.link.isActive() || parts.inbox.nextToPublish() !== null;
    parts.clock.sleep(isBusy ? BUSY_SLEEP_MS : IDLE_SLEEP_MS);
  }

  private diagnosis(): string {
    const { broker, modem, network, supervisor } = this.parts;
    return JSON.stringify({
      wifi: network.state(),
      broker: broker.state(),
      modem: modem.health,
      hold_up_ms: supervisor.longestHoldUpMs,
    });
  }

  /** Once for each connection: the counterpart of the last will. */
  private announce(): void {
    const { broker } = this.parts;
    if (broker.state() !== "up") this.isAnnounced = false;
    else if (!this.isAnnounced)
      this.isAnnounced = broker.publish(topicBelow(this.parts.topic, STATUS_TOPIC), ONLINE, true);
  }

  private publishNext(): void {
    const { broker, clock, inbox, octets, screen } = this.parts;
    if (!this.isAnnounced || broker.state() !== "up") return;
    const message = inbox.nextToPublish();
    if (message === null) return;
    const decoded = decodePdu(message.pdu);
    const id = message.fingerprint.slice(0, 12);
    const received = receivedMessage(id, octets.toHex(message.pdu), decoded, this.parts.number);
    if (!broker.publish(topicBelow(this.parts.topic, SMS_TOPIC), JSON.stringify(received), false)) return;
    inbox.published(message);
    screen.received(decoded.sender, decoded.text ?? NO_TEXT, clock.now());
  }

  /** Draws when the modem is not answering: a change waits for the end of its answer, then the modem waits for it. */
  private draw(now: Millis): void {
    const { broker, inbox, link, modem, network, screen } = this.parts;
    if (!screen.isLookDue(now)) return;
    const connections: Connections = { wifi: network.state(), broker: broker.state(), modem: modem.health };
    const isPublishing = broker.state() === "up" && inbox.nextToPublish() !== null;
    const isWanted = screen.wantsToDraw(connections, now) && !isPublishing;
    modem.hold(isWanted);
    if (!isWanted || link.isActive()) return;
    screen.draw(connections, now);
    modem.hold(false);
  }
}
