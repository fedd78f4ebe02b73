// The simulator while a board serves by its own access point: where people find that, and which networks the board finds.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { echoPortal, KEY, SSID } from "../../virtual-board/tests/echo-portal.ts";
import { parseSimOptions, type SimOptions, UsageError } from "../sim-options.ts";
import { Simulator } from "../simulator.ts";

/** The board tells at its start which networks it finds, and then serves. */
const PROGRAM = `
import network
sta = network.WLAN(network.STA_IF)
sta.active(True)
print([(n[0], n[2], n[3]) for n in sta.scan()])
sta.active(False)
${echoPortal()}
`;

function folders(): { data: string; device: string } {
  const folder = mkdtempSync(join(tmpdir(), "sim-portal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const device = join(folder, "device");
  mkdirSync(device);
  writeFileSync(join(device, "main.py"), PROGRAM);
  return { data: join(folder, "data"), device };
}

async function simulated(...args: string[]): Promise<{ simulator: Simulator; data: string; url: string }> {
  const { data, device } = folders();
  const options = parseSimOptions(["--http", "0", "--mqtt", "0", "--data", data, ...args]) as SimOptions;
  const simulator = await Simulator.start(options, device);
  onTestFinished(() => simulator.stop());
  await simulator.powerOn();
  return { simulator, data, url: `http://127.0.0.1:${simulator.httpPort}` };
}

async function get(url: string): Promise<Record<string, unknown>> {
  return (await (await fetch(url)).json()) as Record<string, unknown>;
}

async function until(condition: () => boolean, limitMs = 30_000): Promise<void> {
  for (const endMs = performance.now() + limitMs; !condition(); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const lines = (simulator: Simulator, source: string): string[] =>
  simulator.log.after().flatMap((entry) => (entry.source === source ? [entry.text] : []));

describe("the simulator", () => {
  it("says in its log and in its state where the board's page is, which then is there", async () => {
    const { simulator, url } = await simulated("--speed", "20");
    expect((await get(`${url}/api/state`)).portal).toBeNull();
    await until(() => lines(simulator, "simulator").length > 0);
    const { portal, access_point: accessPoint } = (await get(`${url}/api/state`)) as {
      [key: string]: Record<string, unknown>;
    };
    expect(portal).toEqual({
      ssid: SSID,
      key: KEY,
      http: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
      dns: expect.any(String),
    });
    expect(accessPoint).toMatchObject({ active: true, ssid: SSID, stations: [] });
    expect(lines(simulator, "simulator")).toEqual([
      `what ${SSID} serves is at http://${portal?.http}/, its name server at ${portal?.dns}`,
    ]);
    expect(await (await fetch(`http://${portal?.http}/page`)).text()).toContain("host: 192.168.4.1\r\n");
  });

  it("with --networks has its radio find those, and others when it is told so while it runs", async () => {
    const { data: folder } = folders();
    mkdirSync(folder);
    const file = join(folder, "networks.json");
    writeFileSync(file, '[{"ssid":"Home","key":"correct horse","rssi":-58,"channel":11}]');
    const { simulator, url } = await simulated("--speed", "50", "--networks", file);
    await until(() => lines(simulator, "console").length > 0);
    expect(lines(simulator, "console")[0]).toBe("[(b'Home', 11, -58)]");
    const post = (body: unknown) =>
      fetch(`${url}/api/networks`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      });
    const refused = await post({ networks: [{ ssid: "x", key: "short" }] });
    expect([refused.status, ((await refused.json()) as { error: string }).error]).toEqual([
      400,
      'Network 1: "key" must have 8 to 63 characters, or be left out for an open network.',
    ]);
    const networks = [{ ssid: "Other", key: null, rssi: -70, channel: 1, hidden: false }];
    expect((await post({ networks: [{ ssid: "Other", rssi: -70, channel: 1 }] })).status).toBe(200);
    expect(await get(`${url}/api/networks`)).toEqual({ networks });
    for (const on of [false, true])
      await fetch(`${url}/api/power`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ on }),
      });
    await until(() => lines(simulator, "console").filter((line) => line.startsWith("[")).length > 1);
    expect(lines(simulator, "console").filter((line) => line.startsWith("["))[1]).toBe("[(b'Other', 1, -70)]");
  });

  it("with --networks and no such file, or none of that kind, says so", async () => {
    await expect(simulated("--networks", "/nowhere")).rejects.toThrow(
      new UsageError("--networks /nowhere: there is no such file."),
    );
    const { device } = folders();
    await expect(simulated("--networks", join(device, "main.py"))).rejects.toThrow("It must hold JSON");
  });

  it("with --no-settings leaves an empty flash empty, and has a broker for what the board will be told", async () => {
    const { simulator, data } = await simulated("--no-settings");
    expect(simulator.mqttPort).toBeTypeOf("number");
    expect(readdirSync(join(data, "flash"))).not.toContain("settings.json");
    expect(() => parseSimOptions(["--no-settings", "--settings", "x"])).toThrow("contradict");
  });
});
