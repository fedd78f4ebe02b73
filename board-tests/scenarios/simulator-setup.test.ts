// npm run sim -- --no-settings with a folder that is new: a board's very first start, as docs/simulator.md has it.
import { Resolver } from "node:dns/promises";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { parseSimOptions, type SimOptions } from "../control/sim-options.ts";
import { Simulator } from "../control/simulator.ts";
import { builtDevice } from "./support/built-device.ts";
import { until } from "./support/secure-board.ts";

interface State {
  readonly portal: { ssid: string; key: string; http: string; dns: string } | null;
}

it("the simulator without settings begins in setup mode, says where its page is, and the page is there", async () => {
  const data = mkdtempSync(join(tmpdir(), "sim-setup-"));
  onTestFinished(() => rmSync(data, { recursive: true, force: true }));
  const args = ["--no-settings", "--data", data, "--http", "0", "--mqtt", "0", "--speed", "20"];
  const simulator = await Simulator.start(parseSimOptions(args) as SimOptions, await builtDevice());
  onTestFinished(() => simulator.stop());
  await simulator.powerOn();
  const state = async () => (await (await fetch(`http://127.0.0.1:${simulator.httpPort}/api/state`)).json()) as State;
  await until(async () => (await state()).portal !== null);

  const { dns = "", http = "", ssid } = (await state()).portal ?? {};
  expect(ssid).toMatch(/^SMS-Gateway-[0-9A-F]{4}$/);
  expect(await (await fetch(`http://${http}/`)).text()).toContain("<title>SMS gateway</title>");
  expect(await (await fetch(`http://${http}/api/setup`)).json()).toMatchObject({ configured: false });
  const resolver = new Resolver();
  resolver.setServers([dns]);
  expect(await resolver.resolve4("captive.apple.com")).toEqual(["192.168.4.1"]);
});
