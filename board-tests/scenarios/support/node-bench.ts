// The gateway under Node, as a process, in real time: an emulated SIM800 on a pseudo-terminal, the broker model on a
// port. What the stories run on besides the virtual board.
//
// Whatever a story is about, at its end the gateway must still be well, and end in good order: see expectWell().
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { ModemPort } from "../../control/modem-port.ts";
import { defaultSettings } from "../../control/sim-settings.ts";
import type { ReceivedMessage } from "../../models/mqtt-broker/broker.ts";
import type { BrokerFaults } from "../../models/mqtt-broker/faults.ts";
import type { ModemFault } from "../../models/sim800/faults.ts";
import type { Sim800Timing } from "../../models/sim800/settings.ts";
import { BrokerPort } from "./broker-port.ts";
import { GatewayProcess } from "./gateway-process.ts";
import type {
  Benches,
  Deletion,
  PublishedSms,
  SentNews,
  Status,
  StoryBench,
  StoryOptions,
  WireLine,
} from "./story-bench.ts";
import {
  deletionsIn,
  idsByConnection,
  lostConnectionsIn,
  readSms,
  SEND_TOPIC,
  SMS_TOPIC,
  statusIn,
  toldIn,
} from "./what-happened.ts";

/** The stories are of real time: a modem that is quick, and says so when it starts, as it does at a fixed rate. */
const BAUD = 57_600;
const OCTET_MS = 10_000 / BAUD;

/** A modem that is quicker than most. */
const QUICK: Partial<Sim800Timing> = {
  bootMs: 100,
  simReadyMs: 120,
  callReadyMs: 150,
  smsReadyMs: 160,
  registeredMs: 200,
  heldDeliveryMs: 200,
  heldSpacingMs: 50,
};

/** From the process to being connected and ready, on a busy machine. */
const START_MS_MAX = 40_000;
/** After being ready: the first listing. */
const IDLE_AFTER_MS = 300;
const LOOK_EVERY_MS = 10;

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

export interface NodeBenchOptions extends StoryOptions {
  /** Whom the broker lets in, with their passwords; everybody when left out. */
  users?: Readonly<Record<string, string>>;
  /** What differs from the usual ones. */
  settings?: Readonly<Record<string, unknown>>;
}

export class NodeBench implements StoryBench {
  process: GatewayProcess | null = null;
  private readonly wire: WireLine[] = [];

  private constructor(
    readonly port: ModemPort,
    readonly broker: BrokerPort,
    readonly args: readonly string[],
  ) {
    port.onLine((direction, text, atMs) => {
      if (direction === "to-modem") this.wire.push({ text, atMs });
    });
  }

  static async make({ modem, roundTripMs = 0, users, settings }: NodeBenchOptions = {}): Promise<NodeBench> {
    const folder = mkdtempSync(join(tmpdir(), "gateway-"));
    const link = join(folder, "modem");
    const file = join(folder, "settings.json");
    const port = await ModemPort.open(link, {
      baud: BAUD,
      modem: { ipr: BAUD, ...modem, timing: { ...QUICK, ...modem?.timing } },
    });
    const broker = await BrokerPort.open(port.clock, roundTripMs, users && { users });
    const place = { broker_host: "127.0.0.1", broker_port: broker.port };
    writeFileSync(file, JSON.stringify({ ...defaultSettings(), ...place, ...settings }));
    const bench = new NodeBench(port, broker, ["--uart", link, "--settings", file, "--baud", `${BAUD}`]);
    onTestFinished(async () => {
      try {
        await bench.expectWell();
      } finally {
        await bench.process?.end("SIGKILL");
        await port.close();
        await broker.close();
        rmSync(folder, { recursive: true });
      }
    });
    return bench;
  }

  static async started(options: NodeBenchOptions = {}): Promise<NodeBench> {
    const bench = await NodeBench.make(options);
    await bench.start();
    return bench;
  }

  async start(): Promise<void> {
    const from = this.mark();
    await this.turnOn();
    await this.untilListing(from);
    await this.until(async () => (await this.status()) === "online", START_MS_MAX);
    await sleep(IDLE_AFTER_MS);
  }

  async turnOn(): Promise<void> {
    await this.port.plugIn();
    if (!this.process?.isRunning) this.process = GatewayProcess.start(...this.args);
  }

  async turnOff({ modemToo = false } = {}): Promise<void> {
    await this.process?.end("SIGKILL");
    if (modemToo) await this.port.unplug();
  }

