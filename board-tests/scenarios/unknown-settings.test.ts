// Settings of a version that this gateway does not know: it says so, and no octet of them is lost by anything it does.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { PortalBench, QUICK_LOOK } from "./support/portal-bench.ts";

const { version: _version, ...SETTINGS } = defaultSettings();
/** As somebody types it, and with a key that does not exist yet. */
const NEWER = `{ "version": 3, "wifi_ssid": "home",\r\n  "esim": {"profiles": ["é", 150]} }\n`;
/** As many octets as settings may have, and more of them, of which the gateway makes nothing. */
const LONG = `{"version":3,"esim":"${"e".repeat(8192 - 24)}"}\n`;
const TOO_LONG = `{"version":3,"esim":"${"e".repeat(20_000)}","volume":1.5}\n`;
/** The copy and three renamings. */
const SAVE_WRITES = 4;
const SETUP_IDLE_MS = 600_000;
const SAID_MS = 20_000;

const isEnd = (event: { type: string }) => event.type === "end";

/** To be told before the board has power. */
const put = (text: string, path = "settings.json") => ({
  do: "flash-write" as const,
  path,
  contents: new TextEncoder().encode(text),
});

async function textIn(bench: GatewayBench, path = "settings.json"): Promise<string | undefined> {
  const octets = (await bench.board.readFlash())[path];
  return octets && Buffer.from(octets).toString();
}

async function boardWith(text: string, setup = false): Promise<GatewayBench> {
  const bench = await GatewayBench.make({ wifi: QUICK_LOOK, hardware: { setup } });
  bench.expectEnd();
  await bench.board.tell(put(text));
  return bench;
}

describe("settings of a version that is not known", () => {
  it.each([
    ["newer", NEWER, "is of version 3, for a newer gateway"],
    ["0", '{"version":0,"topic":"house"}', "is of version 0, which is none that is known"],
    ["a text", '{"version":"soon","topic":"house"}', "is of version soon, which is none that is known"],
  ])("(%s) are named, and stay as they are over start and power cut", async (_which, text, sentence) => {
    const bench = await boardWith(text);
    for (let start = 0; start < 2; start++) {
      const from = bench.board.stdout.length;
      await bench.turnOn();
      await bench.wait(SAID_MS);
      expect(bench.board.stdout.slice(from).join("\n")).toContain(sentence);
      expect(await textIn(bench)).toBe(text);
      await bench.turnOff();
    }
  });

  it("stay as they are where quick restarts would lead to safe mode", async () => {
    const bench = await boardWith(NEWER);
    for (let start = 0; start < 7; start++) {
      await bench.turnOn();
      await bench.wait(4_000);
      await bench.turnOff();
    }
    await bench.turnOn();
    await bench.wait(SAID_MS);
    expect(await textIn(bench)).toBe(NEWER);
  });

  it("stay as they are where nobody comes to set it up", { timeout: 60_000 }, async () => {
    const bench = await boardWith(NEWER, true);
    await bench.turnOn();
    await bench.board.runUntilEvent(isEnd, SETUP_IDLE_MS + 60_000);
    await bench.wait(SAID_MS);
    expect(await textIn(bench)).toBe(NEWER);
    expect(await textIn(bench, "settings.kept")).toBeUndefined();
  });

  it.each([
    ["usual ones", NEWER, "is of version 3, for a newer gateway"],
    ["as long as they may be", LONG, "is of version 3, for a newer gateway"],
    ["longer", TOO_LONG, "must hold one JSON object"],
  ])("are kept beside those that setup mode saves in their place: %s", async (_which, text, sentence) => {
    const bench = await PortalBench.first({ wifi: QUICK_LOOK, hardware: { setup: true } }, async ({ board }) => {
      await board.tell(put(text));
    });
    const { problems } = (await bench.setup()) as unknown as { problems: { sentence: string }[] };
    expect(problems[0]?.sentence).toContain(sentence);
    await bench.order("/api/settings", { settings: SETTINGS });
    expect((await textIn(bench.gateway)) === text).toBe(true);
    expect((await bench.order("/api/save", {})).status).toBe(200);
    await bench.gateway.moveSwitch(false);
    await bench.gateway.until(async () => (await bench.gateway.status()) === "online", 40_000);
    expect(JSON.parse((await textIn(bench.gateway)) ?? "")).toMatchObject(defaultSettings());
    expect((await textIn(bench.gateway, "settings.kept")) === text).toBe(true);
  });

  it("are on the flash whenever the power fails while others are saved", { timeout: 60_000 }, async () => {
    const seen = new Set<string>();
    for (let cut = 1; cut <= SAVE_WRITES + 1; cut++) {
      const bench = await PortalBench.first({ wifi: QUICK_LOOK, hardware: { setup: true } }, async ({ board }) => {
        await board.tell(put(NEWER));
      });
      await bench.order("/api/settings", { settings: SETTINGS });
      const { operations } = (await bench.board.state()).flash;
      await bench.board.tell({ do: "flash-cut-at", operation: operations + cut });
      const from = bench.board.log.length;
      await bench.order("/api/save", {}).catch(() => {});
      await bench.board.runUntilEvent(isEnd, 30_000, from);
      await bench.gateway.moveSwitch(false);
      await bench.board.powerOff();
      await bench.board.powerOn();
      await bench.board.advance(15_000);
      const isSaved = (await textIn(bench.gateway)) !== NEWER;
      if (isSaved) expect([cut, await textIn(bench.gateway, "settings.kept")]).toEqual([cut, NEWER]);
      seen.add(isSaved ? "saved" : "as before");
      bench.gateway.expectEnd();
      await bench.gateway.finish();
    }
    expect([...seen]).toEqual(["as before", "saved"]);
  });
});
