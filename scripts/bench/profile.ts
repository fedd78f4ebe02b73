// Where the processor's time goes while messages come in, function by function: on a charged board, with a VM that tells
// its frames, made for this run.
import type { ProfileEntry } from "../../board-tests/virtual-board/profiler.ts";
import { makeVm, publishedWasm } from "../../transpiler/vm/make-vm.ts";
import { columns } from "../build/columns.ts";
import { fullMessage, gatewayBoard, start, withBoard } from "./gateway-board.ts";

const MESSAGES = 10;
const SPACING_MS = 3_100;
const ROWS = 40;

/** What each function took in all, the dearest first. */
export async function profileOf(device: string): Promise<ProfileEntry[]> {
  const profiledVm = Uint8Array.from(makeVm(publishedWasm(), { tellFrames: true }));
  const board = await gatewayBoard(device, { charged: true, profiledVm });
  return withBoard(board, async () => {
    await start(board);
    await board.tell({ do: "profile-begin" });
    for (let number = 1; number <= MESSAGES; number++) {
      await board.hardware({ do: "modem-deliver", pdu: fullMessage(number) });
      await board.advance(SPACING_MS);
    }
    return (await board.tell({ do: "profile" })) as ProfileEntry[];
  });
}

/** For each message, with the time until the next one. */
export function profileTable(entries: readonly ProfileEntry[]): string {
  const each = (value: number) => (value / MESSAGES).toFixed(2);
  const rows = entries
    .slice(0, ROWS)
    .map(({ name, calls, selfMs, totalMs }) => [name, each(selfMs), each(totalMs), each(calls)]);
  const title = `Milliseconds of the board for each of ${MESSAGES} messages, ${SPACING_MS} ms apart:`;
  return `${title}\n\n${columns([["function", "itself", "with what it calls", "calls"], ...rows])}`;
}
