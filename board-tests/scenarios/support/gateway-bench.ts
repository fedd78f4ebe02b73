// The built firmware on the virtual board, in virtual time, with the broker model: what the scenarios run on.
//
//   const bench = await GatewayBench.started();
//   await bench.deliver(pduOf({ text: "hello" }));
//   await bench.untilSimIsEmpty();
//   expect(await bench.published()).toMatchObject([{ text: "hello" }]);
//
// Whatever a scenario is about, at its end the board must still be well: see expectWell().
import { expect, onTestFinished } from "vitest";
import { framebufFont } from "../../control/framebuf-font.ts";
import { defaultSettings, EMBEDDED_PORT } from "../../control/sim-settings.ts";
import { displayText } from "../../models/display-text.ts";
import type { BrokerEvent, BrokerReport, ReceivedMessage } from "../../models/mqtt-broker/broker.ts";
import type { BrokerFaults } from "../../models/mqtt-broker/faults.ts";
import type { ModemFault } from "../../models/sim800/faults.ts";
import type { Sim800Report } from "../../models/sim800/sim800.ts";
import { type BoardEvent, type BoardOptions, VirtualBoard } from "../../virtual-board/board.ts";
import { builtDevice } from "./built-device.ts";
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

/** Plain calls above each other that a Pico W survives. */
const DEPTH_MAX = 28;

/** The watchdog must never be close to biting, whatever happens to the rest of the world. */
const WATCHDOG_GAP_MS_MAX = 8_000;

/** From power to being connected and ready: the modem's 5 s, Wi-Fi's 4 s, steps repeated every 2 s. */
const START_MS_MAX = 40_000;

/** After being ready: the first listing, and the display. */
const IDLE_AFTER_MS = 1_000;

const LOOK_EVERY_MS = 100;

/** A bit rate of 19200 with ten bits an octet. */
const OCTET_MS = 10 / 19.2;

export class GatewayBench implements StoryBench {
  private mayStop = false;
  private isFinished = false;

  private constructor(readonly board: VirtualBoard) {}

  /** The story is about a gateway that ends, at its prompt or by a traceback. */
  expectEnd(): void {
    this.mayStop = true;
  }

  /** A bench without power; closed, and looked over, when the test ends. */
  static async make(options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
    const { network, ...others } = options;
    const board = await VirtualBoard.create({
      firmware: await builtDevice(),
      settings: defaultSettings(),
      time: "virtual",
      depthMax: DEPTH_MAX,
      network: { kind: "model", brokerPort: EMBEDDED_PORT, ...network },
      ...others,
    });
    const bench = new GatewayBench(board);
    onTestFinished(() => bench.finish());
    return bench;
  }

  /** Looks it over and closes it; before the end of a test that makes many. */
  async finish(): Promise<void> {
    if (this.isFinished) return;
    this.isFinished = true;
    try {
      await this.expectWell();
    } finally {
      await this.board.close();
    }
  }

  /** A bench whose gateway is connected, has set up its modem and has nothing to do. */
  static async started(options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
    const bench = await GatewayBench.make(options);
    await bench.start();
    return bench;
  }

  /** Power, and time until the gateway is connected and its modem set up. */
  async start(): Promise<void> {
    const from = this.board.log.length;
    await this.board.powerOn();
    await this.untilListing(from);
    await this.until(async () => (await this.status()) === "online", START_MS_MAX);
    await this.board.advance(IDLE_AFTER_MS);
  }

  async turnOn(): Promise<void> {
    await this.board.powerOn();
  }

  async turnOff(options: { modemToo?: boolean } = {}): Promise<void> {
    await this.board.powerOff(options);
  }

  async wait(ms: number): Promise<void> {
    await this.board.advance(ms);
  }

  mark(): number {
    return this.board.log.length;
  }

  /** Time until the modem is asked for its storage, which is the end of setting it up; from log entry `from` on. */
  async untilListing(from = this.board.log.length): Promise<BoardEvent> {
    return this.untilSent("AT+CMGL=4", from);
  }

  /** Time until the gateway has sent `command` to the modem, from log entry `from` on. */
  async untilSent(command: string, from = this.board.log.length): Promise<BoardEvent> {
    return this.board.runUntilEvent((event) => isSent(event) && event.text === command, START_MS_MAX, from);
  }

