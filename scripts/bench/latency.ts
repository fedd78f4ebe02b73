// How long a message takes: from the last bit of its +CMTI on the UART to its PUBLISH at the broker.
import type { HardwareReport } from "../../board-tests/models/gateway-hardware.ts";
import type { VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import type { Figure } from "./figure.ts";
import { fullMessage, gatewayBoard, receivedSms, start, withBoard } from "./gateway-board.ts";

const MESSAGES = 200;

/** A 160-character message at 19200 baud: AT+CMGR 5.7 ms, the modem 50 ms, its answer 188 ms. */
const REFERENCE_MS = 244;
const TARGET_RATIO = 1.15;

/** Between two messages: more than any takes with its deletion, and never in step with the loop. */
const SPACING_MS = 3_000;
const SPACING_STEP_MS = 37.3;
const SPACING_STEPS = 29;

/** @param charged whether the processor's work takes its time; only then there is a target */
export async function measureLatency(device: string, charged = false): Promise<Figure[]> {
  const latencies = await withBoard(await gatewayBoard(device, { charged }), latenciesOf);
  latencies.sort((a, b) => a - b);
  const target = { limit: REFERENCE_MS * TARGET_RATIO, is: "most" } as const;
  return [50, 90, 99].map((percent) => ({
    id: charged ? `latency_p${percent}_ms` : `latency_uncharged_p${percent}_ms`,
    name: `+CMTI to PUBLISH, p${percent}${charged ? "" : ", uncharged"}`,
    unit: "ms",
    value: percentile(latencies, percent),
    reference: REFERENCE_MS,
    ...(charged && percent === 50 ? { target } : {}),
  }));
}

async function latenciesOf(board: VirtualBoard): Promise<number[]> {
  await start(board);
  for (let number = 1; number <= MESSAGES; number++) {
    await board.hardware({ do: "modem-deliver", pdu: fullMessage(number) });
    await board.advance(SPACING_MS + (number % SPACING_STEPS) * SPACING_STEP_MS);
  }
  const { modem } = (await board.hardware({ do: "report" })) as HardwareReport;
  const announcedAt = modem?.deliveries.map(({ announcedAtMs }) => announcedAtMs ?? Number.NaN) ?? [];
  const published = await receivedSms(board);
  if (published.length !== MESSAGES) throw new Error(`${published.length} of ${MESSAGES} messages were published`);
  return published.map(({ atMs }, index) => atMs - (announcedAt[index] ?? Number.NaN));
}

/** The smallest value that `percent` of 100 do not pass, of values in order. */
function percentile(sorted: readonly number[], percent: number): number {
  return sorted[Math.ceil((sorted.length * percent) / 100) - 1] ?? Number.NaN;
}
