// The code for sending is on the board's heap while there is something to send, and not before or after.
import { expect, it } from "vitest";
import { importNameOf } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";

const TO = "+447700900123";
/** How long the outbox stays open after the last news, and then some. */
const FORGOTTEN_MS = 20_000;
/** What a second look may find less, of a heap on which other things happen. */
const SLACK_BYTES = 1_500;

const HOLD_UP_MS_MAX = 100;

/** Runs on the board beside the gateway: says every five seconds whether the code is there, and what is free. */
const LOOK = `import machine
def look(_):
    import gc, sys
    gc.collect()
    print("LOOK", "MODULE" in sys.modules, gc.mem_free())
machine.Timer(period=5000, mode=machine.Timer.PERIODIC, callback=look)
`;

it("sending takes memory while it is going on, and the report that comes later finds its message", async () => {
  const bench = await GatewayBench.make();
  await bench.board.tell({
    do: "flash-write",
    path: "boot.py",
    contents: new TextEncoder().encode(LOOK.replace("MODULE", await importNameOf("gateway.sending"))),
  });
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

/** Says how long the loop was held up at most, since a board was up for twenty seconds. */
const GAPS = `import machine, time
class Watched(machine.WDT):
    fed = 0
    longest = 0
    def feed(self):
        now = time.ticks_us()
        if self.fed and time.ticks_ms() > 20000 and now - self.fed > self.longest:
            self.longest = now - self.fed
            print("HELD", self.longest)
        self.fed = now
        super().feed()
machine.WDT = Watched
`;

it("a part of the code in each turn, the loop is held up no longer than it may be", async () => {
  const bench = await GatewayBench.make({ charged: true });
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(GAPS) });
  // A flash write is one of the few things that may hold the loop up for longer: it is left out.
  await bench.board.tell({ do: "flash-erase-ms", ms: 0 });
  await bench.start();
  await bench.wait(25_000);
  const longestMs = () =>
    Number(
      bench.board.stdout
        .filter((line) => line.startsWith("HELD"))
        .at(-1)
        ?.slice(5),
    ) / 1000;
  const before = longestMs();
  await bench.command(JSON.stringify({ id: "a", to: TO, text: "hello" }));
  await bench.wait(12_000);
  expect((await bench.told()).map(({ state }) => state)).toEqual(["accepted", "sent"]);
  console.log(`longest hold-up: ${before} ms until then, ${longestMs()} ms with the loading`);
  expect(longestMs()).toBeLessThan(HOLD_UP_MS_MAX);
}, 60_000);
