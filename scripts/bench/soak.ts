// A long time of many messages in and out, with the model broker: none lost, none twice, none altered, every command told
// of to its end, and how long a message takes from the modem's announcement to the broker.
import { defaultSettings } from "../../board-tests/control/sim-settings.ts";
import type { HardwareReport } from "../../board-tests/models/gateway-hardware.ts";
import type { ReceivedMessage } from "../../board-tests/models/mqtt-broker/broker.ts";
import { encodeDeliver } from "../../board-tests/models/sim800/pdu-encode.ts";
import type { Sim800Report } from "../../board-tests/models/sim800/sim800.ts";
import { submitAddress, submitText } from "../../board-tests/models/sim800/tpdu.ts";
import type { VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import type { Figure } from "./figure.ts";
import { gatewayBoard, start, storedCount, withBoard } from "./gateway-board.ts";

const IN_PER_MINUTE = 20;
/** Each second message that comes in has a command beside it: 10 a minute. */
const IN_PER_OUT = 2;
const MINUTE_MS = 60_000;
/** Never in step with the loop. */
const JITTER_MS = 371;
const EMPTY_MS_MAX = 60_000;
const LOOK_EVERY_MS = 500;
/** After the last command: a state of a gateway that has closed what it does not need. */
const IDLE_MS = 130_000;
const SENDER = "+447700900123";
const P99_MS_MAX = 8_000;
/** From Ctrl-Z to the network's reference. */
const CMGS_MS = 3_000;
const LIMITS = { send_per_minute: 25, send_per_hour: 1000, send_per_day: 1000 };

/** What became of things that were handed over: each must have come out once, as it was. */
export interface Account {
  readonly given: number;
  readonly lost: number;
  readonly twice: number;
  readonly altered: number;
}

export interface Soak {
  readonly incoming: Account;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly outgoing: Account;
  /** Commands that were not told of as accepted, then sent, and nothing else. */
  readonly toldWrong: number;
  readonly flashErases: number;
  /** Bytes free as the gateway tells them, with nothing to do before the first message and after the last. */
  readonly heapStart: number;
  readonly heapEnd: number;
  /** Of the board: 1 unless it restarted. */
  readonly boots: number;
}

interface Command {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** @param minutes of the board's time */
export async function soak(device: string, minutes: number, charged = true): Promise<Soak> {
  const settings = { ...defaultSettings(), ...LIMITS };
  const hardware = { modem: { timing: { sendMs: CMGS_MS } } };
  return withBoard(await gatewayBoard(device, { charged, settings, hardware }), async (board) => {
    await start(board);
    await board.advance(IDLE_MS);
    const heapStart = lastHeap(await brokerMessages(board));
    const { texts, commands } = await traffic(board, minutes * IN_PER_MINUTE, MINUTE_MS / IN_PER_MINUTE);
    await board.runUntil(async () => (await storedCount(board)) === 0, EMPTY_MS_MAX, LOOK_EVERY_MS);
    await board.advance(IDLE_MS);
    const { modem } = (await board.hardware({ do: "report" })) as HardwareReport;
    if (modem === null) throw new Error("a soak needs the emulated modem");
    const messages = await brokerMessages(board);
    const { flash, boots } = await board.state();
    return {
      ...incomingOf(texts, modem, messages),
      ...outgoingOf(commands, modem, messages),
      flashErases: flash.operations,
      heapStart,
      heapEnd: lastHeap(messages),
      boots,
    };
  });
}

export function soakFigures(minutes: number, result: Soak): Figure[] {
  const none = { limit: 0, is: "most" } as const;
  const { incoming, outgoing, toldWrong, p50Ms, p99Ms, flashErases, heapStart, heapEnd } = result;
  const wrong = ({ lost, twice, altered }: Account) => lost + twice + altered;
  const name = `${minutes} minutes of messages`;
  return [
    { id: "soak_in", name: `${name}: in`, unit: "messages", value: incoming.given },
    { id: "soak_in_wrong", name: "lost, twice or altered", unit: "messages", value: wrong(incoming), target: none },
    { id: "soak_p50_ms", name: "+CMTI to PUBLISH meanwhile, p50", unit: "ms", value: p50Ms },
    { id: "soak_p99_ms", name: "p99", unit: "ms", value: p99Ms, target: { limit: P99_MS_MAX, is: "most" } },
    { id: "soak_out", name: `${name}: out`, unit: "messages", value: outgoing.given },
    { id: "soak_out_wrong", name: "lost, twice or altered", unit: "messages", value: wrong(outgoing), target: none },
    {
      id: "soak_told_wrong",
      name: "not told as accepted, then sent",
      unit: "messages",
      value: toldWrong,
      target: none,
    },
    { id: "soak_flash_erases", name: "flash erases", unit: "erases", value: flashErases },
    { id: "soak_heap_start_bytes", name: "heap free before", unit: "bytes", value: heapStart },
    { id: "soak_heap_end_bytes", name: "heap free after", unit: "bytes", value: heapEnd },
  ];
}

/**
 * Messages, and a command beside each second one, or as many as `perOut` says; evenly but for a little.
 * @param between is done after each, by its number
 * @param from the number of the first
 */
export async function traffic(
  board: VirtualBoard,
  count: number,
  everyMs: number,
  between: (number: number) => Promise<void> = async () => {},
  from = 1,
  perOut = IN_PER_OUT,
): Promise<{ texts: string[]; commands: Command[] }> {
  const texts: string[] = [];
  const commands: Command[] = [];
  for (let number = from; number < from + count; number++) {
    const text = `${number}: ${"The quick brown fox. ".repeat(1 + (number % 7))}`;
    texts.push(text);
    const [pdu = ""] = encodeDeliver({ from: SENDER, text, time: timeOf(number) });
    await board.hardware({ do: "modem-deliver", pdu });
    if (number % perOut === 0) {
      const command = {
        id: `c${number}`,
        to: recipient(number),
        text: `Out ${number}: ${"[door] ".repeat(number % 13)}`,
      };
      commands.push(command);
      await board.broker("publish", "gateway/sms/send", new TextEncoder().encode(JSON.stringify(command)), 1);
    }
    await board.advance(everyMs + (number % 2 ? JITTER_MS : -JITTER_MS));
    await between(number);
  }
  return { texts, commands };
}

export function incomingOf(texts: readonly string[], modem: Sim800Report, messages: readonly ReceivedMessage[]) {
  const published = messages.filter(({ topic }) => topic === "gateway/sms");
  const got = published.map(({ payload }) => (jsonOf(payload) as { text: string }).text);
  const announced = modem.deliveries.map(({ announcedAtMs }) => announcedAtMs ?? Number.NaN);
  const first = new Map(got.map((text, at) => [text, published[at]?.atMs ?? Number.NaN] as const).reverse());
  const latencies = texts.map((text, at) => (first.get(text) ?? Number.NaN) - (announced[at] ?? Number.NaN));
  latencies.sort((a, b) => a - b);
  const share = (part: number) => latencies[Math.ceil(latencies.length * part) - 1] ?? Number.NaN;
  return { incoming: account(texts, got), p50Ms: share(0.5), p99Ms: share(0.99) };
}

export function outgoingOf(commands: readonly Command[], modem: Sim800Report, messages: readonly ReceivedMessage[]) {
  const states = new Map<string, string>();
  for (const { topic, payload } of messages) {
    if (topic !== "gateway/sms/sent") continue;
    const { id, state } = jsonOf(payload) as { id: string; state: string };
    states.set(id, `${states.get(id) ?? ""} ${state}`.trim());
  }
  const wanted = commands.map(({ to, text }) => `${to} ${text}`);
  const got = modem.sent.map(({ pdu }) => `${submitAddress(pdu)} ${submitText(pdu)}`);
  const toldWrong = commands.filter(({ id }) => states.get(id) !== "accepted sent").length;
  return { outgoing: account(wanted, got), toldWrong };
}

function account(given: readonly string[], got: readonly string[]): Account {
  const distinct = new Set(got);
  return {
    given: given.length,
    lost: given.filter((each) => !distinct.has(each)).length,
    twice: got.length - distinct.size,
    altered: [...distinct].filter((each) => !given.includes(each)).length,
  };
}

export async function brokerMessages(board: VirtualBoard): Promise<ReceivedMessage[]> {
  return (await board.broker("messages")) as ReceivedMessage[];
}

/** Bytes free by the last gateway/state. */
export function lastHeap(messages: readonly ReceivedMessage[]): number {
  const state = messages.filter(({ topic }) => topic === "gateway/state").at(-1);
  return state === undefined ? Number.NaN : (jsonOf(state.payload) as { heap_free: number }).heap_free;
}

function jsonOf(payload: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(payload));
}

/** A number of Ofcom's examples. */
function recipient(number: number): string {
  return `+447700900${String(100 + (number % 800))}`;
}

/** Each a second after the last. */
function timeOf(number: number): string {
  return new Date(Date.UTC(2026, 10, 22, 9, 0, number)).toISOString().replace(".000Z", "+00:00");
}
