// The Wi-Fi's troubles that take minutes: the ladder up to a restart of the board, and links that are up and dead.
import { describe, expect, it } from "vitest";
import { idOf, pduOf } from "./support/messages.ts";
import {
  boots,
  faults,
  joins,
  link,
  MINUTE_MS,
  RECOVERY_MS_MAX,
  radioOffs,
  startedWifiBench,
  wifiBench,
} from "./support/wifi-bench.ts";

const PDU = pduOf({ text: "hello" });

describe("an access point", () => {
  // Fault 26.
  it("that vanishes for ten minutes: one restart, nothing lost, and it publishes within 90 s", async () => {
    const bench = await startedWifiBench();
    await link(bench, false);
    await bench.wait(500);
    await bench.deliver(PDU);
    await bench.wait(10 * MINUTE_MS);
    expect(await bench.slots()).toEqual([PDU]);
    await link(bench, true);
    await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
    expect(await boots(bench)).toBe(2);
  });

  it("that vanishes while a message is being sent: it is sent once", async () => {
    const bench = await startedWifiBench({ hardware: { modem: { timing: { sendMs: 20_000 } } } });
    await bench.command('{"id":"a","to":"+447700900123","text":"one"}');
    await bench.wait(200);
    await link(bench, false);
    await bench.wait(6 * MINUTE_MS);
    await link(bench, true);
    await bench.until(async () => (await bench.told()).some(({ state }) => state === "sent"), RECOVERY_MS_MAX);
    expect(await bench.submitted()).toHaveLength(1);
  });
});

describe("a radio that hangs", () => {
  // Fault 28.
  it.each([
    ["at joining (status 1)", 1 as const],
    ["without an address (status 2)", 2 as const],
  ])("%s is asked again, then switched off and on", async (_name, stuckAt) => {
    const bench = await wifiBench();
    await faults(bench, { stuckAt });
    await bench.preload(PDU);
    await bench.board.powerOn();
    await bench.wait(4 * MINUTE_MS + 30_000);
    expect(joins(bench)).toBeGreaterThanOrEqual(3);
    expect(radioOffs(bench)).toBeGreaterThanOrEqual(1);
    expect(await boots(bench)).toBe(1);
    await faults(bench, { stuckAt: null });
    await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
  });

  it("until the board is reset is helped by a restart after five minutes", async () => {
    const bench = await wifiBench();
    await faults(bench, { hangs: "reset" });
    await bench.preload(PDU);
    await bench.board.powerOn();
    await bench.untilSimIsEmpty(6 * MINUTE_MS);
    expect(await boots(bench)).toBe(2);
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
  });
});

describe("a link that is up and dead", () => {
  // Fault 29.
  it("is joined anew when the broker has been silent", async () => {
    const bench = await startedWifiBench();
    await faults(bench, { dead: true });
    await bench.deliver(PDU);
    // 30 s until the broker is missed, 90 s until the link is suspected.
    await bench.untilSimIsEmpty(150_000);
    expect(await boots(bench)).toBe(1);
  });

  it("is not suspected while somebody refuses the connection: the network is alive", async () => {
    const bench = await startedWifiBench();
    await bench.board.broker("dropConnections");
    await bench.brokerFaults({ dropAfterPackets: 0 });
    await bench.wait(4 * MINUTE_MS);
    expect(joins(bench)).toBe(1);
  });

  it("is not suspected again and again while it is the broker that is away", async () => {
    const bench = await startedWifiBench();
    await bench.board.tell({ do: "hosts", addresses: [] });
    await bench.dropConnections();
    await bench.wait(12 * MINUTE_MS);
    expect(joins(bench)).toBe(3);
    expect(await boots(bench)).toBe(1);
  });
});

describe("a password that is wrong", () => {
  // Fault 27.
  it("is said to be so, tried for ever, and costs no restart", async () => {
    const accessPoints = [{ ssid: "Simulator", key: "another one" }];
    const bench = await wifiBench({}, { wifi: { accessPoints } });
    await bench.board.powerOn();
    await bench.wait(7 * MINUTE_MS);
    expect(await bench.displayed()).toContain("WiFi   password?");
    expect(await boots(bench)).toBe(1);
    await bench.board.tell({ do: "access-points", accessPoints: [{ ssid: "Simulator", key: "simulated" }] });
    await bench.until(async () => (await bench.status()) === "online", RECOVERY_MS_MAX);
  });
});
