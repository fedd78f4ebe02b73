// A long time of many messages on a charged board, with the model broker: none lost, none twice, none altered, and how
// long each takes from the modem's announcement to the broker. Incoming alone for now.
import type { HardwareReport } from "../../board-tests/models/gateway-hardware.ts";
import { encodeDeliver } from "../../board-tests/models/sim800/pdu-encode.ts";
import { gatewayBoard, receivedSms, start, storedCount, withBoard } from "./gateway-board.ts";

const PER_MINUTE = 20;
const MINUTE_MS = 60_000;
/** Never in step with the loop. */
const JITTER_MS = 371;
const EMPTY_MS_MAX = 60_000;

export interface Soak {
  readonly sent: number;
  readonly lost: number;
  readonly twice: number;
  readonly altered: number;
  readonly p99Ms: number;
  readonly flashErases: number;
  /** Of the board: 1 unless it restarted. */
  readonly boots: number;
}

/** @param minutes of the board's time */
export async function soak(device: string, minutes: number): Promise<Soak> {
  return withBoard(await gatewayBoard(device, { charged: true }), async (board) => {
    await start(board);
    const texts: string[] = [];
    for (let number = 1; number <= minutes * PER_MINUTE; number++) {
      const text = `${number}: ${"The quick brown fox. ".repeat(1 + (number % 7))}`;
      texts.push(text);
      const [pdu = ""] = encodeDeliver({ from: "+447700900123", text, time: timeOf(number) });
      await board.hardware({ do: "modem-deliver", pdu });
      await board.advance(MINUTE_MS / PER_MINUTE + (number % 2 ? JITTER_MS : -JITTER_MS));
    }
    await board.runUntil(async () => (await storedCount(board)) === 0, EMPTY_MS_MAX);
    const { modem } = (await board.hardware({ do: "report" })) as HardwareReport;
    const announced = modem?.deliveries.map(({ announcedAtMs }) => announcedAtMs ?? Number.NaN) ?? [];
    const published = await receivedSms(board);
    const got = published.map(({ payload }) => textIn(payload));
    const first = new Map(got.map((text, at) => [text, published[at]?.atMs ?? Number.NaN] as const).reverse());
    const latencies = texts.map((text, at) => (first.get(text) ?? Number.NaN) - (announced[at] ?? Number.NaN));
    latencies.sort((a, b) => a - b);
    const { flash, boots } = await board.state();
    return {
      sent: texts.length,
      lost: texts.filter((text) => !first.has(text)).length,
      twice: got.length - first.size,
      altered: [...first.keys()].filter((text) => !texts.includes(text)).length,
      p99Ms: latencies[Math.ceil(latencies.length * 0.99) - 1] ?? Number.NaN,
      flashErases: flash.operations,
      boots,
    };
  });
}

function textIn(payload: Uint8Array | string): string {
  const json = typeof payload === "string" ? payload : new TextDecoder().decode(payload);
  return (JSON.parse(json) as { text: string }).text;
}

/** Each a second after the last. */
function timeOf(number: number): string {
  return new Date(Date.UTC(2026, 10, 22, 9, 0, number)).toISOString().replace(".000Z", "+00:00");
}
