// npm run monitor and npm run doctor as somebody types them, beside the virtual board behind a pseudo-terminal.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { startEmbeddedBroker } from "../../board-tests/control/embedded-broker.ts";
import { EMBEDDED_HOST, EMBEDDED_PORT } from "../../board-tests/control/sim-settings.ts";
import { pduOf } from "../../board-tests/scenarios/support/messages.ts";
import { describeWith } from "../../board-tests/support/require-tool.ts";
import { BOARDS } from "../../firmware-ts/boards/index.ts";
import { onDevice } from "../build/on-device.ts";
import { type BuildReport, build } from "../build.ts";
import { boardManifest, deviceFiles } from "../device/board-manifest.ts";
import { run } from "../python-tools/run.ts";
import { type UsbBoard, usbBoard } from "./support/usb-board.ts";

const SOON_MS = 30_000;

let report: BuildReport;
beforeAll(async () => {
  report = await build();
});

function gatewayFiles(): Record<string, Buffer> {
  const names = Object.keys(deviceFiles(report));
  const files = names.map((name) => [name, readFileSync(join(report.device, name))]);
  const [board] = BOARDS;
  return Object.fromEntries([...files, ["manifest.json", Buffer.from(boardManifest(report, board as never))]]);
}

/** A board whose gateway has a broker of its own. */
async function connectedBoard(): Promise<{ board: UsbBoard; brokerUrl: string }> {
  const broker = await startEmbeddedBroker(0, () => 0);
  onTestFinished(() => broker.stop());
  const redirect = { [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: `127.0.0.1:${broker.port}` };
  const board = await usbBoard({ firmware: gatewayFiles(), network: { kind: "host", redirect } });
  return { board, brokerUrl: `mqtt://127.0.0.1:${broker.port}` };
}

class Typed {
  text = "";
  readonly child: ChildProcess;

  constructor(script: string, ...args: string[]) {
    const env = { ...process.env, NO_COLOR: "1" };
    this.child = spawn(process.execPath, ["--import", "tsx", `scripts/${script}.ts`, ...args], { env });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (bytes: Buffer) => {
        this.text += bytes.toString();
      });
    }
    onTestFinished(() => void this.child.kill("SIGKILL"));
  }

  async shows(wanted: RegExp): Promise<void> {
    for (const end = performance.now() + SOON_MS; !wanted.test(this.text); ) {
      if (performance.now() > end) throw new Error(`${wanted} was not shown:\n${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Ctrl-C. @returns the exit code */
  interrupt(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGINT");
    return ended;
  }
}

describeWith(["python3"], "npm run monitor", () => {
  it("shows what happens, over a restart, with the topics beside it, until Ctrl-C", async () => {
    const { board, brokerUrl } = await connectedBoard();
    const monitor = new Typed("monitor", "--port", board.path, "--broker", brokerUrl);
    await monitor.shows(/0:0\d {2}broker: up/);
    await monitor.shows(/gateway\/status online/);
    await board.board.hardware({ do: "modem-deliver", pdu: pduOf({ from: "Bank", text: "Your code is 791985" }) });
    await monitor.shows(/gateway\/sms \{.*"text":"Your code is 791985"/);
    await monitor.shows(/messages: 1/);
    await board.board.powerOff();
    await monitor.shows(/The board restarts, or its cable was pulled/);
    await board.board.powerOn();
    await monitor.shows(/pulled …[\s\S]*gateway build [0-9a-f]{12}[\s\S]*broker: up/);
    expect(await monitor.interrupt()).toBe(0);
    // The board itself has never said it.
    expect(board.board.stdout.join("\n")).not.toMatch(/791985|Bank/);
  });

  it("shows a crash in lines of the TypeScript", async () => {
    const main = readFileSync(join(report.device, "main.py"), "utf8");
    const { module, name } = onDevice(report.device, "domain/at/parse.ts", "decimal");
    const wrong = main.replace("mode.turn()", `${module}.${name}(None)`);
    const board = await usbBoard({ firmware: { ...gatewayFiles(), "main.py": wrong } });
    const monitor = new Typed("monitor", "--port", board.path);
    await monitor.shows(
      /Traceback \(most recent call last\):[\s\S]*domain\/at\/parse\.ts:\d+:\d+ in decimal[\s\S]*TypeError/,
    );
    await monitor.interrupt();
  });
});

describeWith(["python3"], "npm run doctor", () => {
  const doctor = (board: UsbBoard, ...args: string[]) =>
    run([process.execPath, "--import", "tsx", "scripts/doctor.ts", "--port", board.path, ...args], {
      ...process.env,
      NO_COLOR: "1",
    });

  it("finds nothing wrong with a gateway that works, and leaves it running", async () => {
    const { board } = await connectedBoard();
    const { status, stdout } = await doctor(board);
    expect(stdout).toMatch(/✓ Files: all as they were built[\s\S]*✓ SIM: ready[\s\S]*Nothing is wrong/);
    expect(status).toBe(0);
    await board.board.runUntil(async () => (await board.board.state()).watchdog !== null, SOON_MS, 100);
  });

  it("finds a broker that does not answer, without a restart when told so", async () => {
    const board = await usbBoard({ firmware: gatewayFiles() });
    const { status, stdout } = await doctor(board, "--no-restart", "--json");
    const { ok, checks } = JSON.parse(stdout) as {
      ok: boolean;
      checks: { id: string; verdict: string; remedy?: string }[];
    };
    expect(ok).toBe(false);
    expect(checks.filter(({ verdict }) => verdict === "bad").map(({ id }) => id)).toEqual(["broker"]);
    expect(status).toBe(1);
    expect(board.board.log.filter(({ type }) => type === "end")).toEqual([]);
  });

  it("finds missing settings, a missing program and damaged files", async () => {
    const unset = await usbBoard({
      firmware: { ...gatewayFiles(), "hex_guard.mpy": "damaged" },
      settings: { version: 1 },
    });
    const first = await doctor(unset);
    expect(first.stdout).toMatch(/✗ Files: 1 are not as they were built[\s\S]*✗ Settings|✗ The gateway crashes/);
    expect(first.status).toBe(1);
    const empty = await usbBoard();
    const second = await doctor(empty);
    expect(second.stdout).toMatch(
      /✗ No program runs[\s\S]*npm run flash[\s\S]*- Settings: not known, as no gateway runs/,
    );
  });
});
