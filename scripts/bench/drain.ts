// How long a SIM full of messages takes after power-on: from the modem's first OK to the last deletion's OK.
import type { BoardEvent, VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import type { Figure } from "./figure.ts";
import { fullMessage, gatewayBoard, receivedSms, storedCount, withBoard } from "./gateway-board.ts";

const MESSAGES = 30;

/** A listing, 30 re-reads and 30 deletions at 19200 baud, with the modem's 50 ms for each. */
const REFERENCE_S = 14.6;
const TARGET_RATIO = 1.15;

const DRAIN_MS_MAX = 120_000;

/** @param charged whether the processor's work takes its time; only then there is a target */
export async function measureDrain(device: string, charged = false): Promise<Figure[]> {
  const value = await withBoard(await gatewayBoard(device, { charged }), drainSeconds);
  const target = { limit: REFERENCE_S * TARGET_RATIO, is: "most" } as const;
  const name = `drain of ${MESSAGES} stored messages`;
  const common = { unit: "s", value, reference: REFERENCE_S } as const;
  return charged
    ? [{ id: "drain_s", name, ...common, target }]
    : [{ id: "drain_uncharged_s", name: `${name}, uncharged`, ...common }];
}

async function drainSeconds(board: VirtualBoard): Promise<number> {
  for (let number = 1; number <= MESSAGES; number++) {
    await board.hardware({ do: "modem-preload", pdu: fullMessage(number) });
  }
  await board.powerOn();
  await board.runUntil(async () => (await storedCount(board)) === 0, DRAIN_MS_MAX);
  await board.advance(1_000); // the last deletion's OK
  const published = await receivedSms(board);
  if (published.length !== MESSAGES) throw new Error(`${published.length} of ${MESSAGES} messages were published`);
  return (lastDeletedAt(board.log) - firstOkAt(board.log)) / 1000;
}

function firstOkAt(log: readonly BoardEvent[]): number {
  return log.find(isOk)?.atMs ?? Number.NaN;
}

/** When the OK after the last AT+CMGD had come. */
function lastDeletedAt(log: readonly BoardEvent[]): number {
  const deletions = log.filter((event) => event.type === "uart" && event.text.startsWith("AT+CMGD="));
  const last = deletions[deletions.length - 1]?.atMs ?? Number.NaN;
  return log.find((event) => event.atMs > last && isOk(event))?.atMs ?? Number.NaN;
}

function isOk(event: BoardEvent): boolean {
  return event.type === "uart" && event.direction === "from-modem" && event.text.trim() === "OK";
}
