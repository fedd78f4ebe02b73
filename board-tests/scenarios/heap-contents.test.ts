// What the heap of a gateway that works consists of: names, objects that the program has made, and the rest, which is code
// (dist/sizes.json has that by module). Prints it, and holds the objects to a limit.
import { expect, it } from "vitest";
import { GatewayBench } from "./support/gateway-bench.ts";
import { numberedPdus } from "./support/messages.ts";

/** Of these the UART's buffer takes 4,400, the socket's 1,100, the display's and the lines' 1,700. */
const OBJECTS_BYTES_MAX = 16_000;

/**
 * Runs on the board beside the gateway: walks from the object that turns the loop to all that it reaches. Sizes are py/gc.c's:
 * blocks of 16 bytes; four for a pointer, eight for an entry of a dictionary.
 */
const WALK = `import gc, machine, micropython
def blocks(n):
    return n + 15 & -16
def size_of(o, t):
    if t in (str, bytes, bytearray):
        return 16 + blocks(len(o) + 1), ()
    if t in (list, tuple):
        return 16 + blocks(len(o) * 4), list(o)
    if t is dict:
        return 16 + blocks(len(o) * 8), list(o.values())
    if t in (int, bool, type, type(walk), type(gc)) or o is None:
        return 0, ()
    inside = getattr(o, "__dict__", {})
    return 16 + blocks(len(inside) * 8), list(inside.values())
def walk(_):
    gc.collect()
    free = gc.mem_free()
    seen = set()
    todo = [mode]
    sums = {}
    while todo:
        o = todo.pop()
        if id(o) in seen:
            continue
        seen.add(id(o))
        t = type(o)
        size, inside = size_of(o, t)
        kind = t.__name__ if t in (str, bytes, bytearray, list, tuple, dict) else "instances"
        sums[kind] = sums.get(kind, 0) + size
        todo.extend(inside)
    print("FREE", free)
    for kind in sums:
        print("OBJECTS", kind, sums[kind])
    micropython.qstr_info()
gc.collect()
print("PROMPT", gc.mem_free())
micropython.qstr_info()
machine.Timer(period=60000, mode=machine.Timer.ONE_SHOT, callback=walk)
`;

it("a gateway that works: what its heap holds", async () => {
  const bench = await GatewayBench.make();
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(WALK) });
  await bench.preload(...numberedPdus(5));
  await bench.start();
  await bench.wait(62_000);
  const lines = bench.board.stdout;
  const number = (word: string) => Number(lines.find((line) => line.startsWith(`${word} `))?.split(" ")[1]);
  const names = lines.flatMap((line) => /n_total_bytes=(\d+)/.exec(line)?.[1] ?? []).map(Number);
  const objects = lines.filter((line) => line.startsWith("OBJECTS ")).map((line) => line.split(" ").slice(1));
  const objectBytes = objects.reduce((sum, [, bytes]) => sum + Number(bytes), 0);
  const nameBytes = (names.at(-1) ?? 0) - (names[0] ?? 0);
  const used = number("PROMPT") - number("FREE");
  console.log(
    `used: ${used}; names ${nameBytes}, objects ${objectBytes} (${objects.map((one) => one.join(" ")).join(", ")}), code ${used - nameBytes - objectBytes}`,
  );
  expect(objectBytes).toBeGreaterThan(5_000);
  expect(objectBytes).toBeLessThan(OBJECTS_BYTES_MAX);
});
