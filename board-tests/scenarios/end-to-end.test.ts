// End to end: who has the broker, but not the key, reads no text and no code, and sends nothing; who has the key does both.
import { connectAsync, type MqttClient } from "mqtt";
import { describe, expect, it, onTestFinished } from "vitest";
import { startMosquitto } from "../control/mosquitto.ts";
import { defaultSettings, EMBEDDED_HOST, EMBEDDED_PORT } from "../control/sim-settings.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import { describeWith } from "../support/require-tool.ts";
import { VirtualBoard } from "../virtual-board/board.ts";
import { builtDevice } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { KeyHolder } from "./support/key-holder.ts";
import { pduOf } from "./support/messages.ts";
import { RecordingRelay } from "./support/recording-relay.ts";

const HOLDER = new KeyHolder("5ca1ab1e".repeat(8));
const STRANGER = new KeyHolder("0ddba11".padEnd(64, "0"));
const SETTINGS = { ...defaultSettings(), key: HOLDER.key, require_signed: true };
const TO = "+447700900123";
const SEND = "gateway/sms/send";
const STEP_MS_MAX = 20_000;
const TEXT = "Your verification code is 791985";
const SECRETS = ["791985", "verification", "Amazon", "447700900", "The door is open", HOLDER.key];

/** The network's time when a board in virtual time starts: later than each build. */
const NETWORK_MS = Date.UTC(2040, 10, 22, 8, 30);

/** Of real time. */
const QUICK = {
  wifi: { joinMs: 100, dhcpMs: 50 },
  modem: { timing: { bootMs: 300, simReadyMs: 320, callReadyMs: 350, smsReadyMs: 360, registeredMs: 2_500 } },
};

