// End to end under Node, with a real mosquitto: what a board does, by the same settings.
import { connectAsync } from "mqtt";
import { expect, it, onTestFinished } from "vitest";
import { describeWith } from "../support/require-tool.ts";
import { KeyHolder } from "./support/key-holder.ts";
import { pduOf } from "./support/messages.ts";
import { withMosquitto } from "./support/with-mosquitto.ts";

const HOLDER = new KeyHolder("5ca1ab1e".repeat(8));
const TO = "+447700900123";
const SEND = "gateway/sms/send";
const STEP_MS_MAX = 20_000;
const TEXT = "Your verification code is 791985";
const SECRETS = ["791985", "verification", "Amazon", "447700900", "The door is open", HOLDER.key];

/** The clock that the modem's network tells, and the same for who signs. */
const now = () => new Date().toISOString();

describeWith(["python3", "mosquitto"], "the gateway under Node", () => {
  it("seals what it publishes, and sends what is signed alone", async () => {
    const settings = { key: HOLDER.key, require_signed: true, allowed_numbers: ["+447700900*"], insecure_ok: true };
    const network = { timing: { registeredMs: 2_500 }, networkEpochMs: Date.now() };
    const { broker, gateway, heard, modem } = await withMosquitto({
      settings: { broker_tls: false, ...settings },
      modem: network,
    });
    const running = gateway();
    await until(() => running.lines.some((line) => line.endsWith("modem: ready")));
    const read = (topic: string) =>
      heard.filter((each) => each.topic === topic).map((each) => HOLDER.read(topic, each.text));
    modem.deliver(pduOf({ from: "Amazon", text: TEXT }));
    await until(() => read("gateway/sms").length > 0);
    expect(read("gateway/sms")).toMatchObject([{ from: "Amazon", text: TEXT, code: "791985" }]);
    const client = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
    onTestFinished(() => void client.end(true));
    const command = { id: "door-17", time: now(), to: TO, text: "The door is open" };
    await client.publishAsync(SEND, JSON.stringify(command), { qos: 1 });
    await client.publishAsync(SEND, HOLDER.sign(SEND, command), { qos: 1 });
    await until(() => read("gateway/sms/sent").length >= 3);
    expect(read("gateway/sms/sent").map((news) => news?.state)).toEqual(["rejected", "accepted", "sent"]);
    const published = heard.filter(({ topic }) => topic !== SEND).map(({ text }) => text);
    for (const secret of SECRETS) expect(published.join()).not.toContain(secret);
    expect(running.lines.join()).not.toContain(HOLDER.key);
  }, 60_000);
});

async function until(condition: () => boolean): Promise<void> {
  for (const endMs = performance.now() + STEP_MS_MAX; !condition(); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${STEP_MS_MAX} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
