// A factory reset: what was told to the board and what it has learnt is gone, from the free flash as well, whatever happens meanwhile.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import type { BoardOptions } from "../virtual-board/board.ts";
import { BLOCK_BYTES, BLOCKS, blocksOf } from "../virtual-board/flash-space.ts";
import { builtFiles } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { numberedPdus } from "./support/messages.ts";
import { QUICK_LOOK } from "./support/portal-bench.ts";

/** The board restarts, and looks around for networks: QUICK_LOOK. */
const RESTARTED_MS = 5_000;
/** After five closings. */
const HELD_MS = 3_000;
/** It may be said that the SIM's messages go, too. */
const ASKED_MS = 10_000;
/** All of it, in the board's own time. */
const RESET_MS_MAX = 120_000;

const SECRET = "s3cret-791985";
const SETTINGS = {
  ...defaultSettings(),
  display_height: 64,
  home_assistant: true,
  broker_user: "gateway",
  broker_password: SECRET,
};

/** What the setup mode and the commands beside the board leave there. */
const BROUGHT = [
  "ca.der",
  "client.der",
  "client.key.der",
  "client.key.der.draft",
  "settings.draft",
  "settings.kept",
  "settings.save",
  "upload",
  "portal.key",
  "crash",
  "journal.new",
  "outbox.new",
];

/** A board that was used for a while: messages in and out, a long one that is not whole, what people bring there. */
async function used(options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.started({ wifi: QUICK_LOOK, settings: SETTINGS, ...options });
  for (const path of BROUGHT)
    await bench.board.tell({ do: "flash-write", path, contents: new TextEncoder().encode(`${path} ${SECRET}`) });
  await bench.command('{"id":"one","to":"+447700900123","text":"the door is open"}');
  for (const pdu of numberedPdus(2)) await bench.deliver(pdu);
  await bench.wait(20_000);
  return bench;
}

async function closeAndOpen(bench: GatewayBench, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    await bench.moveSwitch(true);
    await bench.wait(400);
    await bench.moveSwitch(false);
    await bench.wait(400);
  }
}

/** From the running gateway, until the board asks about the SIM. */
async function asked(bench: GatewayBench): Promise<void> {
  await bench.moveSwitch(true);
  await bench.wait(2_000 + RESTARTED_MS);
  await bench.moveSwitch(false);
  await bench.wait(500);
  await closeAndOpen(bench, 4);
  await bench.moveSwitch(true);
  await bench.wait(HELD_MS + 300);
}

async function isBegun(bench: GatewayBench): Promise<boolean> {
  return Object.keys(await bench.board.readFlash()).includes("reset.wanted");
}

async function isFirstStart(bench: GatewayBench): Promise<boolean> {
  return (await bench.displayed()).some((line) => line.includes("Setup:"));
}

/** Until the setup mode is there as at the very first start. */
async function done(bench: GatewayBench): Promise<void> {
  await bench.until(() => isBegun(bench), ASKED_MS + 1_000);
  await ended(bench);
}

async function ended(bench: GatewayBench): Promise<void> {
  await bench.until(async () => !(await isBegun(bench)), RESET_MS_MAX);
  // What was done is shown for a while.
  await bench.wait(12_000);
  await bench.until(() => isFirstStart(bench), 30_000);
}

/** Nothing but what the build put there, and no secret in it. */
async function expectAsNew(bench: GatewayBench): Promise<void> {
  const files = await bench.board.readFlash();
  expect(Object.keys(files).sort()).toEqual(Object.keys(await builtFiles()).sort());
  expect(Buffer.concat(Object.values(files)).includes(SECRET)).toBe(false);
}

