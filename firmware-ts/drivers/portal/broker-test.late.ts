// Tries the settings of a draft as the gateway would use them, step by step: Wi-Fi, time, name, connection, TLS, the broker's word, a
// message. It uses the gateway's own parts. What a stranger's server says is never handed on, only which step failed and how.
import { collect } from "gc";
import { discard } from "late";
import { unique_id } from "machine";
import { STA_IF, WLAN } from "network";
import { MQTTClient } from "umqtt.simple";
import { connect, publish, use_sockets } from "umqtt_guard";
import { OFFLINE, STATUS_TOPIC, topicBelow } from "../../domain/api.ts";
import type { Millis } from "../../domain/millis.ts";
import { isOtherPair } from "../../domain/portal/key-pair.ts";
import { TestPlan } from "../../domain/portal/test-plan.ts";
import { TestProgress } from "../../domain/portal/test-progress.ts";
import { Tally } from "../../domain/tally.ts";
import type { WallClock } from "../../domain/wall-clock.ts";
import type { Clock } from "../../ports/clock.ts";
import type { DraftTest } from "../../ports/portal.ts";
import type { Waiting } from "../../ports/waiting.ts";
import type { Watchdog } from "../../ports/watchdog.ts";
import { HardwareOctets } from "../hardware-octets.ts";
import { CONNACK, PUBACK } from "../mqtt/packet-socket.ts";
import { type TlsLayer, tlsLayer } from "../mqtt/tls-layer.late.ts";
import { Lookup } from "../network/lookup.ts";
import { openLookup } from "../network/lookup-work.late.ts";
import { openJoiner } from "../network/wifi-joiner.late.ts";
import { CERTIFICATE_PATH, KEY_PATH } from "../own-files.ts";
import { WifiStation } from "../wifi-station.ts";
import { TestSocket } from "./test-socket.ts";

/** Three refusals, which one of a good password can be, take 24 s (domain/network/join-ladder.ts). */
const WIFI_MS = 30000;
const ADDRESS_MS = 20000;
const TIME_MS = 25000;
const NAME_MS = 20000;
/** As in mqtt-broker.ts. */
const CONNECT_MS = 8000;
const SECURE_CONNECT_MS = 15000;
const ANSWER_MS = 6000;
const KEEPALIVE_S = 60;
const RETAIN = 1;
/** What connect() gives when the broker has kept a session. */
const SESSION_KEPT = 256;
const REFUSALS_MAX = 5;

class BrokerTest implements DraftTest {
  readonly progress: TestProgress;
  private readonly lookup: Lookup;
  private readonly station: WifiStation;
  private stepAt: Millis;
  private tls: TlsLayer | null = null;

  /** @param timer number of a timer: nobody looks around here, so it is never used */
  constructor(
    private readonly plan: TestPlan,
    private readonly clock: Clock,
    wallClock: WallClock,
    watchdog: Watchdog,
    private readonly waiting: Waiting,
    timer: int<-1, 1>,
  ) {
    const now = clock.now();
    const { address, country, dnsServers, host, isName, isTls, network, timeServer } = plan;
    this.progress = new TestProgress(isTls, isName, now);
    this.lookup = new Lookup(host, isName, timeServer, dnsServers, wallClock);
    this.station = new WifiStation(network, country, address, timer, watchdog, this.lookup);
    this.stepAt = now;
  }

  poll(now: Millis): boolean {
    const { progress, station } = this;
    station.poll(now, false);
    switch (progress.running()) {
      case "wifi":
        this.awaitNetwork(now);
        return false;
      case "time":
        this.awaitTime(now);
        return false;
      case "dns":
        this.awaitName(now);
        return false;
      default:
        return progress.running() === "tcp";
    }
  }

  private awaitNetwork(now: Millis): void {
    const state = this.station.state();
    const waited = now - this.stepAt;
    if (state === "up") this.next(now);
    else if (state === "no-network" || state === "wrong-key") this.progress.fail(state, now);
    else if (state === "no-address" && waited >= ADDRESS_MS) this.progress.fail(state, now);
    else if (waited >= WIFI_MS) this.progress.fail("no-network", now);
  }

  /** Only certificates are held against the time. */
  private awaitTime(now: Millis): void {
    if (this.lookup.isTimeKnown()) this.next(now);
    else if (!this.plan.isTls) {
      this.progress.next(now, "skipped");
      this.stepAt = now;
    } else if (now - this.stepAt >= TIME_MS) this.progress.fail("no-time", now);
  }

