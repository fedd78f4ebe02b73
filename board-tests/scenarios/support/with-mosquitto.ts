// The gateway under Node between an emulated modem and a real mosquitto, with somebody who listens to all of it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { onTestFinished } from "vitest";
import { ModemPort } from "../../control/modem-port.ts";
import { startMosquitto } from "../../control/mosquitto.ts";
import type { Sim800Options } from "../../models/sim800/settings.ts";
import { GatewayProcess } from "./gateway-process.ts";

const QUICK = { bootMs: 100, simReadyMs: 120, callReadyMs: 150, smsReadyMs: 160, registeredMs: 200 };

interface Heard {
  topic: string;
  text: string;
  qos: number;
  retain: boolean;
}

/**
 * A modem, mosquitto with somebody who listens to all of it, and the gateway between them.
 * @param settings beside the broker's
 */
export async function withMosquitto(settings: object = {}, modemOptions: Sim800Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), "gateway-"));
  const link = join(folder, "modem");
  const file = join(folder, "settings.json");
  const broker = await startMosquitto();
  const { modem, ...port } = await openModem(link, modemOptions);
  writeFileSync(file, JSON.stringify({ version: 1, broker_host: "127.0.0.1", broker_port: broker.port, ...settings }));
  const heard: Heard[] = [];
  const listener = await connectAsync(`mqtt://127.0.0.1:${broker.port}`);
  listener.on("message", (topic, payload, { qos, retain }) =>
    heard.push({ topic, text: payload.toString(), qos, retain }),
  );
  await listener.subscribeAsync("gateway/#", { qos: 1 });
  const started: GatewayProcess[] = [];
  onTestFinished(async () => {
    for (const each of started) await each.end("SIGKILL");
    await listener.endAsync();
    await port.close();
    await broker.stop();
    rmSync(folder, { recursive: true });
  });
  const gateway = () => {
    started.push(GatewayProcess.start("--uart", link, "--settings", file));
    return started.at(-1) as GatewayProcess;
  };
  return { broker, heard, sms: () => heard.filter(({ topic }) => topic === "gateway/sms"), modem, gateway };
}

async function openModem(link: string, options: Sim800Options) {
  const port = await ModemPort.open(link, { modem: { ...options, timing: { ...QUICK, ...options.timing } } });
  return { modem: port.modem, close: () => port.close() };
}
