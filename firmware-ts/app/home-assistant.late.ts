// Home Assistant is told what the gateway is: after the start, and at its birth message. The payload was put on the flash at
// the start (domain/home-assistant/kept-discovery.ts). Once it is switched off, Home Assistant is told that too, and then the
// flash. Loaded at the start where the settings ask for it; then it stays.
import { BIRTH_TOPIC, DISCOVERY_TOPIC, DISCOVERY_TOPIC_END, ONLINE } from "../domain/api.ts";
import { type Command, OUTSIDE } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import type { Tally } from "../domain/tally.ts";
import type { Broker } from "../ports/broker.ts";
import type { Journal } from "../ports/journal.ts";
import type { ModemLink } from "./modem-link.ts";
import { SideBroker } from "./side-broker.ts";

/** Whoever says again and again that Home Assistant has started is heard so often. */
const AT_MOST_EVERY_MS = 3000;
/** Some brokers end the connection for what they do not allow: that must not happen again at once. */
const AGAIN_AFTER_MS = 600000;

/**
 * The broker that the gateway has then.
 * @param device what Home Assistant calls the gateway
 * @param isOn false: Home Assistant is to forget the device
 */
export function withHomeAssistant(
  broker: Broker,
  device: string,
  isOn: boolean,
  journal: Journal,
  modem: Modem,
  link: ModemLink,
  holdUps: Tally,
): Broker {
  return new HomeAssistant(broker, device, isOn, journal, modem, link, holdUps);
}

class HomeAssistant extends SideBroker {
  private isDue = true;
  /** It was taken away from the broker, but the flash still has it. */
  private isForgetDue = false;
  private triedAt: Millis = 0;
  private pauseMs: Millis = 0;

  constructor(
    inner: Broker,
    private readonly device: string,
    private readonly isOn: boolean,
    private readonly journal: Journal,
    private readonly modem: Modem,
    private readonly link: ModemLink,
    private readonly holdUps: Tally,
  ) {
    super(inner);
  }

  override poll(now: Millis, hasNetwork: boolean, isUrgent: boolean): void {
    this.inner.poll(now, hasNetwork, isUrgent);
    if (this.isForgetDue) this.forget();
    if (this.isDue && now - this.triedAt >= this.pauseMs && this.inner.state() === "up") this.announce(now);
  }

  override nextCommand(): Command | null {
    const command = this.inner.nextCommand();
    if (command === null || command.name !== `${OUTSIDE}${BIRTH_TOPIC}`) return command;
    this.isDue = this.isDue || command.payload === ONLINE;
    return null;
  }

  private announce(now: Millis): void {
    const payload = this.isOn ? payloadIn(this.journal) : "";
    this.isDue = payload !== "" || !this.isOn;
    // With an empty one the device would be forgotten.
    if (!this.isDue) return;
    const isTold = this.inner.publish(`${DISCOVERY_TOPIC}${this.device}${DISCOVERY_TOPIC_END}`, payload, true, "");
    this.triedAt = now;
    this.pauseMs = isTold ? AT_MOST_EVERY_MS : AGAIN_AFTER_MS;
    this.isDue = !isTold;
    this.isForgetDue = isTold && !this.isOn;
  }

  /** Written while the modem is silent, as all is: app/recorder.ts. */
  private forget(): void {
    if (this.link.isBusy()) return;
    this.holdUps.count("flash_write");
    this.isForgetDue = false;
    // Where the flash cannot be written, it is taken away again at the next start.
    this.journal.keep("discovery", () => null);
    this.modem.distrust();
  }
}

/** What stands behind the first line, which is the broker's name. Whole, or nothing: there is a checksum. */
function payloadIn(journal: Journal): string {
  const octets = new Uint8Array(Math.max(journal.keptSize("discovery"), 0));
  journal.openKept("discovery");
  journal.readKept(0, octets);
  journal.closeKept();
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets.subarray(octets.indexOf(0x0a) + 1));
}
