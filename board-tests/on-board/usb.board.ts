// The stories that a board can tell by its USB port alone, without modem, display or broker.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { onDevice } from "../../scripts/build/on-device.ts";
import { pause } from "../../scripts/device/serial-line.ts";
import { BoardUnderTest } from "./board-under-test.ts";

/** Longer than the gateway's watchdog. */
const PAST_WATCHDOG_MS = 10_000;

/** SMS-DELIVER with its sender and its text (3GPP TS 23.040 9.2.2.1). */
const PDUS = [
  ["07917283010010F5040BC87238880900F10000993092516195800AE8329BFD4697D9EC37", "hellohello"],
  ["0791447758100650040C914497726247010008117041711455000404420430", "та"],
] as const;

let board: BoardUnderTest;
beforeAll(async () => {
  board = await BoardUnderTest.find();
});

describe("npm run flash", () => {
  it("puts the build onto the board and hears its first words", async () => {
    const done = await board.flash();
    expect(done.gateway).toMatchObject({ build: board.build.build });
    console.log(
      `MicroPython ${done.micropython ?? "(not asked)"}, ${done.copied.length} files copied in ${done.ms} ms`,
    );
  });

  it("has nothing to do the second time", async () => {
    const again = await board.flash();
    expect(again).toMatchObject({ upToDate: true, copied: [] });
    console.log(`nothing to do: ${again.ms} ms, 3,000 are allowed`);
  });

  it("finds a file that was changed, and mends it", async () => {
    await board.toPrompt();
    await board.run("with open('hex_guard.mpy', 'wb') as f: f.write(b'damaged')");
    expect(await board.flash("--verify")).toMatchObject({ differs: ["hex_guard.mpy"] });
    expect(await board.flash("--no-restart")).toMatchObject({ copied: ["hex_guard.mpy", "main.py"] });
    expect(await board.flash("--verify")).toMatchObject({ upToDate: true });
  });

  it("finishes a copy that was interrupted in the middle, and leaves the settings alone", async () => {
    await board.toPrompt();
    const digest =
      "import hashlib,binascii\ntry: print(hashlib.sha256(open('settings.json','rb').read()).digest())\nexcept OSError: print('none')";
    const settings = await board.run(digest);
    const args = [
      "--import",
      "tsx",
      "scripts/flash.ts",
      "--port",
      board.port,
      "--board",
      board.board,
      "--clean",
      "--yes",
    ];
    const interrupted = spawn(process.execPath, args, { stdio: "ignore", detached: true });
    const ended = new Promise((resolve) => interrupted.once("exit", resolve));
    await pause(4_000);
    // The group: mpremote is a process of its own.
    process.kill(-(interrupted.pid ?? 0), "SIGKILL");
    await ended;
    const done = await board.flash("--no-restart");
    expect(done.copied.length).toBeGreaterThan(0);
    expect(await board.run(digest)).toBe(settings);
    await board.reset();
    expect(await board.whoAnswers()).toMatchObject({ kind: "gateway", diagnosis: { build: board.build.build } });
  });
});

describe("a running gateway", () => {
  it("is not stopped by Ctrl-C, nor by what else is typed", async () => {
    const before = await board.ask("diagnose", "build");
    await board.withLine(async (line) => {
      line.write(`\x03\x03\x01\x04${"x".repeat(500)}\r`);
      await pause(1_000);
    });
    const after = await board.ask("diagnose", "build");
    expect(after?.build).toBe(before?.build);
    if (before?.uptime_s !== undefined) expect(after?.uptime_s).toBeGreaterThanOrEqual(Number(before.uptime_s));
  });

  it("shows its settings without a secret, and its log", async () => {
    const { settings } = (await board.ask("settings", "settings")) ?? {};
    expect(["boolean"]).toContain(typeof (settings as { wifi_password: unknown }).wifi_password);
    expect(Array.isArray((await board.ask("log", "log"))?.log)).toBe(true);
  });

  it("goes to its prompt for maintenance, where no watchdog runs, and comes back", async () => {
    await board.toPrompt();
    await pause(PAST_WATCHDOG_MS);
    expect((await board.run("print(6 * 7)")).trim()).toBe("42");
    await board.reset();
    expect(await board.whoAnswers()).toMatchObject({ kind: "gateway" });
  });
});

describe("a program that fails", () => {
  it("is restarted by the watchdog when it hangs", async () => {
    await board.toPrompt();
    await board.run("import machine\nmachine.WDT(timeout=2000)");
    await pause(3_000);
    expect(await board.whoAnswers()).toMatchObject({ kind: "gateway" });
  });

  it("says where it crashed, and can be mended", async () => {
    await board.toPrompt();
    const folder = mkdtempSync(join(tmpdir(), "crash-"));
    try {
      const main = board
        .device("main.py")
        .toString("utf8")
        .replace("starting.start(_BUILD, _BUILT)", "starting.start()");
      writeFileSync(join(folder, "main.py"), main);
      await board.run("import os\nos.remove('main.py')");
      const { atPrompt } = await import("../../scripts/device/mpremote.ts");
      await atPrompt(board.mpremote, board.port, [["fs", "cp", "-f", join(folder, "main.py"), ":main.py"]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
    await board.reset();
    expect(await board.whoAnswers()).toMatchObject({ kind: "crash", text: expect.stringContaining("TypeError") });
    expect(await board.flash()).toMatchObject({ gateway: { build: board.build.build } });
  });
});

describe("the compiled program", () => {
  it("decodes messages on the board's own processor", async () => {
    await board.toPrompt();
    const { module, name } = onDevice(board.build.device, "domain/pdu/decode.ts", "decodePdu");
    for (const [pdu, text] of PDUS) {
      const program = `import binascii, sys\nsys.path.insert(0, "gateway")\nfrom ${module} import ${name}\nprint(${name}(binascii.unhexlify('${pdu}')).text)`;
      expect((await board.run(program)).trim()).toBe(text);
    }
  });

  it("leaves the heap that its budget counts on", async () => {
    const { heap_bytes: budget } = JSON.parse(await budgetText()) as { heap_bytes: number };
    const modules = [
      ...board
        .device("main.py")
        .toString("utf8")
        .matchAll(/^ *import (gateway\.\S+)$/gm),
    ];
    const imports = modules.map(([, name]) => `import ${name}`).join("\n");
    await board.reset();
    await board.toPrompt();
    const printed = await board.run(
      `import gc\ngc.collect()\nfree = gc.mem_free()\n${imports}\ngc.collect()\nprint(free - gc.mem_free())`,
    );
    console.log(`imports: ${printed.trim()} bytes of heap, ${budget} are allowed`);
    expect(Number(printed)).toBeLessThanOrEqual(budget);
    await board.reset();
  });
});

async function budgetText(): Promise<string> {
  const { readFile } = await import("node:fs/promises");
  return readFile("firmware-ts/budget.json", "utf8");
}

describe("what a board cannot tell by its USB port alone", () => {
  it.skip.each([
    ["receiving.test.ts", "a modem"],
    ["odd-messages.test.ts", "a modem"],
    ["modem-failures.test.ts", "a modem that fails on demand"],
    ["broker-failures.test.ts", "a modem, and a broker that fails on demand"],
    ["real-brokers.test.ts", "a modem and a broker"],
    ["power-cuts.test.ts", "a modem, and a switch in the supply"],
    ["board-failures.test.ts", "a display and a modem that can be unplugged"],
    ["limits.test.ts", "a modem"],
  ])("scenarios/%s needs %s", () => {});
});
