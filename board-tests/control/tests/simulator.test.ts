// The simulator as a whole, with a small program on the board in place of the firmware (relay/main.py).

import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connectAsync } from "mqtt";
import { describe, expect, it, type TestContext } from "vitest";
import { freePort } from "../mosquitto.ts";
import { parseSimOptions, type SimOptions } from "../sim-options.ts";
import { Simulator } from "../simulator.ts";

const RELAY = fileURLToPath(new URL("./relay", import.meta.url));

function temporaryFolder({ onTestFinished }: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), "sim-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function options(...args: string[]): SimOptions {
  return parseSimOptions(["--http", "0", "--mqtt", "0", ...args]) as SimOptions;
}

async function until(condition: () => boolean | Promise<boolean>, limitMs = 15_000): Promise<void> {
  for (const endMs = performance.now() + limitMs; !(await condition()); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function post(simulator: Simulator, path: string, body: unknown): Promise<Response> {
  const headers = { "Content-Type": "application/json" };
  return fetch(`http://127.0.0.1:${simulator.httpPort}${path}`, {
    method: "POST",
    headers,
    body: JSON.stringify(body),
  });
}

async function get(simulator: Simulator, path: string): Promise<Record<string, unknown>> {
  return (await (await fetch(`http://127.0.0.1:${simulator.httpPort}${path}`)).json()) as Record<string, unknown>;
}

describe.concurrent("the simulator", () => {
  it("an SMS sent over HTTP reaches a subscriber of the embedded broker", async (context) => {
    const simulator = await Simulator.start(options("--data", temporaryFolder(context)), RELAY);
    context.onTestFinished(() => simulator.stop());
    const heard: string[] = [];
    const client = await connectAsync(`mqtt://127.0.0.1:${simulator.mqttPort}`);
    context.onTestFinished(() => client.endAsync(true));
    client.on("message", (topic, payload) => heard.push(`${topic} ${payload}`));
    await client.subscribeAsync("gateway/#");
    await simulator.powerOn();
    await until(() => simulator.log.after().some((entry) => entry.text === "← OK"));
    await post(simulator, "/api/modem/sms", { from: "Amazon", text: "Your code is 791985" });
    await until(() => heard.length > 0);
    expect(heard).toEqual([`gateway/sms ${JSON.stringify({ line: '+CMTI: "SM",1' }).replace(":", ": ")}`]);
    await until(async () =>
      (await (await fetch(`http://127.0.0.1:${simulator.httpPort}/api/display.txt`)).text()).includes("SMS: 1"),
    );
    expect((await get(simulator, "/api/mqtt")).messages).toHaveLength(1);
  });

  it("with --uart bytes pass unchanged both ways", async (context) => {
    const heard: number[] = [];
    const sockets: Socket[] = [];
    const modem = createServer((socket) => {
      sockets.push(socket);
      socket.on("data", (bytes) => heard.push(...bytes));
    });
    const port = await freePort();
    await new Promise<void>((resolve) => modem.listen(port, "127.0.0.1", resolve));
    context.onTestFinished(() => void modem.close());
    const simulator = await Simulator.start(
      options("--data", temporaryFolder(context), "--uart", `tcp://127.0.0.1:${port}`),
      RELAY,
    );
    context.onTestFinished(() => simulator.stop());
    await simulator.powerOn();
    await until(() => heard.length >= 18);
    expect(Buffer.from(heard.slice(0, 18)).toString()).toBe("AT+CNMI=2,1,0,1,0\r");
    sockets[0]?.write('\r\n+CMTI: "SM",7\r\n');
    await until(async () => ((await get(simulator, "/api/mqtt")).messages as unknown[]).length > 0);
    expect(JSON.stringify(await get(simulator, "/api/mqtt"))).toContain('SM\\\\\\",7');
    expect((await post(simulator, "/api/modem/sms", { from: "x", text: "y" })).status).toBe(409);
  });

  it("keeps the SIM and the settings from run to run", async (context) => {
    const data = temporaryFolder(context);
    const first = await Simulator.start(options("--data", data, "--speed", "50"), RELAY);
    await first.powerOn();
    await until(
      async () => ((await get(first, "/api/state")).modem as { registration: string }).registration === "home",
    );
    await post(first, "/api/modem/sms", { from: "Amazon", text: "kept" });
    await until(async () => ((await get(first, "/api/modem")).slots as unknown[]).length === 1);
    await first.stop();
    const second = await Simulator.start(options("--data", data, "--speed", "50"), RELAY);
    context.onTestFinished(() => second.stop());
    expect((await get(second, "/api/modem")).slots).toMatchObject([{ slot: 1 }]);
    expect(second.settings).toEqual(first.settings);
  });

  it("in virtual time has its broker inside, and its messages over HTTP", async (context) => {
    const simulator = await Simulator.start(options("--data", temporaryFolder(context), "--speed", "20"), RELAY);
    context.onTestFinished(() => simulator.stop());
    await simulator.powerOn();
    await until(() => simulator.log.after().some((entry) => entry.text === "← OK"));
    await post(simulator, "/api/modem/sms", { from: "Amazon", text: "x" });
    await until(async () => ((await get(simulator, "/api/mqtt")).messages as unknown[]).length > 0);
    expect(simulator.mqttPort).toBeNull();
    expect(simulator.log.after().filter((entry) => entry.source === "mqtt")).toHaveLength(1);
  });

  it("with a broker elsewhere takes no port for its own", async (context) => {
    const elsewhere = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => elsewhere.listen(port, "127.0.0.1", resolve));
    context.onTestFinished(() => void elsewhere.close());
    const broker = ["--mqtt", String(port), "--broker", `mqtt://127.0.0.1:${port}`];
    const simulator = await Simulator.start(options("--data", temporaryFolder(context), ...broker), RELAY);
    context.onTestFinished(() => simulator.stop());
    const connected = new Promise((resolve) => elsewhere.once("connection", resolve));
    await simulator.powerOn();
    ((await connected) as Socket).destroy();
    expect((await fetch(`http://127.0.0.1:${simulator.httpPort}/api/mqtt`)).status).toBe(409);
  });

  it.for(["--http", "--mqtt"])("a port in use is said with the option that changes it: %s", async (option, context) => {
    const server = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    context.onTestFinished(() => void server.close());
    const start = Simulator.start(options("--data", temporaryFolder(context), option, String(port)), RELAY);
    await expect(start).rejects.toThrow(
      `Port ${port} is in use. ${option} takes another one: npm run sim -- ${option} ${port + 1}`,
    );
  });
});