  private awaitName(now: Millis): void {
    const { lookup } = this;
    if (lookup.brokerAddress() !== "") this.next(now);
    else {
      const failure = lookup.takeFailure();
      if (failure === "unknown-name") this.progress.fail("no-name", now);
      else if (failure === "ipv6-only") this.progress.fail(failure, now);
      else if (failure !== "" || now - this.stepAt >= NAME_MS) this.progress.fail("no-dns", now);
    }
  }

  private next(now: Millis): void {
    this.progress.next(now);
    this.stepAt = now;
  }

  connect(): void {
    const { clock, lookup, plan, progress, waiting } = this;
    lookup.drop();
    discard(openLookup);
    collect();
    if (plan.isTls) this.tls = tlsLayer(plan.authority, plan.hasCertificate, new Tally(), "", true);
    const socket = new TestSocket(plan.host, plan.port, this.tls, clock, waiting, progress);
    socket.address = lookup.brokerAddress();
    use_sockets(socket);
    socket.setblocking(true);
    socket.awaited = CONNACK;
    socket.arm(plan.isTls ? SECURE_CONNECT_MS : CONNECT_MS);
    const client = this.client();
    const answer = connect(client, true);
    const now = clock.now();
    if (answer === 0 || answer === SESSION_KEPT) {
      progress.next(now);
      this.say(client, socket);
    } else {
      progress.fail(this.refusal(answer, socket.isLate(now)), now);
    }
    socket.close();
    use_sockets(null);
  }

  /** Publishes what the gateway does: that it is away. So it is allowed there, and nobody takes it for a message. */
  private say(client: MQTTClient, socket: TestSocket): void {
    const { isAdafruit, topic, user } = this.plan;
    const encoder = new TextEncoder();
    const place = isAdafruit ? `${user}/feeds/${topic}.${STATUS_TOPIC}` : topicBelow(topic, STATUS_TOPIC);
    socket.awaited = PUBACK;
    socket.identifier = client.pid + 1;
    socket.arm(ANSWER_MS);
    const isTaken = publish(client, encoder.encode(place), encoder.encode(OFFLINE), isAdafruit ? 0 : RETAIN, 1);
    if (isTaken) this.progress.next(this.clock.now());
    else this.progress.fail("unacknowledged", this.clock.now());
  }

  /** @param answer a CONNACK's code; -1 none */
  private refusal(answer: int<-1, 256>, isLate: boolean): string {
    if (answer > 0) return answer <= REFUSALS_MAX ? `connack-${answer}` : "not-accepted";
    switch (this.progress.running()) {
      case "tcp":
        return isLate ? "silent" : "refused";
      case "tls":
        return this.tlsTrouble();
      default:
        return isLate ? "silent" : "not-accepted";
    }
  }

  /** An end without a word is one that the broker has made. */
  private tlsTrouble(): string {
    const { plan, tls } = this;
    if (tls === null) return "tls-refused";
    const trouble = tls.trouble();
    if (trouble !== "unreachable" && trouble !== "tls-refused") return trouble;
    // Whoever signs with the key of another certificate is sent away as somebody without one is.
    const isOther = plan.hasCertificate && isOtherPair(tls.ownOctets(KEY_PATH), tls.ownOctets(CERTIFICATE_PATH));
    return isOther ? "other-key" : "tls-refused";
  }

  private client(): MQTTClient {
    const { clientId, password, user } = this.plan;
    const encoder = new TextEncoder();
    const id = clientId === "" ? `sms_gateway_${new HardwareOctets().toHex(unique_id())}` : clientId;
    const name = user === "" ? null : encoder.encode(user);
    const secret = user === "" ? null : encoder.encode(password);
    return new MQTTClient(encoder.encode(id), "", 1883, name, secret, KEEPALIVE_S);
  }

  close(): void {
    this.lookup.drop();
    this.tls = null;
    new WLAN(STA_IF).disconnect();
    discard(openLookup);
    discard(openJoiner);
    discard(tlsLayer);
    collect();
  }
}

/** The parameters are those of BrokerTest. @param plan planText() of domain/portal/test-plan.ts */
export function openTest(
  plan: string,
  clock: Clock,
  wallClock: WallClock,
  watchdog: Watchdog,
  waiting: Waiting,
  timer: int<-1, 1>,
): DraftTest {
  return new BrokerTest(new TestPlan(plan), clock, wallClock, watchdog, waiting, timer);
}
