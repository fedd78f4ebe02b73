// The gateway under Node as its user runs it: with a real mosquitto, a modem that is unplugged, commands at its standard
// input, a signal that ends it. The stories that it shares with the board: node-gateway.long.test.ts.
import { connectAsync } from "mqtt";
import { expect, it, onTestFinished, vi } from "vitest";
import { describeWith } from "../support/require-tool.ts";
import { GatewayProcess } from "./support/gateway-process.ts";
import { idOf, numberedPdus } from "./support/messages.ts";
import { NodeBench } from "./support/node-bench.ts";
import { withMosquitto } from "./support/with-mosquitto.ts";

const STEP_MS_MAX = 15_000;

describeWith(["python3", "mosquitto"], "the gateway under Node and mosquitto", () => {
  it("bring every message once, with QoS 1 and not retained; SIGTERM ends in good order, as offline", async () => {
    const { heard, sms, modem, gateway } = await withMosquitto();
    const pdus = numberedPdus(4);
    for (const pdu of pdus.slice(0, 3)) modem.preload(pdu);
    const running = gateway();
    await until(() => sms().length >= 3);
    modem.deliver(pdus[3] ?? "");
    await until(() => sms().length >= 4);
    await until(() => modem.report().slots.length === 0);
    expect(sms().map(({ text }) => JSON.parse(text).id)).toEqual(pdus.map((pdu) => idOf(pdu)));
    expect(sms().every(({ qos, retain }) => qos === 1 && !retain)).toBe(true);
    expect(await running.end("SIGTERM")).toBe(0);
    await until(() => heard.at(-1)?.text === "offline");
    const status = heard.filter(({ topic }) => topic === "gateway/status").map(({ text }) => text);
    // One offline: the word of farewell; after DISCONNECT there is no last will.
    expect(status).toEqual(["online", "offline"]);
    expect(running.stderr).toBe("");
  });

  it("that is told to end while a message is under way deletes it first, so that it does not come again", async () => {
    const { sms, modem, gateway } = await withMosquitto();
    const running = gateway();
    await until(() => running.lines.some((line) => line.endsWith("modem: ready")));
    modem.deliver(numberedPdus(1)[0] ?? "");
    await until(() => sms().length === 1);
    expect(await running.end("SIGINT")).toBe(0);
    expect(modem.report().slots).toEqual([]);
  });
});

describeWith(["python3", "mosquitto"], "a modem whose network tells no time", () => {
  it.each([
    ["yes", "has the time of a machine that follows a time server"],
    ["no", "has none of a machine that does not: it may have stood still"],
  ])("%s: the gateway %s", async (answer) => {
    vi.stubEnv("HOST_SYNCHRONISED", answer);
    onTestFinished(() => void vi.unstubAllEnvs());
    const { sms, modem, gateway } = await withMosquitto();
    const running = gateway();
    await until(() => running.lines.some((line) => line.endsWith("modem: ready")));
    modem.deliver(numberedPdus(1)[0] ?? "");
    await until(() => sms().length === 1);
    const { received } = JSON.parse(sms()[0]?.text ?? "{}");
    if (answer === "no") expect(received).toBeUndefined();
    else expect(Math.abs(Date.parse(received) - Date.now())).toBeLessThan(STEP_MS_MAX);
  });
});

describeWith(["python3", "mosquitto"], "requests by mosquitto", () => {
  it("are answered once each, the state is retained, and a restart ends the process in good order", async () => {
    const { broker, heard, gateway } = await withMosquitto();
    const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
    onTestFinished(() => client.endAsync());
    // Retained before the gateway subscribes: not executed.
    await client.publishAsync("gateway/request/restart", "", { qos: 1, retain: true });
    await client.publishAsync("gateway/request/modem_reset", '{"transaction":"old"}', { qos: 1, retain: true });
    const running = gateway();
    await until(() => running.lines.some((line) => line.endsWith("modem: ready")));
    const answers = () => heard.filter(({ topic }) => topic.startsWith("gateway/response/"));
    await client.publishAsync("gateway/request/signal", '{"transaction":"s"}', { qos: 1 });
    await until(() => answers().some(({ topic }) => topic === "gateway/response/signal"));
    const states = heard.filter(({ topic }) => topic === "gateway/state");
    expect(states.length).toBeGreaterThan(0);
    expect(states.every(({ qos }) => qos === 0)).toBe(true);
    expect(answers().map(({ text }) => JSON.parse(text))).toEqual([
      { status: "error", error: { code: "retained", message: expect.any(String) }, transaction: "old" },
      { status: "ok", data: { registration: "home", operator: "Virtual", signal_dbm: -77 }, transaction: "s" },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 10_000));
    await client.publishAsync("gateway/request/restart", "{}", { qos: 1 });
    expect(await running.exit()).toBe(0);
    expect(answers().at(-1)).toMatchObject({ topic: "gateway/response/restart", text: '{"status":"ok"}', qos: 1 });
  }, 40_000);
});

describeWith(["python3"], "the gateway under Node", () => {
  it("says that its modem was unplugged, and goes on when it is back, whatever it forgot meanwhile", async () => {
    const bench = await NodeBench.started({ modem: { ipr: 0, factoryCmgf: 1 } });
    const [meanwhile = "", later = ""] = numberedPdus(2);
    await bench.port.unplug();
    await bench.untilSaid("is gone: was it unplugged?");
    await bench.preload(meanwhile);
    await bench.port.plugIn();
    await bench.untilPublished(1);
    await bench.deliver(later);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(meanwhile), idOf(later)]);
  });

  it("answers a line at standard input, and ends by maintenance, which leaves the port to others", async () => {
    const bench = await NodeBench.started();
    const { process } = bench;
    process?.type('{"cmd":"diagnose"}\nwhat?\n{"cmd":"maintenance"}\n');
    expect(await process?.exit()).toBe(0);
    const answers = process?.lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { broker: "up", modem: "ready" },
      { error: "unknown command" },
      { ok: "maintenance" },
    ]);
    expect(await bench.status()).toBe("offline");
    expect(await bench.lostConnections()).toBe(0);
  });

  it("keeps away from a port that another program has, and says so", async () => {
    const bench = await NodeBench.started();
    const second = GatewayProcess.start(...bench.args);
    onTestFinished(() => second.end("SIGKILL").then(() => {}));
    await bench.until(() => second.lines.some((line) => line.includes("another program has it")), STEP_MS_MAX);
    const [pdu = ""] = numberedPdus(1);
    await bench.deliver(pdu);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  for (const endMs = performance.now() + STEP_MS_MAX; !condition(); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${STEP_MS_MAX} ms`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