  /** Time until `condition` holds, to a tenth of a second. */
  async until(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<void> {
    await this.board.runUntil(condition, limitMs, LOOK_EVERY_MS);
  }

  async untilPublished(count: number, limitMs = 60_000): Promise<void> {
    await this.until(async () => (await this.published()).length >= count, limitMs);
  }

  async untilSimIsEmpty(limitMs = 120_000): Promise<void> {
    await this.until(async () => (await this.slots()).length === 0, limitMs);
  }

  /** Moves the mode switch, whose contact bounces. */
  async moveSwitch(isClosed: boolean): Promise<void> {
    await this.board.hardware({ do: "switch", setup: isClosed });
  }

  // The modem.

  /** The network brings a message, which the modem stores and announces. */
  async deliver(pdu: string): Promise<void> {
    await this.board.hardware({ do: "modem-deliver", pdu });
  }

  /** A message that is on the SIM already, without a word. */
  async preload(...pdus: readonly string[]): Promise<void> {
    for (const pdu of pdus) await this.board.hardware({ do: "modem-preload", pdu });
  }

  async fault(fault: ModemFault): Promise<void> {
    await this.board.hardware({ do: "modem-fault", fault });
  }

  /** The modem's line carries these octets, whatever they are. */
  async inject(octets: Uint8Array | string): Promise<void> {
    const bytes = typeof octets === "string" ? new TextEncoder().encode(octets) : octets;
    await this.board.hardware({ do: "modem-inject", bytes });
  }

  async restartModem(): Promise<void> {
    await this.board.hardware({ do: "modem-restart" });
  }

  async modem(): Promise<Sim800Report> {
    const { modem } = await this.board.report();
    if (modem === null) throw new Error("there is no emulated modem");
    return modem;
  }

  /** PDUs on the SIM. */
  async slots(): Promise<string[]> {
    return (await this.modem()).slots.map(({ pdu }) => pdu);
  }

  sent(from = 0): string[] {
    return this.sentLines(from).map(({ text }) => text);
  }

  sentLines(from = 0): WireLine[] {
    return this.board.log.slice(from).filter(isSent);
  }

  deletions(): Deletion[] {
    return deletionsIn(this.sentLines(), OCTET_MS);
  }

  /** The lines on the display that are not blank; none without a display. */
  async displayed(): Promise<string[]> {
    const frame = await this.board.display();
    const text = frame === null ? "" : displayText(frame, await framebufFont());
    return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trimEnd()]));
  }

  // The broker.

  async brokerFaults(faults: Partial<BrokerFaults>): Promise<void> {
    await this.board.broker("setFaults", faults);
  }

  async dropConnections(): Promise<void> {
    await this.board.broker("dropConnections");
  }

  async brokerEvents(): Promise<BrokerEvent[]> {
    return ((await this.board.broker("report")) as BrokerReport).events;
  }

  /** What came on gateway/sms, as the broker got it. */
  async received(wanted = SMS_TOPIC): Promise<ReceivedMessage[]> {
    const messages = (await this.board.broker("messages")) as ReceivedMessage[];
    return messages.filter(({ topic }) => topic === wanted);
  }

  /** What came on any topic, as JSON. */
  async messagesOn(topic: string): Promise<unknown[]> {
    const messages = (await this.board.broker("messages")) as ReceivedMessage[];
    const decoder = new TextDecoder();
    return messages.flatMap((each) => (each.topic === topic ? [JSON.parse(decoder.decode(each.payload))] : []));
  }

  /** The same, read. */
  async published(): Promise<PublishedSms[]> {
    return (await this.received()).map(readSms);
  }

  async publishedIds(): Promise<string[]> {
    return (await this.published()).map(({ id }) => id);
  }

  async publishedIdsByConnection(): Promise<string[][]> {
    return idsByConnection(await this.brokerEvents());
  }

  async status(): Promise<Status> {
    const { retained } = (await this.board.broker("report")) as BrokerReport;
    return statusIn(retained);
  }

  async lostConnections(): Promise<number> {
    return lostConnectionsIn(await this.brokerEvents());
  }

  async command(payload: string): Promise<void> {
    await this.board.broker("publish", SEND_TOPIC, new TextEncoder().encode(payload), 1);
  }

  async told(): Promise<SentNews[]> {
    return toldIn((await this.board.broker("messages")) as ReceivedMessage[]);
  }

  async submitted(): Promise<string[]> {
    return (await this.modem()).sent.map(({ pdu }) => pdu);
  }

  /** What must hold at any time: main.py runs on, nothing harmed the board, the watchdog was fed in time. */
  private async expectWell(): Promise<void> {
    const { log } = this.board;
    expect(log.filter(({ type }) => (type === "prompt" && !this.mayStop) || type === "fault")).toEqual([]);
    expect(this.board.stdout.filter((line) => line.includes("Traceback") && !this.mayStop)).toEqual([]);
    const { watchdog } = await this.board.state();
    if (watchdog) expect(watchdog.longestGapMs).toBeLessThan(WATCHDOG_GAP_MS_MAX);
  }
}

function isSent(event: BoardEvent): event is Extract<BoardEvent, { type: "uart" }> {
  return event.type === "uart" && event.direction === "to-modem";
}

/** For stories that are told of the gateway under Node as well. */
export const onBoard: Benches = {
  make: (options) => GatewayBench.make(boardOptions(options)),
  started: (options) => GatewayBench.started(boardOptions(options)),
  casesMax: Number.POSITIVE_INFINITY,
  // Longer than each deadline, and than a connection's silence of 30 s.
  outageMs: 35_000,
  cuts: { firstMs: 6_500, stepMs: 317, restMs: 330_000 },
};

function boardOptions({ modem, roundTripMs }: StoryOptions = {}): Partial<BoardOptions> {
  return {
    ...(modem === undefined ? {} : { hardware: { modem } }),
    ...(roundTripMs === undefined ? {} : { network: { kind: "model", roundTripMs } }),
  };
}
