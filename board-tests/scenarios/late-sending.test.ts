// The code for sending is on the board's heap while there is something to send, and not before or after.
import { expect, it } from "vitest";
import { GatewayBench } from "./support/gateway-bench.ts";

const TO = "+447700900123";
/** How long the outbox stays open after the last news, and then some. */
const FORGOTTEN_MS = 20_000;
/** What a second look may find less, of a heap on which other things happen. */
const SLACK_BYTES = 1_500;

/** Runs on the board beside the gateway: says every five seconds whether the code is there, and what is free. */
const LOOK = `import machine
def look(_):
    import gc, sys
    gc.collect()
    print("LOOK", "gateway.domain.outbox.open_outbox_late" in sys.modules, gc.mem_free())
machine.Timer(period=5000, mode=machine.Timer.PERIODIC, callback=look)
`;

it("sending takes memory while it is going on, and the report that comes later finds its message", async () => {
  const bench = await GatewayBench.make();
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(LOOK) });
  await bench.start();
  await bench.wait(6_000);
  const look = () => {
    const last =
      bench.board.stdout
        .filter((line) => line.startsWith("LOOK"))
        .at(-1)
        ?.split(" ") ?? [];
    return { isThere: last[1] === "True", free: Number(last[2]) };
  };
  const before = look();
  expect(before.isThere).toBe(false);

  await bench.command(JSON.stringify({ id: "a", to: TO, text: "hello" }));
  await bench.wait(5_000);
  const during = look();
  expect((await bench.told()).map(({ state }) => state)).toEqual(["accepted", "sent"]);
  expect(during.isThere).toBe(true);

  await bench.wait(FORGOTTEN_MS);
  const after = look();
  console.log(`free: ${before.free} before, ${during.free} with the outbox open, ${after.free} after`);
  expect(after.isThere).toBe(false);
  expect(before.free - during.free).toBeGreaterThan(15_000);

  for (const id of ["a", "b"]) await bench.command(JSON.stringify({ id, to: TO, text: "hello" }));
  await bench.wait(15_000);
  expect((await bench.told()).map(({ id, state }) => `${id} ${state}`).slice(2)).toEqual([
    "a sent",
    "b accepted",
    "b sent",
  ]);
  expect(await bench.submitted()).toHaveLength(2);
  await bench.wait(FORGOTTEN_MS);
  expect(look().isThere).toBe(false);
  // What stays for good is the text of names, once.
  expect(after.free - look().free).toBeLessThan(SLACK_BYTES);
});