async function until(condition: () => boolean): Promise<void> {
  for (const endMs = performance.now() + STEP_MS_MAX; !condition(); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${STEP_MS_MAX} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The clock that the modem's network tells, and the same for who signs. */
const now = () => new Date().toISOString();

/**
 * How a text looks in the base64url of anything that holds it: three octets are four digits, so by where it begins it looks one of
 * three ways. Without the digits at both ends, which are of its neighbours, too.
 */
function asBase64(text: string): string[] {
  return [0, 1, 2].map((before) => {
    const digits = Buffer.concat([Buffer.alloc(before), Buffer.from(text)]).toString("base64url");
    return digits.slice(before === 0 ? 0 : before + 1, -1);
  });
}

interface Heard {
  topic: string;
  payload: string;
}

async function listening(port: number): Promise<{ client: MqttClient; heard: Heard[] }> {
  const client = await connectAsync(`mqtt://127.0.0.1:${port}`);
  onTestFinished(() => void client.end(true));
  const heard: Heard[] = [];
  client.on("message", (topic, payload) => heard.push({ topic, payload: payload.toString() }));
  await client.subscribeAsync("#", { qos: 1 });
  return { client, heard };
}

/** A board in real time whose broker is a mosquitto, with a wire between them that is recorded. */
async function boardAtMosquitto() {
  const broker = await startMosquitto();
  const relay = await RecordingRelay.open(broker.port);
  const board = await VirtualBoard.create({
    firmware: await builtDevice(),
    settings: SETTINGS,
    time: "real",
    network: { kind: "host", redirect: { [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: `127.0.0.1:${relay.port}` } },
    wifi: QUICK.wifi,
    hardware: { modem: { ...QUICK.modem, networkEpochMs: Date.now() } },
  });
  onTestFinished(async () => {
    await board.close();
    await relay.close();
    await broker.stop();
  });
  return { board, relay, ...(await listening(broker.port)) };
}

describe("a text within something else", () => {
  it.each([0, 1, 2, 3, 4, 5])("is found in base64url, whatever stands around it: %i octets before", (before) => {
    for (let after = 0; after < 3; after++) {
      const whole = Buffer.from(`${"{".repeat(before)}${TEXT}${"}".repeat(after)}`).toString("base64url");
      expect(asBase64(TEXT).filter((text) => whole.includes(text))).toHaveLength(1);
    }
  });
});

describeWith(["mosquitto"], "a broker of somebody else's", () => {
  it("sees no text, no code and no number in all of its traffic, and who has the key reads them", async () => {
    const { board, client, heard, relay } = await boardAtMosquitto();
    const read = (topic: string) =>
      heard.filter((each) => each.topic === topic).map((each) => HOLDER.read(topic, each.payload));
    await board.powerOn();
    await until(() => heard.some(({ topic, payload }) => topic === "gateway/status" && payload === "online"));
    await board.hardware({ do: "modem-deliver", pdu: pduOf({ from: "Amazon", text: TEXT }) });
    await until(() => read("gateway/sms").length > 0);
    expect(read("gateway/sms")).toMatchObject([{ from: "Amazon", text: TEXT, code: "791985", parts: 1 }]);

    const command = { id: "door-17", time: now(), to: TO, text: "The door is open" };
    await client.publishAsync(SEND, HOLDER.sign(SEND, command), { qos: 1 });
    await until(() => read("gateway/sms/sent").length >= 2);
    expect(read("gateway/sms/sent").map((news) => news?.state)).toEqual(["accepted", "sent"]);

    // What is signed is not hidden: the command's text is in the broker's traffic, as base64url.
    const traffic = relay.traffic();
    expect(traffic).toContain("gateway/sms/sent");
    const everything = [traffic, ...heard.map(({ payload }) => payload)];
    for (const secret of SECRETS) for (const text of everything) expect(text).not.toContain(secret);
    for (const { topic, payload } of heard) {
      if (topic !== SEND) for (const text of asBase64(TEXT)) expect(payload).not.toContain(text);
      if (topic === "gateway/sms") expect(STRANGER.read(topic, payload)).toBeNull();
    }
    expect(board.log.filter(({ type }) => type === "fault" || type === "prompt")).toEqual([]);
    expect(board.stdout.filter((line) => SECRETS.some((secret) => line.includes(secret)))).toEqual([]);
  }, 60_000);
});

describe("commands on the board", () => {
  const told = async (bench: GatewayBench) => {
    const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
    return messages
      .filter(({ topic }) => topic === "gateway/sms/sent")
      .map(({ payload, topic }) => HOLDER.read(topic, Buffer.from(payload).toString()) as Record<string, unknown>)
      .map(({ error, id, state }) => `${id} ${state} ${(error as { code: string } | undefined)?.code ?? ""}`.trim());
  };

  async function started(): Promise<GatewayBench> {
    const bench = await GatewayBench.started({
      settings: SETTINGS,
      hardware: { modem: { networkEpochMs: NETWORK_MS } },
    });
    await bench.wait(20_000);
    return bench;
  }

  /** As the modem tells it: commands are signed at that moment. */
  async function timeOf(bench: GatewayBench, offsetS = 0): Promise<string> {
    const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
    const news = messages.filter(({ topic }) => topic === "gateway/sms/sent").at(-1);
    const { time } = HOLDER.read("gateway/sms/sent", Buffer.from(news?.payload ?? []).toString()) as { time: string };
    return new Date(Date.parse(time) + offsetS * 1000).toISOString();
  }

  it("that are signed are sent once; unsigned, replayed and stale ones are not", async () => {
    const bench = await started();
    await bench.command(JSON.stringify({ id: "u1", to: TO, text: "unsigned" }));
    await bench.wait(8_000);
    const signed = HOLDER.sign(SEND, { id: "a1", time: await timeOf(bench), to: TO, text: "hello" });
    await bench.command(signed);
    await bench.wait(12_000);
    await bench.command(signed);
    await bench.command(STRANGER.sign(SEND, { id: "s1", time: await timeOf(bench), to: TO, text: "hello" }));
    await bench.command(HOLDER.sign(SEND, { id: "old", time: await timeOf(bench, -140), to: TO, text: "hello" }));
    await bench.command(HOLDER.sign(SEND, { id: "a2", time: await timeOf(bench), to: TO, text: "hello" }));
    await bench.wait(20_000);
    expect(await told(bench)).toEqual([
      "u1 rejected unsigned",
      "a1 accepted",
      "a1 sent",
      "a1 sent",
      "null rejected unsigned",
      "old rejected stale",
      "a2 accepted",
      "a2 sent",
    ]);
    expect(await bench.submitted()).toHaveLength(2);
  });

  it("are refused after a power cut when they were sent before it", async () => {
    const bench = await started();
    await bench.command(JSON.stringify({ id: "u1", to: TO, text: "unsigned" }));
    await bench.wait(8_000);
    const sent = HOLDER.sign(SEND, { id: "a1", time: await timeOf(bench), to: TO, text: "hello" });
    const unsent = HOLDER.sign(SEND, { id: "a2", time: await timeOf(bench), to: TO, text: "hello" });
    await bench.command(sent);
    await bench.wait(12_000);
    await bench.turnOff();
    await bench.start();
    await bench.wait(20_000);
    for (const payload of [sent, unsent]) await bench.command(payload);
    await bench.wait(12_000);
    expect((await told(bench)).slice(-2)).toEqual(["a1 sent", "a2 rejected stale"]);
    expect(await bench.submitted()).toHaveLength(1);
  });
});
