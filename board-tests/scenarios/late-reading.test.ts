// The code that reads messages is on the board's heap while messages come, and is loaded while the modem is telling one.
import { expect, it } from "vitest";
import { importNameOf } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

/** How long the code stays after the last message, and then some. */
const FORGOTTEN_MS = 40_000;
const HOLD_UP_MS_MAX = 100;
/** From the delivery to the modem: reading takes a quarter of a second of it, the rest is the modem's and ours. */
const PUBLISHED_MS_MAX = 1_000;

/** Runs on the board beside the gateway: says how long the loop was held up, and every five seconds whether the code is there. */
const LOOK = `import machine, time
class Watched(machine.WDT):
    longest = 0
    def feed(self):
        now = time.ticks_us()
        if machine.fed and time.ticks_ms() > 20000 and now - machine.fed > self.longest:
            self.longest = now - machine.fed
            print("HELD", self.longest)
        machine.fed = now
        super().feed()
machine.WDT = Watched
machine.fed = 0
def look(_):
    import gc, machine, sys
    gc.collect()
    print("LOOK", "MODULE" in sys.modules, gc.mem_free())
    # What this look takes is not the gateway's.
    machine.fed = 0
machine.Timer(period=5000, mode=machine.Timer.PERIODIC, callback=look)
`;

it("a message after a long quiet holds nothing up, and the heap has its room back later", async () => {
  const bench = await GatewayBench.make({ charged: true });
  await bench.board.tell({
    do: "flash-write",
    path: "boot.py",
    contents: new TextEncoder().encode(LOOK.replace("MODULE", await importNameOf("gateway.reading"))),
  });
  await bench.board.tell({ do: "flash-erase-ms", ms: 0 });
  await bench.start();
  await bench.wait(25_000);
  const look = () => {
    const lines = bench.board.stdout.filter((line) => line.startsWith("LOOK"));
    const last = lines.at(-1)?.split(" ") ?? [];
    return { isThere: last[1] === "True", free: Number(last[2]) };
  };
  const before = look();
  expect(before.isThere).toBe(false);

  await bench.deliver(pduOf({ text: "Your code is 791985" }));
  await bench.wait(PUBLISHED_MS_MAX);
  await bench.untilPublished(1);
  await bench.wait(6_000);
  expect(look().isThere).toBe(true);
  expect(before.free - look().free).toBeGreaterThan(10_000);

  await bench.wait(FORGOTTEN_MS);
  console.log(`free: ${before.free} before, ${look().free} after`);
  expect(look().isThere).toBe(false);
  const held = bench.board.stdout.filter((line) => line.startsWith("HELD")).map((line) => Number(line.slice(5)) / 1000);
  console.log(`longest hold-up: ${Math.max(...held)} ms`);
  expect(Math.max(...held)).toBeLessThan(HOLD_UP_MS_MAX);
}, 120_000);
