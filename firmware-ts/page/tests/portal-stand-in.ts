// The portal as the page knows it, for tests of the page alone: the interface of setup mode over HTTP, by the gateway's own schema, with a
// test before save that goes as it is told. The portal itself runs on the board.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readSettings } from "../../domain/settings/read-settings.ts";
import { SETTINGS_VERSION, settingRows } from "../../domain/settings/schema.ts";
import { shownSettings } from "../../domain/settings/shown-settings.ts";
import type { Network, Status, Step } from "../portal-answers.ts";

export const TOKEN = "AbCdEfGhIjKlMnOpQrStUv";
const BODY_MAX = 4096;
const FILE_MAX = 8192;
const STEPS = ["wifi", "time", "dns", "tcp", "tls", "connack", "message"];

export interface Script {
  /** The step that fails, and why. */
  failsAt?: string;
  problem?: string;
  /** Each step takes so long. */
  stepMs: number;
  /** From tcp on nothing is answered until the test is over, as on the board. */
  isAway: boolean;
}

export class PortalStandIn {
  /** /settings.json, as far as there is one. */
  settings: Record<string, unknown> | null = null;
  draft: Record<string, unknown> | null = null;
  files: Record<string, Buffer> = {};
  networks: Network[] = [];
  modem: Status["modem"] = {
    state: "ready",
    signal_dbm: -71,
    operator: "Vodafone",
    registration: "home",
    sim: "ready",
    stored: 3,
    capacity: 20,
  };
  idle_s = 600;
  readonly script: Script = { stepMs: 30, isAway: false };
  /** Each request as method and path, in order. */
  readonly requests: string[] = [];
  /** How many status requests were open at a time, at most. */
  statusAtOnce = 0;
  /** Answered to the next POST of this path. */
  readonly refusals = new Map<string, { status: number; error: string; retryAfter?: string }>();
  saved = false;
  erased: { sim: boolean } | null = null;
  posted: Record<string, unknown> = {};
  private testAt = 0;
  private open = 0;
  private readonly server = createServer((request, response) => void this.answer(request, response));

  /** @param pages whole answers by their paths */
  constructor(private readonly pages: Record<string, Buffer>) {}

  /** Does not have that page. */
  forget(path: string): void {
    delete this.pages[path];
  }

  /** On the loopback interface. @returns its address and port */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    this.requests.push(`${request.method} ${path}`);
    const whole = this.pages[path];
    if (request.method === "GET" && whole) return void request.socket.end(whole);
    if (this.isAway()) return void request.socket.destroy();
    const body = await bodyOf(request);
    const [status, answer, headers = {}] =
      request.method === "POST" ? this.post(path, request, body) : await this.get(path);
    const text = JSON.stringify(answer);
    response.writeHead(status, { "Content-Type": "application/json", Connection: "close", ...headers });
    response.end(text);
  }

  private async get(path: string): Promise<Answer> {
    if (path === "/api/setup") return [200, this.setup()];
    if (path !== "/api/status") return [302, {}, { Location: "http://192.168.4.1/" }];
    this.open += 1;
    this.statusAtOnce = Math.max(this.statusAtOnce, this.open);
    await new Promise((resolve) => setTimeout(resolve, 5));
    this.open -= 1;
    return [200, { modem: this.modem, test: this.test(), idle_s: this.idle_s }];
  }

  private setup(): object {
    const shown = this.draft ?? this.settings;
    const text = shown === null ? null : JSON.stringify({ version: SETTINGS_VERSION, ...shown });
    const read = readSettings(text);
    const { networks, files } = this;
    return {
      token: TOKEN,
      board: "pico-w",
      build: "0123456789ab",
      configured: this.settings !== null,
      display: 64,
      networks,
      ...JSON.parse(shownSettings(read)),
      files: { ca: "ca" in files, client: "client" in files, key: "key" in files },
      problems: read.problems.map(problemOf),
    };
  }

  private test(): Status["test"] {
    if (this.testAt === 0) return null;
    const { failsAt, problem = "", stepMs } = this.script;
    const { broker_tls, broker_host } = { broker_tls: true, ...this.draft } as Record<string, unknown>;
    const names = STEPS.filter(
      (name) => (name !== "tls" || broker_tls) && (name !== "dns" || !/^[\d.]+$/.test(`${broker_host}`)),
    );
    const at = Math.floor((Date.now() - this.testAt) / stepMs);
    const end = failsAt === undefined ? names.length : names.indexOf(failsAt);
    const stateOf = (index: number): Step["state"] => {
      if (index === end && at >= end) return "failed";
      if (index < Math.min(at, end)) return "done";
      return index === at && at < end ? "running" : "waiting";
    };
    const steps = names.map((name, index) => ({ name, state: stateOf(index) }));
    const isOver = at >= end;
    return { steps, problem: isOver ? problem : "", seconds: Math.round((Date.now() - this.testAt) / 1000) };
  }

  private isAway(): boolean {
    const steps = this.script.isAway ? (this.test()?.steps ?? []) : [];
    const running = steps.find(({ state }) => state === "running");
    return running !== undefined && STEPS.indexOf(running.name) >= STEPS.indexOf("tcp");
  }

  private post(path: string, request: IncomingMessage, body: Buffer): Answer {
    const refusal = this.refusals.get(path);
    this.refusals.delete(path);
    if (refusal)
      return [
        refusal.status,
        { error: refusal.error },
        refusal.retryAfter ? { "Retry-After": refusal.retryAfter } : {},
      ];
    if (request.headers["x-setup-token"] !== TOKEN) return [403, { error: "The token is wrong." }];
    const type = path.startsWith("/api/files/") ? "application/octet-stream" : "application/json";
    if (request.headers["content-type"] !== type) return [415, { error: `The body must be ${type}.` }];
    if (body.length > (path.startsWith("/api/files/") ? FILE_MAX : BODY_MAX))
      return [413, { error: "The body is too long." }];
    const file = path.split("/api/files/")[1];
    if (file) {
      if (body.length > 0) this.files[file] = body;
      else delete this.files[file];
      return [200, {}];
    }
    const given = JSON.parse(body.toString());
    if (path === "/api/settings") return this.postSettings(given.settings);
    if (path === "/api/reset") {
      this.erased = given.word === "RESET" ? { sim: given.sim } : null;
      return [200, { restarts: true }];
    }
    if (this.draft === null) return [409, { error: "There is no draft." }];
    if (path === "/api/test") this.testAt = Date.now();
    if (path === "/api/save") {
      this.settings = this.draft;
      this.saved = true;
    }
    return path === "/api/test" ? [202, {}] : [200, { restarts: true }];
  }

  private postSettings(settings: Record<string, unknown>): Answer {
    this.posted = settings;
    const merged: Record<string, unknown> = { ...settings };
    const known = this.draft ?? this.settings;
    for (const { key, secret } of settingRows()) {
      if (!secret) continue;
      if (settings[key] === null) delete merged[key];
      else if (!settings[key] && known?.[key] !== undefined) merged[key] = known[key];
    }
    const read = readSettings(JSON.stringify({ version: SETTINGS_VERSION, ...merged }));
    if (read.usable) this.draft = merged;
    return [200, { usable: read.usable, problems: read.problems.map(problemOf) }];
  }
}

type Answer = [status: number, answer: object, headers?: Record<string, string>];

/** The sentences name the setting. */
function problemOf(sentence: string): { key: string; sentence: string; fatal: boolean } {
  const row = settingRows().find(({ key }) => sentence.startsWith(`${key} `));
  return { key: row?.key ?? "", sentence, fatal: true };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
