// What is free of a board's heap, and in how large a piece: measured from inside, by a boot.py that sets a timer before the
// gateway starts, so nothing of the gateway or of the virtual board is changed for it.
import type { VirtualBoard } from "../virtual-board/board.ts";

export interface HeapReport {
  /** Bytes free after a collection. */
  readonly free: number;
  /** Bytes of the largest block of them. */
  readonly largest: number;
}

/** MicroPython hands out its heap in blocks of this size (py/gc.c). */
const BLOCK_BYTES = 16;
/** The last line of micropython.mem_info(). */
const LAST = "max free sz";

/** To be called before the board has power: it reports when it has run for so long, or each time for so long. */
export async function reportHeap(board: VirtualBoard, afterMs: number, mode: "ONE_SHOT" | "PERIODIC"): Promise<void> {
  // A collection takes words that are left on the stack for pointers: calls within calls write over those of what ran before.
  const boot = `import machine
def write_over(depth):
    return depth and write_over(depth - 1)
def measure(_):
    import gc, micropython
    write_over(12)
    gc.collect()
    micropython.mem_info()
machine.Timer(period=${afterMs}, mode=machine.Timer.${mode}, callback=measure)
`;
  await board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(boot) });
}

/** The next report after the place `from` of the board's log. Throws Error when there is none for so long. */
export async function nextHeapReport(
  board: VirtualBoard,
  limitMs: number,
  from = board.log.length,
): Promise<HeapReport> {
  await board.runUntilEvent((event) => event.type === "stdout" && event.text.includes(LAST), limitMs, from);
  const lines = board.log.slice(from).flatMap((event) => (event.type === "stdout" ? [event.text] : []));
  const text = lines.join("\n");
  return { free: numberIn(text, /free: (\d+)/), largest: numberIn(text, /max free sz: (\d+)/) * BLOCK_BYTES };
}

function numberIn(text: string, pattern: RegExp): number {
  const digits = pattern.exec(text)?.[1];
  if (digits === undefined) throw new Error(`micropython.mem_info() printed something else:\n${text}`);
  return Number(digits);
}
