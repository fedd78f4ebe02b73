// Into the setup mode and out of it, by the switch alone: as a slide switch, as a push button, left where it should not be (fault 44).
import { describe, expect, it } from "vitest";
import { nextHeapReport, reportHeap } from "../control/heap-report.ts";
import { defaultSettings } from "../control/sim-settings.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import type { BoardOptions } from "../virtual-board/board.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";
import { QUICK_LOOK } from "./support/portal-bench.ts";

/** Closed for so long, the switch wishes for the setup mode; then the board restarts. */
const HELD_MS = 2_000;
/** The board restarts, and looks around for networks: QUICK_LOOK. */
const RESTARTED_MS = 5_000;
/** From being opened to the gateway's start. */
const OPEN_MS = 2_000;
/** Bytes free in the setup mode, while its page is served. */
const FREE_BYTES_MIN = 60_000;

const SETTINGS = { ...defaultSettings(), display_height: 64 };
const isEnd = (event: { type: string }) => event.type === "end";

/** Which mode runs, as its display tells. */
async function mode(bench: GatewayBench): Promise<"setup" | "gateway"> {
  return (await bench.displayed()).some((line) => line.includes("Setup:")) ? "setup" : "gateway";
}

/** The setup mode, from a gateway whose switch is closed and stays so. */
async function inSetup(options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.started({ wifi: QUICK_LOOK, settings: SETTINGS, ...options });
  await bench.moveSwitch(true);
  await bench.wait(HELD_MS + RESTARTED_MS);
  expect(await mode(bench)).toBe("setup");
  return bench;
}

/** With the switch closed from the start. */
async function poweredOn(options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.make({
    wifi: QUICK_LOOK,
    settings: SETTINGS,
    hardware: { setup: true },
    ...options,
  });
  await bench.turnOn();
  await bench.wait(RESTARTED_MS);
  return bench;
}

async function boots(bench: GatewayBench): Promise<number> {
  return (await bench.board.state()).boots;
}

describe("a gateway whose switch is closed", () => {
  it("for 2 s leaves for the setup mode: it says so to the broker, and nothing is outstanding with the modem", async () => {
    const bench = await GatewayBench.started({ wifi: QUICK_LOOK, settings: SETTINGS });
    await bench.moveSwitch(true);
    await bench.wait(HELD_MS - 200);
    expect([await boots(bench), await bench.status()]).toEqual([1, "online"]);
    await bench.board.runUntilEvent(isEnd, 2_000);
    // It has said so itself, before its last will does.
    const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
    const said = messages.filter(({ topic }) => topic === "gateway/status");
    expect(said.map(({ payload }) => Buffer.from(payload).toString())).toEqual(["online", "offline"]);
    const onWire = bench.board.log.filter(({ type }) => type === "uart");
    expect(onWire.at(-1)).toMatchObject({ direction: "from-modem" });
    await bench.wait(RESTARTED_MS);
    expect(await mode(bench)).toBe("setup");
    // No brown-out, no crash: nothing is counted, and the next start is a wished one.
    expect((await bench.board.readFlash()).crash).toBeUndefined();
  });

  it("for less does nothing", async () => {
    const bench = await GatewayBench.started({ wifi: QUICK_LOOK, settings: SETTINGS });
    for (const ms of [100, 700, 1_700]) {
      await bench.moveSwitch(true);
      await bench.wait(ms);
      await bench.moveSwitch(false);
      await bench.wait(500);
    }
    expect([await boots(bench), await bench.status()]).toEqual([1, "online"]);
  });

  it("while messages come ends what it has begun: nothing is lost, nothing published twice", async () => {
    const pdus = numberedPdus(3);
    for (const delayMs of [0, 150, 300, 450, 600]) {
      const bench = await GatewayBench.started({ wifi: QUICK_LOOK, settings: SETTINGS });
      await bench.moveSwitch(true);
      await bench.wait(HELD_MS - 500 + delayMs);
      for (const pdu of pdus) await bench.deliver(pdu);
      await bench.board.runUntilEvent(isEnd, 20_000);
      await bench.moveSwitch(false);
      // It was a push: the setup mode stays until the power goes.
      await bench.turnOff();
      await bench.start();
      await bench.untilSimIsEmpty();
      expect((await bench.publishedIds()).sort()).toEqual(pdus.map((pdu) => idOf(pdu)).sort());
      await bench.finish();
    }
  });

  it.each([
    ["its broker is away", (bench: GatewayBench) => bench.brokerFaults({ away: true })],
    ["its modem is silent", (bench: GatewayBench) => bench.board.hardware({ do: "modem-mute", muted: true })],
  ])("leaves although %s", async (_what, fail) => {
    const bench = await GatewayBench.started({ wifi: QUICK_LOOK, settings: SETTINGS });
    await fail(bench);
    await bench.wait(60_000);
    await bench.moveSwitch(true);
    await bench.wait(HELD_MS + 3_000 + RESTARTED_MS);
    expect(await mode(bench)).toBe("setup");
  });
});

