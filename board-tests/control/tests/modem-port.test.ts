// The emulated modem as a serial port: what a program reads that opens it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeWith } from "../../support/require-tool.ts";
import { ModemPort, type ModemPortOptions } from "../modem-port.ts";

const QUICK = { bootMs: 10, simReadyMs: 20, callReadyMs: 30, smsReadyMs: 40, registeredMs: 50 };

describeWith(["python3"], "a modem behind a pseudo-terminal", () => {
  let folder: string;
  let port: ModemPort | undefined;
  let lines: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "modem-"));
    lines = [];
  });

  afterEach(async () => {
    await port?.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (options: ModemPortOptions): Promise<void> => {
    port = await ModemPort.open(join(folder, "modem"), options);
    port.onLine((direction, text) => lines.push(`${direction === "to-modem" ? ">" : "<"} ${text}`));
    const endMs = Date.now() + 2_000;
    while (lines.length < 5 && Date.now() < endMs) await new Promise((done) => setTimeout(done, 20));
  };

  it.each([9_600, 115_200])("has the modem's rate, here %i baud, if no other is given", async (ipr) => {
    await open({ modem: { ipr, timing: QUICK } });
    expect(lines).toEqual(["< RDY", "< +CFUN: 1", "< +CPIN: READY", "< Call Ready", "< SMS Ready"]);
  });

  it("is not understood at another rate", async () => {
    await open({ baud: 9_600, modem: { ipr: 115_200, timing: QUICK } });
    expect(lines).not.toContain("< RDY");
  });

  it("is gone while unplugged", async () => {
    port = await ModemPort.open(join(folder, "modem"), { modem: { timing: QUICK } });
    const path = join(folder, "modem");
    expect(port.device).toMatch(/^\/dev\//);
    await port.unplug();
    expect(port.device).toBeNull();
    expect(() => readFileSync(path)).toThrow("ENOENT");
    await port.plugIn();
    expect(port.device).toMatch(/^\/dev\//);
  });
});
