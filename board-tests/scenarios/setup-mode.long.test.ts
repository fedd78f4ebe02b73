// What takes the setup mode minutes: that nobody comes.
import { expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { QUICK_LOOK } from "./support/portal-bench.ts";

const HELD_MS = 2_000;
/** The board restarts, and looks around for networks: QUICK_LOOK. */
const RESTARTED_MS = 5_000;
const IDLE_MS = 600_000;

async function boots(bench: GatewayBench): Promise<number> {
  return (await bench.board.state()).boots;
}

async function isSetupShown(bench: GatewayBench): Promise<boolean> {
  return (await bench.displayed()).some((line) => line.includes("Setup:"));
}

it("the setup mode gives way after ten minutes, and comes again only when the switch was seen open, or at power-on", async () => {
  const bench = await GatewayBench.make({
    wifi: QUICK_LOOK,
    settings: { ...defaultSettings(), display_height: 64 },
    hardware: { setup: true },
  });
  await bench.turnOn();
  await bench.wait(RESTARTED_MS);
  await bench.wait(IDLE_MS - RESTARTED_MS - 1_000);
  expect(await boots(bench)).toBe(1);
  await bench.until(async () => (await bench.status()) === "online", 40_000);
  // The switch is still where it was: for minutes, and over a restart that somebody wishes.
  await bench.wait(180_000);
  expect([await boots(bench), await bench.status()]).toEqual([2, "online"]);
  await bench.board.broker("publish", "gateway/request/restart", new TextEncoder().encode("{}"), 1);
  await bench.until(async () => (await boots(bench)) === 3, 20_000);
  await bench.wait(20_000);
  expect([await boots(bench), await bench.status()]).toEqual([3, "online"]);
  await bench.moveSwitch(false);
  await bench.wait(200);
  await bench.moveSwitch(true);
  await bench.wait(HELD_MS + RESTARTED_MS);
  expect(await isSetupShown(bench)).toBe(true);
  await bench.turnOff();
  await bench.turnOn();
  await bench.wait(RESTARTED_MS);
  expect(await isSetupShown(bench)).toBe(true);
});

it("a first start's setup mode is ended neither by time nor by the switch", async () => {
  const bench = await GatewayBench.make({ settings: undefined });
  await bench.turnOn();
  // The display's size is not known: each of the two is tried in turn.
  const isShown = () => isSetupShown(bench);
  await bench.until(isShown, RESTARTED_MS);
  await bench.wait(RESTARTED_MS);
  await bench.moveSwitch(true);
  await bench.wait(15_000);
  await bench.moveSwitch(false);
  await bench.wait(IDLE_MS + 60_000);
  await bench.until(isShown, 10_000);
  expect(await boots(bench)).toBe(1);
});
