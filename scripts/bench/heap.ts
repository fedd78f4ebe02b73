// What the running gateway leaves of the heap: bytes free after a collection, and the largest block of them.
import { type HeapReport, nextHeapReport, reportHeap } from "../../board-tests/control/heap-report.ts";
import type { VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import type { Figure } from "./figure.ts";
import { gatewayBoard, start, withBoard } from "./gateway-board.ts";

/** Bytes free at the prompt of a Pico W with MicroPython 1.28. */
const HEAP_BYTES = 200_608;
// What takes the rest: board-tests/scenarios/limits.test.ts.
const FREE_BYTES_MIN = 100_000;
const LARGEST_BLOCK_BYTES_MIN = 65_000;

const MEASURE_AFTER_MS = 60_000;

export async function measureHeap(device: string): Promise<Figure[]> {
  const { free, largest } = await withBoard(await gatewayBoard(device), memoryReport);
  return [
    {
      id: "heap_free_bytes",
      name: "heap free, connected and idle",
      unit: "bytes",
      value: free,
      reference: HEAP_BYTES,
      target: { limit: FREE_BYTES_MIN, is: "least" },
    },
    {
      id: "heap_largest_block_bytes",
      name: "largest free block",
      unit: "bytes",
      value: largest,
      target: { limit: LARGEST_BLOCK_BYTES_MIN, is: "least" },
    },
  ];
}

async function memoryReport(board: VirtualBoard): Promise<HeapReport> {
  await reportHeap(board, MEASURE_AFTER_MS, "ONE_SHOT");
  await start(board);
  return nextHeapReport(board, MEASURE_AFTER_MS, 0);
}
