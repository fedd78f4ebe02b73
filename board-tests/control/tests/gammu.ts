// Debian's gammu at an emulated modem behind a pseudo-terminal: the program that knows real modems.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sim800Options } from "../../models/sim800/settings.ts";
import type { Sim800 } from "../../models/sim800/sim800.ts";
import { toolPath } from "../../support/require-tool.ts";
import { ModemPort } from "../modem-port.ts";

export interface Said {
  /** What it printed, output and errors together. */
  text: string;
  /** Its exit code. */
  code: number;
}

/** A modem that is soon there and soon done: gammu's own pauses take long enough. */
const QUICK: Sim800Options["timing"] = {
  bootMs: 20,
  simReadyMs: 25,
  callReadyMs: 30,
  smsReadyMs: 35,
  registeredMs: 40,
  replyMs: 1,
  commandMs: { "+CMGR": 1, "+CMGL": 1, "+CMGD": 1, "+CFUN=": 1, "+CPIN=": 1 },
  promptMs: 5,
  sendMs: 50,
  ussdMs: 50,
  heldDeliveryMs: 20,
  heldSpacingMs: 20,
};

const RATE = 115_200;
const LIMIT_MS = 60_000;

export class Gammu {
  /** Lines on the wire, `>` to the modem and `<` from it. */
  readonly trace: string[] = [];

  private constructor(
    private readonly folder: string,
    private readonly port: ModemPort,
  ) {
    port.onLine((direction, text) => this.trace.push(`${direction === "to-modem" ? ">" : "<"} ${text}`));
  }

  static async at(modem: Sim800Options = {}): Promise<Gammu> {
    const folder = mkdtempSync(join(tmpdir(), "gammu-"));
    const device = join(folder, "modem");
    const port = await ModemPort.open(device, {
      modem: { ipr: RATE, ...modem, timing: { ...QUICK, ...modem.timing } },
    });
    writeFileSync(join(folder, "gammurc"), `[gammu]\ndevice = ${device}\nconnection = at115200\n`);
    while (!isUp(port.modem)) await new Promise((done) => setTimeout(done, 20));
    return new Gammu(folder, port);
  }

  get modem(): Sim800 {
    return this.port.modem;
  }

  /** Runs a command of gammu's and waits for its end. */
  run(...args: readonly string[]): Promise<Said> {
    return new Promise((resolve) => {
      const options = { timeout: LIMIT_MS, env: { ...process.env, LC_ALL: "C.UTF-8" } };
      execFile(toolPath("gammu"), ["-c", join(this.folder, "gammurc"), ...args], options, (error, out, errors) =>
        resolve({ text: out + errors, code: typeof error?.code === "number" ? error.code : error ? -1 : 0 }),
      );
    });
  }

  /** Runs several commands in one session, which spares the pauses of its start. */
  batch(...commands: readonly string[]): Promise<Said> {
    const file = join(this.folder, "batch");
    writeFileSync(file, `${commands.join("\n")}\n`);
    return this.run("batch", file);
  }

  async close(): Promise<void> {
    await this.port.close();
    rmSync(this.folder, { recursive: true });
  }
}

/** Ready for messages, or waiting for its PIN. */
function isUp(modem: Sim800): boolean {
  return modem.sim.lock === "pin" || (modem.storageReady && modem.radio.registered);
}
