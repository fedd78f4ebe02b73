// What the display says in the setup mode, and how a board without one tells its key.
import { decode } from "fast-png";
import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { displayPng } from "../models/display-png.ts";
import type { BoardOptions } from "../virtual-board/board.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { QUICK_LOOK } from "./support/portal-bench.ts";

/** With a look around for networks: QUICK_LOOK. */
const STARTED_MS = 5_000;
/** Two pages of 4 s each. */
const PAGES_MS = 8_000;
const RENEWED_MS = 62_000;
/** Of the virtual board's serial number. */
const SSID = "SMS-Gateway-AB21";
const KEY = /^[2-9a-km-np-z]{12}$/;

async function inSetup(height: 32 | 64, hardware: BoardOptions["hardware"] = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.make({
    wifi: QUICK_LOOK,
    settings: { ...defaultSettings(), display_height: height },
    hardware: { setup: true, display: { height }, ...hardware },
  });
  await bench.turnOn();
  await bench.wait(STARTED_MS);
  return bench;
}

/** What a telephone reads from a photograph of the display. */
async function photographed(bench: GatewayBench): Promise<string> {
  const frame = await bench.board.display();
  if (frame === null) throw new Error("there is no display");
  const { width, height, data } = decode(displayPng(frame));
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let i = 0; i < width * height; i++) rgba.set(data.subarray(3 * i, 3 * i + 3), 4 * i);
  return decodeQR({ width, height, data: rgba });
}

/** What the console answers to a line. */
async function answer(bench: GatewayBench, line: string): Promise<Record<string, unknown>> {
  const from = bench.board.stdout.length;
  bench.board.type(`${line}\n`);
  const said = () => bench.board.stdout.slice(from).find((each) => each.startsWith("{"));
  await bench.until(() => said() !== undefined, 3_000);
  return JSON.parse(said() ?? "");
}

describe("the display", () => {
  it("of 64 rows shows name and key, and a QR code that says the same", async () => {
    const bench = await inSetup(64);
    const half = (await bench.displayed()).map((line) => line.slice(8).trim());
    const [title, name1, name2, label, key1 = "", key2 = ""] = half.filter((each) => each !== "");
    expect([title, `${name1}${name2}`, label]).toEqual(["Setup:", SSID, "key:"]);
    expect(key1 + key2).toMatch(KEY);
    expect(await photographed(bench)).toBe(`WIFI:T:WPA;S:${SSID};P:${key1}${key2};;`);
  });

  it("of 32 rows tells it page by page", async () => {
    const bench = await inSetup(32);
    const seen = new Set<string>();
    for (let look = 0; look < 2 * PAGES_MS; look += 500) {
      seen.add((await bench.displayed()).join("|"));
      await bench.wait(500);
    }
    const pages = [...seen].filter((page) => page.split("|").length === 4).sort();
    expect(pages).toEqual([
      expect.stringMatching(/^Setup: Wi-Fi\|SMS-Gateway-AB21\|key:\|[2-9a-km-np-z]{12}$/),
      "Then open|192.168.4.1|No page? Turn|mobile data off.",
    ]);
  });

  it("has another key at each start, and no key lies on the flash", async () => {
    const keys = new Set<string>();
    const bench = await inSetup(64);
    for (let start = 0; start < 4; start++) {
      keys.add(await photographed(bench));
      await bench.turnOff();
      await bench.turnOn();
      await bench.wait(STARTED_MS);
    }
    expect(keys.size).toBe(4);
    expect(Object.keys(await bench.board.readFlash())).not.toContain("portal.key");
  });

  it("that was unplugged is set up again within the minute, and holds nothing up", async () => {
    const bench = await inSetup(64);
    const { watchdog } = await bench.board.state();
    await bench.board.hardware({ do: "display-plug", plugged: false });
    await bench.wait(1_000);
    await bench.board.hardware({ do: "display-plug", plugged: true });
    await bench.wait(RENEWED_MS);
    expect(await photographed(bench)).toContain(SSID);
    expect((await bench.board.state()).watchdog?.longestGapMs).toBe(watchdog?.longestGapMs);
  });
});

describe("the key of the board's own Wi-Fi", () => {
  it("is told to nobody at the console while it stands on the display", async () => {
    const bench = await inSetup(64);
    expect(await answer(bench, '{"cmd":"key"}')).toEqual({ error: "the key is on the display" });
    expect(bench.board.stdout.join()).not.toContain((await photographed(bench)).slice(-14, -2));
  });

  it("is told at the console by a board without a display, and stays the same", async () => {
    const bench = await inSetup(64, { display: null });
    const told = await answer(bench, '{"cmd":"key"}');
    expect(told).toEqual({ ssid: SSID, key: expect.stringMatching(KEY) });
    await bench.turnOff();
    await bench.turnOn();
    await bench.wait(STARTED_MS);
    expect(await answer(bench, '{"cmd":"key"}')).toEqual(told);
    const { "portal.key": kept } = await bench.board.readFlash();
    expect(Buffer.from(kept ?? []).toString()).toBe(told.key);
  });

  it("is made anew where the file of it is damaged", async () => {
    const bench = await inSetup(64, { display: null });
    await bench.board.tell({ do: "flash-write", path: "portal.key", contents: new TextEncoder().encode("a;b") });
    await bench.turnOff();
    await bench.turnOn();
    await bench.wait(STARTED_MS);
    expect((await answer(bench, '{"cmd":"key"}')).key).toMatch(KEY);
  });

  it("is no matter of a running gateway", async () => {
    const bench = await GatewayBench.started();
    expect(await answer(bench, '{"cmd":"key"}')).toEqual({ error: "the board is not in setup mode" });
  });
});

describe("the console in the setup mode", () => {
  it("says what runs, and shows the settings without what is secret", async () => {
    const bench = await inSetup(64);
    expect(await answer(bench, '{"cmd":"diagnose"}')).toMatchObject({ setup: true, ssid: SSID, problems: [] });
    expect(await answer(bench, '{"cmd":"settings"}')).toMatchObject({
      settings: { wifi_ssid: "Simulator", wifi_password: true },
    });
  });
});
