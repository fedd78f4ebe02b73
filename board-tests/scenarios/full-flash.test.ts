// The board's flash is full: somebody put files there. What cannot be written is said, and nothing that was there is lost.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { encodeDeliver } from "../models/sim800/pdu-encode.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { numberedPdus } from "./support/messages.ts";
import { PortalBench, QUICK_LOOK } from "./support/portal-bench.ts";

const TO = "+447700900123";
/** What the flash did not take is written anew after a minute. */
const WRITTEN_AGAIN_MS = 90_000;
const SENT_MS = 30_000;
/** Characters in two parts of a long message. */
const TWO_PARTS = 2 * 153;
const { version: _version, ...SETTINGS } = defaultSettings();

/** In a minute and a start. */
const LISTINGS_MAX = 12;

/** From 20 s after power-on the driver of the display raises when it draws; once. */
const CRASH = `import machine, time
write = machine.I2C.writeto
def broken(*args):
    if machine.reset_cause() == machine.PWRON_RESET and time.ticks_ms() > 20000: raise ValueError()
    return write(*args)
machine.I2C.writeto = broken
`;

const fill = (bench: GatewayBench, what: "nothing" | "blocks" | "all") =>
  bench.board.tell({ do: "flash-fill", with: what });

const send = (bench: GatewayBench, id: string) => bench.command(JSON.stringify({ id, to: TO, text: id }));

const states = async (bench: GatewayBench) => (await bench.told()).map(({ id, state }) => `${id} ${state}`);

const settingsOf = async (bench: GatewayBench) =>
  Buffer.from((await bench.board.readFlash())["settings.json"] ?? []).toString();

/** A board that is set up, with its switch on setup, and a phone in its Wi-Fi. */
async function inSetupMode(): Promise<PortalBench> {
  const gateway = await GatewayBench.make({ wifi: QUICK_LOOK });
  await gateway.moveSwitch(true);
  await gateway.board.powerOn();
  return PortalBench.joined(gateway);
}

describe.each(["blocks", "all"] as const)("a flash without room: %s", (what) => {
  it("keeps no gateway from starting, receiving and publishing", async () => {
    const bench = await GatewayBench.make();
    await fill(bench, what);
    const pdus = numberedPdus(3);
    await bench.preload(...pdus);
    await bench.start();
    await bench.untilSimIsEmpty();
    expect(await bench.published()).toHaveLength(pdus.length);
  });
});

describe("a command", () => {
  it("that the flash has no room for is rejected with that reason, and sent when there is room", async () => {
    const bench = await GatewayBench.started();
    await fill(bench, "all");
    await send(bench, "a");
    await bench.wait(SENT_MS);
    expect(await bench.told()).toMatchObject([{ id: "a", state: "rejected", error: { code: "flash" } }]);
    expect(await bench.submitted()).toEqual([]);
    await fill(bench, "nothing");
    await send(bench, "a");
    await bench.wait(SENT_MS);
    expect((await states(bench)).slice(1)).toEqual(["a accepted", "a sent"]);
    expect(await bench.submitted()).toHaveLength(1);
  });

  it("whose end the flash has no room for holds up those behind it: none goes twice, over a power cut either", async () => {
    const bench = await GatewayBench.started();
    for (const id of ["a", "b"]) await send(bench, id);
    await bench.until(async () => (await states(bench)).includes("b accepted"), SENT_MS);
    await fill(bench, "all");
    await bench.wait(SENT_MS);
    expect(await states(bench)).toEqual(["a accepted", "b accepted", "a sent"]);
    await bench.turnOff();
    await bench.wait(500);
    await bench.start();
    await bench.wait(SENT_MS);
    // Of a the flash knows no end.
    expect((await states(bench)).slice(3)).toEqual(["a unknown"]);
    expect(await bench.submitted()).toHaveLength(1);
    await fill(bench, "nothing");
    await bench.wait(WRITTEN_AGAIN_MS);
    expect((await states(bench)).slice(4)).toEqual(["b sent"]);
    expect(await bench.submitted()).toHaveLength(2);
  });

  it("whose end the flash has no room for has that end alone, whatever comes after it", async () => {
    const bench = await GatewayBench.started();
    await send(bench, "a");
    await bench.until(async () => (await states(bench)).includes("a accepted"), SENT_MS);
    await fill(bench, "all");
    await bench.wait(SENT_MS);
    await send(bench, "b");
    await bench.wait(SENT_MS);
    expect(await states(bench)).toEqual(["a accepted", "a sent", "b rejected"]);
    await fill(bench, "nothing");
    await bench.wait(WRITTEN_AGAIN_MS);
    await bench.turnOff();
    await bench.start();
    await bench.wait(SENT_MS);
    expect(await states(bench)).toHaveLength(3);
    expect(await bench.submitted()).toHaveLength(1);
  });
});

describe("Home Assistant", () => {
  it("that is to forget the gateway is told so, and the flash without room for that is not tried again and again", async () => {
    const settings = { ...defaultSettings(), home_assistant: true };
    const bench = await GatewayBench.started({ settings });
    expect(Object.keys(await bench.board.readFlash())).toContain("discovery");
    await bench.turnOff();
    const contents = new TextEncoder().encode(JSON.stringify({ ...settings, home_assistant: false }));
    await bench.board.tell({ do: "flash-write", path: "settings.json", contents });
    await fill(bench, "all");
    const from = bench.mark();
    await bench.start();
    await bench.wait(60_000);
    // Each try has the storage listed anew; without one it is listed twice a minute.
    expect(bench.sent(from).filter((command) => command.startsWith("AT+CMGL")).length).toBeLessThan(LISTINGS_MAX);
    expect(Object.keys(await bench.board.readFlash())).toContain("discovery");
  });
});