describe("the setup mode", () => {
  it("is there at power-on with the switch closed, with room for what serves its page", async () => {
    const bench = await GatewayBench.make({ wifi: QUICK_LOOK, settings: SETTINGS, hardware: { setup: true } });
    await reportHeap(bench.board, 20_000, "ONE_SHOT");
    await bench.turnOn();
    const { free, largest } = await nextHeapReport(bench.board, 40_000, 0);
    console.log(`heap in setup mode: ${free} bytes free, largest block ${largest}`);
    expect(await mode(bench)).toBe("setup");
    expect(free).toBeGreaterThanOrEqual(FREE_BYTES_MIN);
    // The modem is asked how it is; what is on the SIM stays as it is.
    expect(bench.sent().filter((line) => /CMG[RLSD]/.test(line))).toEqual([]);
  });

  it("ends when a slide switch is moved back", async () => {
    const bench = await inSetup();
    await bench.wait(8_000);
    await bench.moveSwitch(false);
    await bench.wait(OPEN_MS - 300);
    expect(await boots(bench)).toBe(2);
    await bench.until(async () => (await bench.status()) === "online", 30_000);
    expect(await boots(bench)).toBe(3);
    const infos = (await bench.messagesOn("gateway/info")) as Record<string, unknown>[];
    expect(infos.at(-1)).toMatchObject({ reset_cause: "request", crash: null });
  });

  it("stays after the push of a button", async () => {
    const bench = await inSetup();
    await bench.moveSwitch(false);
    await bench.wait(60_000);
    expect([await boots(bench), await mode(bench)]).toEqual([2, "setup"]);
  });

  it.each([
    ["raise ValueError()", true, "setup"],
    ["raise ValueError()", false, "gateway"],
    ["while True: time.sleep(1)", true, "setup"],
    ["while True: time.sleep(1)", false, "gateway"],
  ])("that ends by %s, the switch closed: %s, is followed by the %s mode", async (statement, isClosed, next) => {
    // Once, so long after the setup mode's start.
    const boot = `import machine, time
FLAG = 0x40058018
write = machine.I2C.writeto
def broken(*args):
    if time.ticks_ms() > 12000 and not machine.mem32[FLAG]:
        machine.mem32[FLAG] = 1
        ${statement}
    return write(*args)
machine.I2C.writeto = broken
`;
    const bench = await GatewayBench.make({ wifi: QUICK_LOOK, settings: SETTINGS, hardware: { setup: true } });
    bench.expectEnd();
    await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(boot) });
    await bench.turnOn();
    await bench.wait(RESTARTED_MS);
    expect(await mode(bench)).toBe("setup");
    await bench.moveSwitch(isClosed);
    // The display is set up anew within the minute.
    await bench.board.runUntilEvent(isEnd, 90_000);
    await bench.wait(RESTARTED_MS);
    expect([await boots(bench), await mode(bench)]).toEqual([2, next]);
  });

  it("is not counted as a start that went wrong: no safe mode after many", async () => {
    const bench = await poweredOn();
    for (let times = 0; times < 7; times++) {
      await bench.turnOff();
      await bench.turnOn();
      await bench.wait(RESTARTED_MS);
    }
    await bench.turnOff();
    await bench.moveSwitch(false);
    await bench.start();
    expect(bench.board.stdout.join()).not.toContain("safe mode");
  });
});

describe("a board without settings", () => {
  it("begins with the setup mode", async () => {
    const bench = await GatewayBench.make({ wifi: QUICK_LOOK, settings: undefined });
    await bench.turnOn();
    // The display's size is not known: each of the two is tried in turn.
    await bench.until(async () => (await mode(bench)) === "setup", RESTARTED_MS);
  });

  it("whose settings cannot be used says so, and comes to the setup mode by the switch", async () => {
    const bench = await GatewayBench.make({ wifi: QUICK_LOOK, settings: { ...SETTINGS, broker_host: "" } });
    await bench.turnOn();
    await bench.wait(RESTARTED_MS);
    expect((await bench.displayed())[0]).toMatch(/^Settings:/);
    await bench.moveSwitch(true);
    await bench.wait(HELD_MS + RESTARTED_MS);
    expect(await mode(bench)).toBe("setup");
  });
});

describe("a message", () => {
  it("that comes during the setup mode is published after it", async () => {
    const bench = await inSetup();
    const pdu = pduOf({ text: "meanwhile" });
    await bench.deliver(pdu);
    await bench.wait(10_000);
    await bench.moveSwitch(false);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
  });
});
