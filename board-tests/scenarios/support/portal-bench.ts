// A board in setup mode with a phone in its Wi-Fi, in virtual time.
//
//   const bench = await PortalBench.first();
//   const { token } = await bench.setup();
//   await bench.order("/api/settings", { settings: { … } });
import { Buffer } from "node:buffer";
import type { BoardOptions, VirtualBoard } from "../../virtual-board/board.ts";
import type { HttpAnswer, Phone } from "../../virtual-board/phones.ts";
import { GatewayBench } from "./gateway-bench.ts";

/** The look around, the access point, and the code for both. */
const OPEN_MS_MAX = 20_000;
/** For what is about setup mode, and not about its look around, which takes a radio ten seconds and all else waits for. */
export const QUICK_LOOK = { scanMs: 100 };
/** Of a page as it lies on the flash: the real one has no more. */
const PAGE_OCTETS = 10_240;

export interface TestReport {
  steps: { name: string; state: string }[];
  problem: string;
  seconds: number;
}

export interface PortalStatus {
  modem: Record<string, unknown>;
  test: TestReport | null;
  idle_s: number;
}

export class PortalBench {
  private token = "";

  private constructor(
    readonly gateway: GatewayBench,
    readonly phone: Phone,
  ) {}

  get board(): VirtualBoard {
    return this.gateway.board;
  }

  /** A board at its very first start, which nobody has told anything. @param prepare before it has power */
  static async first(
    options: Partial<BoardOptions> = {},
    prepare: (bench: GatewayBench) => Promise<void> = async () => {},
  ): Promise<PortalBench> {
    const bench = await GatewayBench.make({ settings: undefined, ...options });
    const path = "portal/page.http";
    if (!(path in (await bench.board.readFlash())))
      await bench.board.tell({ do: "flash-write", path, contents: standInPage() });
    await prepare(bench);
    await bench.board.powerOn();
    return PortalBench.joined(bench);
  }

  /** A phone joins, once the access point is on. */
  static async joined(bench: GatewayBench): Promise<PortalBench> {
    const { board } = bench;
    await bench.until(async () => (await board.state()).accessPoint.active, OPEN_MS_MAX);
    const { key, ssid } = (await board.state()).accessPoint;
    return new PortalBench(bench, await board.during(board.phones.join(ssid, key)));
  }

  get(path: string, phone = this.phone): Promise<HttpAnswer> {
    return this.board.during(phone.request({ path }));
  }

  /** GET /api/setup, whose token is used from now on. */
  async setup(): Promise<Record<string, never> & { token: string }> {
    const answer = JSON.parse((await this.get("/api/setup")).text);
    this.token = answer.token;
    return answer;
  }

  /** The status; null while nobody listens. */
  async status(): Promise<PortalStatus | null> {
    const answer = await this.get("/api/status");
    return answer.status === 200 ? JSON.parse(answer.text) : null;
  }

  async order(path: string, body: unknown, headers: Record<string, string> = {}): Promise<HttpAnswer> {
    if (this.token === "") await this.setup();
    return this.board.during(
      this.phone.request({
        method: "POST",
        path,
        headers: { "Content-Type": "application/json", "X-Setup-Token": this.token, ...headers },
        body: body instanceof Uint8Array ? body : Buffer.from(JSON.stringify(body)),
      }),
    );
  }

  put(name: string, der: Uint8Array): Promise<HttpAnswer> {
    return this.order(`/api/files/${name}`, der, { "Content-Type": "application/octet-stream" });
  }

  /** Begins a test, and looks each second, as the page does, until it is over. */
  async test(): Promise<TestReport> {
    const begun = await this.order("/api/test", {});
    if (begun.status !== 202) throw new Error(`POST /api/test: ${begun.status} ${begun.text}`);
    for (let n = 0; n < 90; n++) {
      await this.board.advance(1000);
      const test = (await this.status())?.test;
      if (test && isOver(test)) return test;
    }
    throw new Error("The test has no end.");
  }

  /** `wifi done, time skipped, …` */
  static told({ steps, problem }: TestReport): string {
    return [...steps.map(({ name, state }) => `${name} ${state}`), ...(problem === "" ? [] : [problem])].join(", ");
  }
}

function isOver({ steps, problem }: TestReport): boolean {
  return problem !== "" || steps.every(({ state }) => state === "done" || state === "skipped");
}

/** A page that nobody could read, as long as the real one. */
function standInPage(): Uint8Array {
  const body = Buffer.alloc(PAGE_OCTETS - 200, "p");
  const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${body.length}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n`;
  return Uint8Array.from(Buffer.concat([Buffer.from(head), body]));
}
