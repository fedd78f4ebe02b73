// The whole way through setup mode, as a phone goes it: from a board that nobody has told anything to a gateway that publishes.
import { expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { pduOf } from "./support/messages.ts";
import { PortalBench, QUICK_LOOK } from "./support/portal-bench.ts";

const { version: _version, ...SETTINGS } = defaultSettings();
/** Two renamings. */
const SAVE_WRITES = 2;

it("a first start ends with a gateway that publishes", async () => {
  const bench = await PortalBench.first();
  const page = await bench.get("/");
  expect([page.trouble, page.status]).toEqual([null, 200]);
  const setup = await bench.setup();
  expect(setup).toMatchObject({ board: "pico-w", configured: false, problems: [], networks: [{ ssid: "any" }] });
  expect((await bench.order("/api/save", {})).status).toBe(409);

  const sent = await bench.order("/api/settings", { settings: SETTINGS });
  expect([sent.status, JSON.parse(sent.text)]).toEqual([200, { usable: true, problems: [] }]);
  expect(PortalBench.told(await bench.test())).toBe("wifi done, time skipped, tcp done, connack done, message done");

  const saved = await bench.order("/api/save", {});
  expect([saved.status, saved.text]).toEqual([200, '{"restarts":true}']);
  const from = bench.board.nowMs;
  await bench.gateway.until(async () => (await bench.gateway.status()) === "online", 30_000);
  const tookMs = bench.board.nowMs - from;
  console.log(`saved to publishing: ${tookMs} ms`);
  await bench.gateway.deliver(pduOf({ text: "hello" }));
  await bench.gateway.untilPublished(1);
  expect(tookMs).toBeLessThan(20_000);
});

it("a power cut at each write of a save leaves a board that can be set up, or a gateway that works", async () => {
  const seen = new Set<string>();
  for (let cut = 1; cut <= SAVE_WRITES + 1; cut++) {
    const bench = await PortalBench.first({ wifi: QUICK_LOOK });
    await bench.order("/api/settings", { settings: SETTINGS });
    const { operations } = (await bench.board.state()).flash;
    await bench.board.tell({ do: "flash-cut-at", operation: operations + cut });
    const ended = bench.board.log.length;
    await bench.order("/api/save", {}).catch(() => {});
    await bench.board.runUntilEvent((event) => event.type === "end", 30_000, ended);
    await bench.board.powerOff();
    await bench.board.powerOn();
    await bench.board.advance(15_000);
    const isGateway = (await bench.gateway.status()) === "online";
    expect([cut, isGateway, (await bench.board.state()).accessPoint.active]).toEqual([cut, isGateway, !isGateway]);
    seen.add(isGateway ? "gateway" : "setup");
    await bench.gateway.finish();
  }
  expect([...seen]).toEqual(["setup", "gateway"]);
});
