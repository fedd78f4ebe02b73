// What the running gateway leaves of the heap: bytes free after a collection, and the largest block of them.
// Measured from inside, by a boot.py that sets a timer before the gateway starts, so nothing of the gateway or of the
// virtual board is changed for it, and the same file measures a board on the desk.
import type { VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import type { Figure } from "./figure.ts";
import { gatewayBoard, start, withBoard } from "./gateway-board.ts";

/** Bytes free at the prompt of a Pico W with MicroPython 1.28. */
const HEAP_BYTES = 200_608;
// What takes the rest: board-tests/scenarios/limits.test.ts.
const FREE_BYTES_MIN = 100_000;
const LARGEST_BLOCK_BYTES_MIN = 65_000;

/** MicroPython hands out its heap in blocks of this size (py/gc.c). */
const BLOCK_BYTES = 16;

const MEASURE_AFTER_MS = 60_000;

const BOOT = `from machine import Timer
def _measure(_):
    import gc, micropython
    gc.collect()
    micropython.mem_info()
Timer(period=${MEASURE_AFTER_MS}, mode=Timer.ONE_SHOT, callback=_measure)
`;

export async function measureHeap(device: string): Promise<Figure[]> {
  const printed = await withBoard(await gatewayBoard(device), memoryReport);
  return [
    {
      id: "heap_free_bytes",
      name: "heap free, connected and idle",
      unit: "bytes",
      value: numberIn(printed, /free: (\d+)/),
      reference: HEAP_BYTES,
      target: { limit: FREE_BYTES_MIN, is: "least" },
    },
    {
      id: "heap_largest_block_bytes",
      name: "largest free block",
      unit: "bytes",
      value: numberIn(printed, /max free sz: (\d+)/) * BLOCK_BYTES,
      target: { limit: LARGEST_BLOCK_BYTES_MIN, is: "least" },
    },
  ];
}

/** What micropython.mem_info() prints in the running gateway. */
async function memoryReport(board: VirtualBoard): Promise<string> {
  await board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(BOOT) });
  await start(board);
  await board.runUntilEvent(
    (event) => event.type === "stdout" && event.text.includes("max free sz"),
    MEASURE_AFTER_MS,
    0,
  );
  return board.stdout.join("\n");
}

function numberIn(text: string, pattern: RegExp): number {
  const digits = pattern.exec(text)?.[1];
  if (digits === undefined) throw new Error(`micropython.mem_info() printed something else:\n${text}`);
  return Number(digits);
}
