// What TLS takes of a board: memory while it is connected, time while it shakes hands, and both again and again. The broker is
// a model, so that hours pass in seconds; what TLS itself would hold and compute is charged (virtual-board/shims/tls.py).
import { describe, expect, it, vi } from "vitest";
import { nextHeapReport, reportHeap } from "../control/heap-report.ts";
import { defaultSettings } from "../control/sim-settings.ts";
import type { HardwareReport } from "../models/gateway-hardware.ts";
import type { BrokerReport } from "../models/mqtt-broker/broker.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { KeyHolder } from "./support/key-holder.ts";
import { numberedPdus, pduOf } from "./support/messages.ts";

// Boards in real time, and the build before the first of them: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Bytes free after a collection, of 200,608 at the prompt, with TLS connected; and the largest block of them. */
const FREE_BYTES_MIN = 62_500;
const FREE_IN_THE_CLEAR_BYTES_MIN = 57_500;
const FREE_ALL_ON_BYTES_MIN = 56_000;
const LARGEST_BLOCK_BYTES_MIN = 24_000;
/** A handshake's computing, and what the turn around it takes. */
const HANDSHAKE_MS = 2_600;
const HOLD_UP_MS_MAX = 3_000;

/** The code that reads messages is kept for half a minute; then what is kept is moved together. */
const KEPT_MS = 90_000;
const KEY = "00112233445566778899aabbccddeeff".repeat(2);
const commandOf = (n: number) => new TextEncoder().encode(`{"id":"c${n}","to":"+447700900123","text":"beside ${n}"}`);
const SEND = "gateway/sms/send";
const HOLDER = new KeyHolder(KEY);
/** Nothing that is read in the clear goes together with a key. */
const IN_THE_CLEAR = { home_assistant: true, ha_text: true, legacy_topics: true };
const ALL_ON = { key: KEY, require_signed: true, home_assistant: true };

/** So long it takes until a gateway is there. */
const START_MS = 20_000;
const MINUTE_MS = 60_000;

/** Runs beside the gateway: after a minute the heap has no piece of 3 KB any more, but for what is kept by somebody. */
const LITTER = `import machine
kept = []
def litter(_):
    import gc
    gc.collect()
    things = [None] * 900
    try:
        for i in range(900): things[i] = bytearray(100)
    except MemoryError: pass
    for i in range(900):
        if i % 24: things[i] = None
    gc.collect()
    kept.append(things)
    print("littered")
machine.Timer(period=60000, mode=machine.Timer.ONE_SHOT, callback=litter)
`;

const SETTINGS = { ...defaultSettings(), broker_tls: true };
/** Later than each build. */
const TIME_MS = Date.UTC(2040, 10, 22);
const HARDWARE = { modem: { networkEpochMs: TIME_MS } };

describe("a gateway with TLS", () => {
  it.each([
    ["with TLS alone", FREE_BYTES_MIN, {}],
    ["with the old topics and texts for Home Assistant", FREE_IN_THE_CLEAR_BYTES_MIN, IN_THE_CLEAR],
    ["with a key, signed commands and Home Assistant", FREE_ALL_ON_BYTES_MIN, ALL_ON],
  ])(
    "has memory to spare while it is connected, says what held it up, and does so ten times more: %s",
    async (_, freeMin, more) => {
      const bench = await GatewayBench.make({
        settings: { ...SETTINGS, ...more },
        hardware: HARDWARE,
        network: { kind: "model", timeEpochMs: TIME_MS },
      });
      await reportHeap(bench.board, MINUTE_MS, "PERIODIC");
      await bench.preload(...numberedPdus(5));
      await bench.start();
      await bench.untilSimIsEmpty();
      // Signed commands are of the last minutes.
      const time = new Date(TIME_MS + START_MS).toISOString();
      const command = { id: "c1", time, to: "+447700900123", text: "hello" };
      const said = "key" in more ? HOLDER.sign(SEND, command) : JSON.stringify(command);
      await bench.board.broker("publish", SEND, new TextEncoder().encode(said), 1);
      await bench.wait(KEPT_MS);
      expect(await sentBy(bench)).toBe(1);
      const fresh = await nextHeapReport(bench.board, MINUTE_MS + 10_000);
      for (let each = 0; each < 10; each++) {
        await bench.board.broker("dropConnections");
        await bench.deliver(pduOf({ text: `after handshake ${each}` }));
        await bench.untilPublished(6 + each);
        await bench.untilSimIsEmpty();
      }
      await bench.wait(KEPT_MS);
      const late = await nextHeapReport(bench.board, MINUTE_MS + 10_000);
      console.log("free and the largest block of it, with TLS connected", fresh, late);
      const { watchdog } = await bench.board.state();
      for (const { free, largest } of [fresh, late]) {
        expect(free).toBeGreaterThanOrEqual(freeMin);
        expect(largest).toBeGreaterThanOrEqual(LARGEST_BLOCK_BYTES_MIN);
      }
      expect(watchdog?.longestGapMs).toBeGreaterThan(HANDSHAKE_MS);
      expect(watchdog?.longestGapMs).toBeLessThan(HOLD_UP_MS_MAX);
      expect(await holdUps(bench)).toMatchObject({ tls: 11 });
      expect(bench.board.stdout.join("\n")).not.toContain("no-memory");
    },
  );

  it("takes commands and messages at once with all that the settings can switch on", async () => {
    const bench = await GatewayBench.make({
      settings: { ...SETTINGS, key: KEY, home_assistant: true },
      hardware: HARDWARE,
      network: { kind: "model", timeEpochMs: TIME_MS },
    });
    await bench.start();
    // The settings take five commands a minute.
    for (let each = 1; each <= 4; each++) {
      await bench.deliver(pduOf({ text: `beside a command ${each}` }));
      await bench.board.broker("publish", SEND, commandOf(each), 1);
      await bench.untilPublished(each);
      await bench.until(async () => (await sentBy(bench)) === each, 90_000);
      await bench.board.broker("dropConnections");
      await bench.wait(5_000);
      await bench.until(async () => (await bench.status()) === "online", 90_000);
      // Subscriptions follow.
      await bench.wait(2_000);
    }
    expect(bench.board.log.filter(({ type }) => type === "boot")).toHaveLength(1);
  });

  it("finds its place again after an outage, whatever has come into the heap meanwhile", async () => {
    const bench = await GatewayBench.make({ settings: SETTINGS, hardware: HARDWARE });
    await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(LITTER) });
    await bench.start();
    await bench.brokerFaults({ away: true });
    await bench.until(() => bench.board.stdout.includes("littered"), 70_000);
    await bench.brokerFaults({ away: false });
    const from = bench.mark();
    await bench.wait(70_000);
    expect(await bench.status()).toBe("online");
    expect(bench.board.log.slice(from).filter(({ type }) => type === "boot")).toEqual([]);
    expect(bench.board.stdout.join("\n")).not.toContain("no-memory");
  });
});

/** Messages that the modem has handed to the network. */
async function sentBy(bench: GatewayBench): Promise<number> {
  return ((await bench.board.hardware({ do: "report" })) as HardwareReport).modem?.sent.length ?? 0;
}

/** What gateway/state counts. */
async function holdUps(bench: GatewayBench): Promise<unknown> {
  const { retained } = (await bench.board.broker("report")) as BrokerReport;
  const state = retained.find(({ topic }) => topic === "gateway/state");
  return JSON.parse(new TextDecoder().decode(state?.payload)).holdups;
}
