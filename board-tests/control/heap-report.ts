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
  const boot = `import machine
def measure(_):
    import gc, micropython
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
  const [report] = reportsOfHeap(board, from);
  if (report === undefined) throw new Error("micropython.mem_info() printed something else");
  return report;
}

/** All reports after the place `from` of the board's log. */
export function reportsOfHeap(board: VirtualBoard, from = 0): HeapReport[] {
  const lines = board.log.slice(from).flatMap((event) => (event.type === "stdout" ? [event.text] : []));
  const found = lines.join("\n").matchAll(/free: (\d+)[\s\S]*?max free sz: (\d+)/g);
  return Array.from(found, ([, free, blocks]) => ({ free: Number(free), largest: Number(blocks) * BLOCK_BYTES }));
}
