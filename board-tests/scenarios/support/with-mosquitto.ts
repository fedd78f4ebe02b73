// The gateway under Node between an emulated modem and a real mosquitto, with somebody who listens to all of it.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync, type IClientOptions } from "mqtt";
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

export interface MosquittoOptions {
  /** Of its configuration. */
  readonly lines?: readonly string[];
  /** Of who listens, beside the port. */
  readonly listener?: IClientOptions;
  /** Of the gateway, in the place of a connection without TLS. */
  readonly settings?: object;
  readonly modem?: Sim800Options;
  /** In the folder of its settings. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A modem, mosquitto with somebody who listens to all of it, and the gateway between them. */
export async function withMosquitto(options: MosquittoOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), "gateway-"));
  const link = join(folder, "modem");
  const file = join(folder, "settings.json");
  const broker = await startMosquitto(options.lines);
  const { modem, ...port } = await openModem(link, options.modem ?? {});
  const { settings = { broker_tls: false } } = options;
  writeFileSync(file, JSON.stringify({ version: 2, broker_host: "127.0.0.1", broker_port: broker.port, ...settings }));
  for (const [name, content] of Object.entries(options.files ?? {})) writeFileSync(join(folder, name), content);
  const heard: Heard[] = [];
  const listener = await connectAsync({ host: "127.0.0.1", port: broker.port, ...options.listener });
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