describe("a factory reset by the switch", () => {
  it("leaves what the build put there, and nothing else; then it is a first start", async () => {
    const bench = await used();
    const before = Object.keys(await bench.board.readFlash());
    for (const each of ["outbox", "discovery", "settings.good"]) expect(before).toContain(each);
    const slots = await bench.slots();
    await asked(bench);
    expect((await bench.displayed()).join(" ")).toBe("Erase the SIM's messages, too? Close it: yes Wait 10 s: no");
    const from = bench.board.log.length;
    await bench.until(() => isBegun(bench), ASKED_MS + 1_000);
    const begunMs = (await bench.board.state()).nowMs;
    await bench.until(async () => !(await isBegun(bench)), RESET_MS_MAX);
    const tookMs = (await bench.board.state()).nowMs - begunMs;
    await bench.wait(5_000);
    await bench.until(() => isFirstStart(bench), 10_000);
    await expectAsNew(bench);
    // What was free has been written, too: all of it at one time.
    const steps = bench.board.log.slice(from).flatMap((each) => (each.type === "flash" ? [each] : []));
    const blocks = steps.reduce((sum, { path, bytes }) => sum + (path.startsWith("erased") ? blocksOf(bytes) : 0), 0);
    console.log(`overwritten: ${blocks} blocks in ${steps.length} steps, ${Math.round(tookMs / 1000)} s`);
    const { usedBytes } = (await bench.board.state()).flash;
    expect(blocks).toBeGreaterThanOrEqual(BLOCKS - usedBytes / BLOCK_BYTES - 2);
    expect(await bench.slots()).toEqual(slots);
  });

  it("is not done when the switch is let go before it was held for 3 s, nor by four closings", async () => {
    const bench = await used();
    await bench.moveSwitch(true);
    await bench.wait(2_000 + RESTARTED_MS);
    await bench.moveSwitch(false);
    await bench.wait(500);
    await closeAndOpen(bench, 2);
    expect((await bench.displayed()).join(" ")).toBe("Erase all? closed 2 of 5 To stop: wait 10 seconds.");
    await closeAndOpen(bench, 2);
    await bench.wait(12_000);
    await closeAndOpen(bench, 4);
    await bench.moveSwitch(true);
    await bench.wait(1_500);
    expect((await bench.displayed()).join(" ")).toBe("Erase all? closed 5 of 5 Keep it closed for 2 s: erase.");
    await bench.wait(1_000);
    await bench.moveSwitch(false);
    await bench.wait(30_000);
    expect(await isBegun(bench)).toBe(false);
    expect(Object.keys(await bench.board.readFlash())).toContain("settings.json");
  });
});

describe("the SIM's messages", () => {
  /** Somebody says yes, which is another closing. */
  async function yes(bench: GatewayBench): Promise<void> {
    await asked(bench);
    await bench.moveSwitch(false);
    await bench.wait(500);
    await bench.moveSwitch(true);
  }

  it.each([19200, 115200])("go, too, when the switch is closed once more; the modem at %i", async (modem_baud) => {
    const bench = await used({ settings: { ...SETTINGS, modem_baud } });
    // The broker is gone, so they stay on the SIM.
    await bench.brokerFaults({ away: true });
    for (const pdu of numberedPdus(3)) await bench.deliver(pdu);
    await bench.wait(5_000);
    expect((await bench.slots()).length).toBeGreaterThan(2);
    await yes(bench);
    await done(bench);
    expect(await bench.slots()).toEqual([]);
    await expectAsNew(bench);
  });

  it("are said to be there when the modem does not answer; all else is erased", async () => {
    const bench = await used();
    await bench.board.hardware({ do: "modem-mute", muted: true });
    await yes(bench);
    await bench.until(() => isBegun(bench), 2_000);
    await bench.until(async () => !(await isBegun(bench)), RESET_MS_MAX);
    await bench.wait(2_000);
    expect((await bench.displayed()).join(" ")).toContain("SIM's messages are still there.");
    await bench.wait(12_000);
    await bench.until(() => isFirstStart(bench), 10_000);
    await expectAsNew(bench);
  });
});

describe("a factory reset that a power cut ends", () => {
  it.each([1, 2, 3])("while it is asked for, at write %i, is done, or not begun", async (cut) => {
    const bench = await used();
    await asked(bench);
    const { operations } = (await bench.board.state()).flash;
    await bench.board.tell({ do: "flash-cut-at", operation: operations + cut });
    await bench.board.runUntilEvent(({ type }) => type === "end", ASKED_MS + 1_000);
    await bench.moveSwitch(false);
    await bench.turnOff();
    const isLeft = !(await isBegun(bench));
    await bench.turnOn();
    if (isLeft) await bench.until(async () => (await bench.status()) === "online", 40_000);
    else await ended(bench);
    if (isLeft) expect(Object.keys(await bench.board.readFlash())).toContain("settings.json");
    else await expectAsNew(bench);
  });

  it("goes on at the next start, as often as that happens", async () => {
    const bench = await used();
    await asked(bench);
    await bench.until(() => isBegun(bench), ASKED_MS + 1_000);
    const built = await builtFiles();
    // Some writes of each stage: factory-reset.long.test.ts has all of them.
    const cuts = [1, 2, 3, 8, 20, 60, 270, 290];
    for (const cut of cuts) {
      const { operations } = (await bench.board.state()).flash;
      await bench.board.tell({ do: "flash-cut-at", operation: operations + cut });
      await bench.board.runUntilEvent(({ type }) => type === "end", RESET_MS_MAX);
      const files = await bench.board.readFlash();
      expect(Object.keys(files)).toContain("reset.wanted");
      for (const [path, octets] of Object.entries(built)) expect(Buffer.from(files[path] ?? [])).toEqual(octets);
      await bench.turnOff();
      await bench.turnOn();
    }
    await ended(bench);
    await expectAsNew(bench);
  });
});