  wait(ms: number): Promise<void> {
    return sleep(ms);
  }

  /** Fails after `limitMs`. */
  async until(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<void> {
    for (const endMs = performance.now() + limitMs; !(await condition()); ) {
      if (performance.now() > endMs) throw new Error(`nothing came of it within ${limitMs} ms: ${this.said()}`);
      await sleep(LOOK_EVERY_MS);
    }
  }

  async untilSent(command: string, from = this.mark()): Promise<void> {
    await this.until(() => this.sent(from).includes(command), START_MS_MAX);
  }

  untilListing(from = this.mark()): Promise<void> {
    return this.untilSent("AT+CMGL=4", from);
  }

  async untilPublished(count: number, limitMs = 60_000): Promise<void> {
    await this.until(async () => (await this.received()).length >= count, limitMs);
  }

  async untilSimIsEmpty(limitMs = 120_000): Promise<void> {
    await this.until(async () => (await this.slots()).length === 0, limitMs);
  }

  // The modem.

  async deliver(pdu: string): Promise<void> {
    this.port.modem.deliver(pdu);
  }

  async preload(...pdus: readonly string[]): Promise<void> {
    for (const pdu of pdus) this.port.modem.preload(pdu);
  }

  async fault(fault: ModemFault): Promise<void> {
    this.port.modem.faults.add(fault);
  }

  async inject(octets: Uint8Array | string): Promise<void> {
    this.port.modem.inject(typeof octets === "string" ? new TextEncoder().encode(octets) : octets);
  }

  async restartModem(): Promise<void> {
    this.port.modem.restart();
  }

  async slots(): Promise<string[]> {
    return this.port.modem.report().slots.map(({ pdu }) => pdu);
  }

  mark(): number {
    return this.wire.length;
  }

  sent(from = 0): string[] {
    return this.sentLines(from).map(({ text }) => text);
  }

  sentLines(from = 0): WireLine[] {
    return this.wire.slice(from);
  }

  deletions(): Deletion[] {
    return deletionsIn(this.wire, OCTET_MS);
  }

  // The broker.

  async brokerFaults(faults: Partial<BrokerFaults>): Promise<void> {
    this.broker.broker.setFaults(faults);
  }

  async dropConnections(): Promise<void> {
    this.broker.broker.dropConnections();
  }

  async received(): Promise<ReceivedMessage[]> {
    return this.broker.broker.messages.filter(({ topic }) => topic === SMS_TOPIC);
  }

  async published(): Promise<PublishedSms[]> {
    return (await this.received()).map(readSms);
  }

  async publishedIds(): Promise<string[]> {
    return (await this.published()).map(({ id }) => id);
  }

  async publishedIdsByConnection(): Promise<string[][]> {
    return idsByConnection(this.broker.broker.events);
  }

  async status(): Promise<Status> {
    return statusIn(this.broker.broker.report().retained);
  }

  async lostConnections(): Promise<number> {
    return lostConnectionsIn(this.broker.broker.events);
  }

  async command(payload: string): Promise<void> {
    this.broker.broker.publish(SEND_TOPIC, new TextEncoder().encode(payload), 1);
  }

  async told(): Promise<SentNews[]> {
    return toldIn(this.broker.broker.messages);
  }

  async submitted(): Promise<string[]> {
    return this.port.modem.report().sent.map(({ pdu }) => pdu);
  }

  /** The process runs on, and ends in good order when it is told to; it complained of nothing and told no text. */
  private async expectWell(): Promise<void> {
    if (this.process === null || this.process.child.signalCode === "SIGKILL") return;
    expect(await this.process.end("SIGTERM"), this.said()).toBe(0);
    expect(this.process.stderr).toBe("");
    const said = this.said();
    for (const { text } of await this.published()) if (`${text ?? ""}`.length > 8) expect(said).not.toContain(text);
  }

  /** Time until the gateway has printed a line with `words` in it. */
  async untilSaid(words: string, limitMs = START_MS_MAX): Promise<void> {
    await this.until(() => this.said().includes(words), limitMs);
  }

  /** What the gateway has printed since its last start. */
  said(): string {
    return this.process?.lines.join("\n") ?? "";
  }
}

export const underNode: Benches = {
  make: (options) => NodeBench.make(options),
  started: (options) => NodeBench.started(options),
  casesMax: 2,
  outageMs: 7_500,
  cuts: { firstMs: 1_100, stepMs: 137, restMs: 0 },
};
