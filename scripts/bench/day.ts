// A day of a gateway with TLS: 5,000 messages, and a connection that breaks 50 times. Nothing may be lost, and after it the
// heap must be as it was at its beginning: ten handshakes in a row succeed.

import { type HeapReport, nextHeapReport, reportHeap } from "../../board-tests/control/heap-report.ts";
import { defaultSettings } from "../../board-tests/control/sim-settings.ts";
import type { HardwareReport } from "../../board-tests/models/gateway-hardware.ts";
import type { BrokerReport } from "../../board-tests/models/mqtt-broker/broker.ts";
import type { VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import type { Figure } from "./figure.ts";
import { gatewayBoard, start, storedCount, withBoard } from "./gateway-board.ts";
import { type Account, brokerMessages, incomingOf, outgoingOf, traffic } from "./soak.ts";

const HOUR_MS = 3_600_000;
/** Four in for each one out, of which the settings allow 1,000 a day. */
const IN_PER_HOUR = 166;
const IN_PER_OUT = 4;
/** Messages before the day. */
const FIRST = 4;
const BREAKS_A_DAY = 50;
const HANDSHAKES = 10;
const BACK_MS_MAX = 90_000;
/** What holds late code has forgotten it by then. */
const IDLE_MS = 130_000;
const FREE_BYTES_MIN = 56_000;
const LARGEST_BYTES_MIN = 24_000;
/** What is told each minute may differ by so much from one look to the next. */
const PLAY_BYTES = 1_500;
/** Later than each build. */
const TIME_MS = Date.UTC(2040, 10, 22);

const REPORT_EVERY_MS = 300_000;

export interface Day {
  readonly incoming: Account;
  readonly outgoing: Account;
  readonly toldWrong: number;
  readonly breaks: number;
  /** Handshakes after it that succeeded, of ten. */
  readonly handshakes: number;
  readonly before: HeapReport;
  readonly after: HeapReport;
  /** 1 unless the board restarted. */
  readonly boots: number;
}

/** @param hours of the board's time */
export async function day(device: string, hours: number): Promise<Day> {
  const settings = { ...defaultSettings(), broker_tls: true, send_per_hour: 1000, send_per_day: 1000 };
  const options = {
    settings,
    hardware: { modem: { networkEpochMs: TIME_MS } },
    network: { kind: "model" as const, timeEpochMs: TIME_MS },
  };
  return withBoard(await gatewayBoard(device, options), async (board) => {
    await reportHeap(board, REPORT_EVERY_MS, "PERIODIC");
    await start(board);
    // The first of each kind: the names of the code that it needs stay on the heap for ever.
    const first = await traffic(board, FIRST, IDLE_MS, undefined, 1, IN_PER_OUT);
    const before = await nextHeapReport(board, REPORT_EVERY_MS + 1_000);
    const count = hours * IN_PER_HOUR;
    const every = Math.trunc(count / ((BREAKS_A_DAY * hours) / 24));
    let breaks = 0;
    const { texts, commands } = await traffic(
      board,
      count,
      HOUR_MS / IN_PER_HOUR,
      async (number) => {
        if (number % every !== 0) return;
        breaks += 1;
        await breakOnce(board);
      },
      FIRST + 1,
      IN_PER_OUT,
    );
    const isEmpty = async () => (await storedCount(board)) === 0;
    await board.runUntil(isEmpty, BACK_MS_MAX, 500);
    let handshakes = 0;
    for (let each = 0; each < HANDSHAKES; each++) if (await breakOnce(board)) handshakes += 1;
    await board.advance(IDLE_MS);
    const after = await nextHeapReport(board, REPORT_EVERY_MS + 1_000);
    const { modem } = (await board.hardware({ do: "report" })) as HardwareReport;
    if (modem === null) throw new Error("a day needs the emulated modem");
    const messages = await brokerMessages(board);
    const { boots } = await board.state();
    return {
      ...incomingOf([...first.texts, ...texts], modem, messages),
      ...outgoingOf([...first.commands, ...commands], modem, messages),
      breaks,
      handshakes,
      before,
      after,
      boots,
    };
  });
}

export function dayFigures(hours: number, result: Day): Figure[] {
  const none = { limit: 0, is: "most" } as const;
  const wrong = ({ lost, twice, altered }: Account) => lost + twice + altered;
  const { after, before, breaks, handshakes, incoming, outgoing, toldWrong } = result;
  const grown = before.free - after.free;
  return [
    { id: "day_in", name: `${hours} hours with TLS and ${breaks} breaks: in`, unit: "messages", value: incoming.given },
    { id: "day_in_wrong", name: "lost, twice or altered", unit: "messages", value: wrong(incoming), target: none },
    { id: "day_out", name: "out", unit: "messages", value: outgoing.given },
    { id: "day_out_wrong", name: "lost, twice or altered", unit: "messages", value: wrong(outgoing), target: none },
    { id: "day_told_wrong", name: "not told as accepted, then sent", unit: "messages", value: toldWrong, target: none },
    { id: "day_heap_bytes", name: "heap free before", unit: "bytes", value: before.free },
    {
      id: "day_heap_end_bytes",
      name: "heap free after",
      unit: "bytes",
      value: after.free,
      target: { limit: FREE_BYTES_MIN, is: "least" },
    },
    {
      id: "day_heap_grown_bytes",
      name: "taken by the day",
      unit: "bytes",
      value: grown,
      target: { limit: PLAY_BYTES, is: "most" },
    },
    { id: "day_largest_bytes", name: "largest block before", unit: "bytes", value: before.largest },
    {
      id: "day_largest_end_bytes",
      name: "largest block after",
      unit: "bytes",
      value: after.largest,
      target: { limit: LARGEST_BYTES_MIN, is: "least" },
    },
    {
      id: "day_handshakes",
      name: "handshakes in a row after it",
      unit: "calls",
      value: handshakes,
      target: { limit: HANDSHAKES, is: "least" },
    },
  ];
}

/** The broker ends the connection. @returns whether the gateway was back within 90 s */
async function breakOnce(board: VirtualBoard): Promise<boolean> {
  const from = await connections(board);
  await board.broker("dropConnections");
  const isBack = async () => (await connections(board)) > from;
  const isThere = await board.runUntil(isBack, BACK_MS_MAX, 500).then(
    () => true,
    () => false,
  );
  // Subscribed, and known to be there.
  await board.advance(2_000);
  return isThere;
}

async function connections(board: VirtualBoard): Promise<number> {
  const { events } = (await board.broker("report")) as BrokerReport;
  return events.filter(({ type }) => type === "connected").length;
}