describe("the parts of a long message", () => {
  it("that the flash has no room for stay on the SIM, and those before them on the flash", async () => {
    const bench = await GatewayBench.started({ hardware: { modem: { slots: 6 } } });
    const texts = ["first", "second", "third"].map((word) => `${word} `.repeat(70).trim());
    const [first = [], second = [], third = []] = texts.map((text, n) =>
      encodeDeliver({ from: TO, text, time: `2026-11-22T09:30:4${n}+01:00` }).slice(0, 2),
    );
    for (const pdu of [...first, ...second]) {
      await bench.deliver(pdu);
      await bench.wait(3_000);
    }
    expect((await bench.slots()).sort()).toEqual([...second].sort());
    const { parts } = await bench.board.readFlash();
    await fill(bench, "all");
    await bench.brokerFaults({ withholdPuback: true });
    for (const pdu of third) {
      await bench.deliver(pdu);
      await bench.wait(3_000);
    }
    await bench.wait(SENT_MS);
    expect((await bench.slots()).sort()).toEqual([...second, ...third].sort());
    expect((await bench.board.readFlash()).parts).toEqual(parts);
    await bench.turnOff();
    await bench.brokerFaults({ withholdPuback: false });
    await bench.start();
    await bench.wait(SENT_MS);
    await fill(bench, "nothing");
    const last = texts.map((text, n) =>
      encodeDeliver({ from: TO, text, time: `2026-11-22T09:30:4${n}+01:00` }).slice(2),
    );
    for (const pdu of last.flat()) await bench.deliver(pdu);
    await bench.wait(SENT_MS);
    const published = (await bench.published()).map(({ text }) => text).join("\n");
    for (const text of texts)
      for (const piece of [text.slice(0, TWO_PARTS), text.slice(TWO_PARTS)]) expect(published).toContain(piece);
  });
});

describe("the setup page", () => {
  it("is told that settings cannot be written; those before them stay, and the gateway goes on with them", async () => {
    const bench = await inSetupMode();
    const { gateway } = bench;
    const before = await settingsOf(gateway);
    await fill(gateway, "all");
    const sent = await bench.order("/api/settings", { settings: { ...SETTINGS, send_per_hour: 7 } });
    expect([sent.status, sent.text]).toEqual([500, expect.stringContaining("The flash is full or cannot be written.")]);
    expect((await bench.order("/api/save", {})).status).toBe(409);
    expect((await bench.put("ca", new Uint8Array(900).fill(0x30))).status).toBeGreaterThanOrEqual(422);
    expect(await settingsOf(gateway)).toBe(before);
    await gateway.turnOff();
    await gateway.moveSwitch(false);
    await gateway.turnOn();
    await gateway.until(async () => (await gateway.status()) === "online", 60_000);
  });

  it("saves what was written before the flash was full", async () => {
    const bench = await inSetupMode();
    const { gateway } = bench;
    await bench.order("/api/settings", { settings: { ...SETTINGS, send_per_hour: 7 } });
    await fill(gateway, "all");
    expect((await bench.order("/api/save", {})).status).toBe(200);
    expect(await settingsOf(gateway)).toContain('"send_per_hour":7');
    await gateway.until(async () => (await gateway.status()) === "online", 60_000);
  });
});

describe("a crash", () => {
  it("that the flash has no room for on record ends in a gateway that goes on, and says that it was one", async () => {
    const bench = await GatewayBench.make();
    bench.expectEnd();
    await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(CRASH) });
    await bench.start();
    await fill(bench, "all");
    await bench.deliver(numberedPdus(1)[0] ?? "");
    await bench.board.runUntilEvent((event) => event.type === "end", 60_000);
    const infos = () => bench.messagesOn("gateway/info");
    await bench.until(async () => (await infos()).length > 1, 30_000);
    expect((await infos()).at(-1)).toMatchObject({ reset_cause: "crash", crash: null });
    await bench.untilSimIsEmpty();
    expect(await bench.published()).not.toEqual([]);
  });
});

describe("a factory reset", () => {
  it("of a full flash is done, and leaves somebody else's files", async () => {
    const bench = await PortalBench.first({ wifi: QUICK_LOOK });
    await bench.order("/api/settings", { settings: SETTINGS });
    await bench.order("/api/save", {});
    await bench.gateway.until(async () => (await bench.gateway.status()) === "online", 60_000);
    await bench.gateway.turnOff();
    await fill(bench.gateway, "blocks");
    await bench.gateway.moveSwitch(true);
    await bench.gateway.turnOn();
    const again = await PortalBench.joined(bench.gateway);
    expect((await again.order("/api/reset", { word: "RESET", sim: false })).status).toBe(200);
    const files = async () => Object.keys(await bench.board.readFlash());
    await bench.gateway.until(async () => !(await files()).some((path) => /^(settings|reset)/.test(path)), 120_000);
    expect(await files()).toContain("photographs/1");
  });

  it("that cannot even be begun leaves the gateway as it was, and is not tried again and again", async () => {
    const bench = await inSetupMode();
    const { gateway } = bench;
    const before = await settingsOf(gateway);
    await fill(gateway, "all");
    expect((await bench.order("/api/reset", { word: "RESET", sim: false })).status).toBe(200);
    await gateway.until(async () => (await gateway.status()) === "online", 60_000);
    expect(await settingsOf(gateway)).toBe(before);
  });
});
