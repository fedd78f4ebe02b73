// A heap that is full for a moment: from the n-th look at the clock to the next one, whatever is asked of it is refused
// (micropython.heap_lock). Many n, and it has been full at every step of a story.
import { expect } from "vitest";
import { GatewayBench } from "./gateway-bench.ts";
import { idOf, pduOf } from "./messages.ts";

const FROM_MS = 20_000;
const RESTART_MS = 30_000;
const TO = "+447700900123";

const bootFor = (look: number) => `import machine, micropython, time
ticks = time.ticks_ms
left = ${look}
def looked():
    global left
    if left > 0 and ticks() >= ${FROM_MS} and machine.reset_cause() == machine.PWRON_RESET:
        left -= 1
        if left == 0:
            micropython.heap_lock()
    elif left == 0:
        left = -1
        micropython.heap_unlock()
    return ticks()
time.ticks_ms = looked
`;

/** How the board took it. */
export interface Taken {
  /** The reason that is on record; "" the gateway went on. */
  readonly crash: string;
}

/**
 * A message comes, and a command to send one, while the heap is full at one moment.
 * Fails if one of the two is lost or done twice.
 * @param look from the message's coming on
 */
export async function fullHeapAt(look: number): Promise<Taken> {
  const bench = await GatewayBench.make();
  bench.expectEnd();
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(bootFor(look)) });
  await bench.start();
  await bench.board.advance(FROM_MS - bench.board.nowMs);
  const pdu = pduOf({ text: "hello" });
  const command = JSON.stringify({ id: "c", to: TO, text: "The door is open" });
  await bench.deliver(pdu);
  await bench.command(command);
  await bench.wait(RESTART_MS);
  await bench.untilSimIsEmpty();
  // Whoever is not sure says it again.
  await bench.command(command);
  await bench.wait(15_000);
  const runs = await bench.publishedIdsByConnection();
  expect(new Set(runs.flat()), `look ${look}`).toEqual(new Set([idOf(pdu)]));
  for (const ids of runs) expect(new Set(ids).size, `look ${look}`).toBe(ids.length);
  const told = (await bench.told()).map(({ state }) => state);
  const submitted = (await bench.submitted()).length;
  expect(told.at(-1), `look ${look}`).toMatch(/^(sent|unknown)$/);
  expect(submitted, `look ${look}: ${told}`).toBeLessThanOrEqual(1);
  if (told.includes("sent")) expect(submitted, `look ${look}`).toBe(1);
  const { crash } = await bench.board.readFlash();
  await bench.finish();
  return { crash: Buffer.from(crash ?? []).toString() };
}
