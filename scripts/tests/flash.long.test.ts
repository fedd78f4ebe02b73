// npm run flash against the virtual board behind a pseudo-terminal: the real mpremote, the real MicroPython, the gateway
// with its watchdog running and Ctrl-C off.
import { X509Certificate } from "node:crypto";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
import { Authority } from "../../board-tests/support/certificates.ts";
import { describeWith } from "../../board-tests/support/require-tool.ts";
import { BOARDS } from "../../firmware-ts/boards/index.ts";
import { type BuildReport, build } from "../build.ts";
import { boardManifest, deviceFiles } from "../device/board-manifest.ts";
import { atPrompt, findMpremote } from "../device/mpremote.ts";
import { Words } from "../device/words.ts";
import { type Built, flash } from "../flash/flash.ts";
import { type FlashOptions, parseFlashOptions } from "../flash/options.ts";
import { pinnedMpremote } from "../python-tools/index.ts";
import { run } from "../python-tools/run.ts";
import { sha256 } from "../python-tools/sha256.ts";
import { type UsbBoard, usbBoard } from "./support/usb-board.ts";

const PICO_W = BOARDS[0];
if (!PICO_W) throw new Error("there is no board");

let report: BuildReport;
let folder: string;
/** What somebody types at a board. */
let said: string[];

beforeAll(async () => {
  report = await build();
  folder = mkdtempSync(join(tmpdir(), "flash-"));
  vi.spyOn(console, "log").mockImplementation((line) => void said.push(String(line)));
  vi.spyOn(console, "error").mockImplementation((line) => void said.push(String(line)));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The build's files as they are on a board that has them. */
function onBoard(built = thisBuild()): Record<string, Buffer> {
  const names = Object.keys(deviceFiles(built.manifest));
  const files = names.map((name) => [name, readFileSync(join(built.dist, "device", name))]);
  return Object.fromEntries([...files, ["manifest.json", Buffer.from(boardManifest(built.manifest, PICO_W as never))]]);
}

function thisBuild(): Built {
  return { dist: join(report.device, ".."), manifest: report };
}

/** The build with other contents of some files, under another id. */
function otherBuild(id: string, changes: Record<string, string>): Built {
  const dist = join(folder, id);
  cpSync(report.device, join(dist, "device"), { recursive: true });
  cpSync(report.maps, join(dist, "maps"), { recursive: true });
  const files: Record<string, string> = { ...report.files };
  const main = readFileSync(join(dist, "device", "main.py"), "utf8").replaceAll(report.build, id);
  for (const [path, contents] of Object.entries({ "main.py": main, ...changes })) {
    mkdirSync(dirname(join(dist, "device", path)), { recursive: true });
    writeFileSync(join(dist, "device", path), contents);
    files[`device/${path}`] = sha256(contents);
  }
  return { dist, manifest: { ...report, build: id, files } };
}

function options(board: UsbBoard, ...args: string[]): FlashOptions {
  return parseFlashOptions(["--port", board.path, ...args]) as FlashOptions;
}

async function flashed(board: UsbBoard, args: readonly string[] = [], built = thisBuild()) {
  said = [];
  return flash(options(board, ...args), built, new Words(false));
}

/** The sentence of a flash that fails, and its exit code. */
async function failure(board: UsbBoard, args: readonly string[] = [], built = thisBuild()) {
  const error = await flashed(board, args, built).then(
    () => null,
    (reason: Error & { exitCode: number }) => reason,
  );
  if (error === null) throw new Error(`it went well:\n${said.join("\n")}`);
  return { message: error.message, exitCode: error.exitCode };
}

describeWith(["python3"], "npm run flash", () => {
  it("puts the gateway onto a new board, starts it, and shows its first words", async () => {
    const board = await usbBoard();
    const done = await flashed(board);
    expect(done).toMatchObject({ before: null, micropython: "1.28.0", upToDate: false, kept: [] });
    expect(done.copied.length).toBe(Object.keys(deviceFiles(report)).length);
    expect(done.gateway).toMatchObject({ build: report.build });
    expect(said.join("\n")).toContain(`gateway build ${report.build}`);
    const files = await board.files();
    for (const [name, contents] of Object.entries(onBoard()))
      expect(files[name], name).toBe(contents.toString("latin1"));
    expect((await board.board.state()).watchdog).not.toBeNull();
  });

  it("does nothing the second time, without a restart of the gateway", async () => {
    const board = await usbBoard({ firmware: onBoard() });
    await flashed(board);
    const boots = board.board.log.filter(({ type }) => type === "boot").length;
    const again = await flashed(board);
    expect(again).toMatchObject({ upToDate: true, copied: [] });
    expect(board.board.log.filter(({ type }) => type === "boot").length).toBe(boots);
  });

  it("puts the user's certificates onto a board as DER, or says which one the settings miss", async () => {
    const authority = new Authority();
    const { certFile, keyFile } = authority.issue("gateway-1");
    const board = await usbBoard({ firmware: onBoard() });
    const file = join(folder, "tls-settings.json");
    const settings = { version: 2, wifi_ssid: "home", broker_host: "b", broker_ca: "own", broker_cert: true };
    writeFileSync(file, JSON.stringify(settings));
    expect((await failure(board, ["--settings", file])).message).toContain("--ca FILE");
    const certificates = ["--ca", authority.certFile, "--client-cert", certFile, "--client-key", keyFile];
    await flashed(board, ["--settings", file, ...certificates]);
    const files = await board.files();
    expect(files["ca.der"]).toBe(new X509Certificate(authority.cert).raw.toString("latin1"));
    expect(files["client.key.der"]?.length).toBe(121);
    expect(Object.keys(files).filter((path) => path.endsWith(".new"))).toEqual([]);
    expect(said.join("\n")).toContain("wrote settings.json, ca.der, client.der, client.key.der");
    expect(said.join("\n")).not.toContain("PRIVATE");
    await flashed(board, ["--clean", "--yes"]);
    expect(Object.keys(await board.files())).toEqual(
      expect.arrayContaining(["ca.der", "client.der", "client.key.der"]),
    );
  });

  it("copies what changed, removes what is gone, and leaves settings and other people's files alone", async () => {
    const before = otherBuild("000000000001", { "gateway/app/old.mpy": "old", "hex_guard.mpy": "another one" });
    const settings = { version: 1, wifi_ssid: "mine", wifi_password: "never to be seen", broker_host: "b" };
    const firmware = { ...onBoard(before), "notes.txt": "mine", "data/log.csv": "1,2" };
    const board = await usbBoard({ firmware, settings });
    const done = await flashed(board);
    expect(done.copied).toEqual(["hex_guard.mpy", "main.py"]);
    expect(done.removed).toEqual(["gateway/app/old.mpy"]);
    expect([...done.kept].sort()).toEqual(["data/log.csv", "notes.txt"]);
    const files = await board.files();
    expect(files["gateway/app/old.mpy"]).toBeUndefined();
    expect(files["notes.txt"]).toBe("mine");
    expect(JSON.parse(files["settings.json"] ?? "")).toEqual(settings);
    expect(said.join("\n")).not.toContain("never to be seen");
  });

  it("finishes a copy that was interrupted by a pulled cable", async () => {
    const board = await usbBoard();
    const outbox = report.modules.find(({ name }) => name === "gateway.outbox")?.path;
    const isCopying = board.board.runUntilEvent(
      (event) => event.type === "flash" && event.operation === "write" && event.path === outbox,
      60_000,
      0,
    );
    const interrupted = failure(board);
    await isCopying;
    await board.board.powerOff();
    expect(await interrupted).toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(/connection to the board was lost/),
    });
    await board.board.powerOn();
    expect((await board.files())["main.py"]).toBeUndefined();
    const done = await flashed(board);
    expect(said.join("\n")).toContain("A copy was interrupted before");
    expect(done.copied.length).toBeLessThan(Object.keys(deviceFiles(report)).length);
    expect(done.gateway).toMatchObject({ build: report.build });
  });

  it("closes a file that a copy left open when it was stopped, before it compares", async () => {
    const board = await usbBoard({ firmware: onBoard() });
    await flashed(board, ["--no-restart"]);
    const mpremote = await findMpremote();
    // What mpremote leaves behind when it is killed in the middle of a file.
    const half = "f=open('hex_guard.mpy','wb')\nw=f.write\nw(b'half of it')";
    await atPrompt(mpremote, board.path, [["exec", half]]);
    const done = await flashed(board);
    expect(done.copied).toEqual(["hex_guard.mpy", "main.py"]);
    expect((await board.files())["hex_guard.mpy"]).toBe(onBoard()["hex_guard.mpy"]?.toString("latin1"));
    expect(done.gateway).toMatchObject({ build: report.build });
  });

  it("compares with --verify and plans with --dry-run, and writes nothing", async () => {
    const firmware = { ...onBoard(), "hex_guard.mpy": "damaged", "gateway/left.mpy": "left" };
    const board = await usbBoard({ firmware });
    const before = await board.files();
    expect(await flashed(board, ["--verify"])).toMatchObject({ differs: ["hex_guard.mpy", "gateway/left.mpy"] });
    expect(said.join("\n")).toMatch(/differs or is missing: hex_guard.mpy/);
    await flashed(board, ["--dry-run"]);
    expect(said.join("\n")).toMatch(/would be copied: hex_guard.mpy[\s\S]*would be removed: gateway\/left.mpy/);
    expect(await board.files()).toEqual(before);
  });

  it("compares alike, and then leaves a gateway behind that runs", async () => {
    const board = await usbBoard({ firmware: onBoard() });
    expect(await flashed(board, ["--verify"])).toMatchObject({ differs: [], upToDate: true });
    await board.board.runUntil(async () => (await board.board.state()).watchdog !== null, 20_000, 100);
  });

  it("writes settings that are right, and refuses wrong ones before anything happens", async () => {
    const board = await usbBoard({ firmware: onBoard() });
    const file = join(folder, "settings.json");
    writeFileSync(file, JSON.stringify({ version: 1, wifi_ssid: "x", wifi_password: "short", broker_host: "b" }));
    const wrong = await failure(board, ["--settings", file]);
    expect(wrong).toMatchObject({ exitCode: 1, message: expect.stringMatching(/wifi_password must have 8 to 63/) });
    expect(board.board.log.filter(({ type }) => type === "end")).toEqual([]);
    const settings = { version: 1, wifi_ssid: "x", wifi_password: "long enough", broker_host: "b" };
    writeFileSync(file, JSON.stringify(settings));
    await flashed(board, ["--settings", file]);
    expect(JSON.parse((await board.files())["settings.json"] ?? "")).toEqual(settings);
    expect(said.join("\n")).not.toContain("long enough");
    expect(await failure(board, ["--settings", join(folder, "none.json")])).toMatchObject({ exitCode: 2 });
  });

  it("leaves the board at its prompt with --no-restart", async () => {
    const board = await usbBoard({ firmware: onBoard() });
    await flashed(board, ["--no-restart"]);
    expect(await board.board.state()).toMatchObject({ watchdog: null });
  });

  it("renames somebody else's main.py and boot.py only after asking", async () => {
    const board = await usbBoard({
      firmware: { "main.py": "print('mine')\n", "boot.py": "import network\n", "lib/a.py": "1" },
    });
    const refused = await failure(board);
    expect(refused).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/main.py and boot.py is not the gateway's: nothing was written/),
    });
    const done = await flashed(board, ["--yes"]);
    expect(done.renamed).toEqual(["main.py", "boot.py"]);
    const files = await board.files();
    expect(files["main.py.bak"]).toBe("print('mine')\n");
    expect(files["boot.py.bak"]).toBe("import network\n");
    expect(files["boot.py"]).toBeUndefined();
    expect(done.kept).toEqual(["lib/a.py"]);
    const cleaned = await flashed(board, ["--clean", "--yes"]);
    expect(cleaned.removed).toContain("lib/a.py");
    expect(Object.keys(await board.files()).sort()).toEqual([...Object.keys(onBoard()), "settings.json"].sort());
  });

  it("stops somebody else's program by Ctrl-C, and says so when that does not work", async () => {
    const endless = "import time\nwhile True:\n    time.sleep_ms(50)\n";
    const board = await usbBoard({ firmware: { "main.py": endless } });
    expect(await failure(board)).toMatchObject({ message: expect.stringMatching(/main.py is not the gateway's/) });
    const deaf = `import micropython\nmicropython.kbd_intr(-1)\n${endless}`;
    const stubborn = await usbBoard({ firmware: { "main.py": deaf } });
    expect(await failure(stubborn)).toMatchObject({ exitCode: 1, message: expect.stringMatching(/hold BOOTSEL/) });
  });

  it("writes nothing to another board, nor to an old MicroPython, and warns of one that is not new", async () => {
    const pico2 = await usbBoard({ micropython: { machine: "Raspberry Pi Pico 2 W with RP2350" } });
    expect(await failure(pico2)).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/Pico 2 W with RP2350".*nothing was written/),
    });
    const old = await usbBoard({ micropython: { release: "1.23.0" } });
    expect(await failure(old)).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/1\.23\.0, which is too old/),
    });
    expect(Object.keys(await pico2.files())).toEqual(["settings.json"]);
    expect(Object.keys(await old.files())).toEqual(["settings.json"]);
    const older = await usbBoard({ firmware: onBoard(), micropython: { release: "1.26.1" } });
    await flashed(older, ["--verify"]);
    expect(said.join("\n")).toMatch(/MicroPython 1.26.1 is older than advised: .*Wi-Fi goes away/);
  });

  it("says that the flash is full before it writes, and names what is large", async () => {
    const board = await usbBoard({ firmware: { "music.wav": "x".repeat(800_000) } });
    const full = await failure(board);
    expect(full).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/nothing was written[\s\S]*music.wav \(782 KB\)/),
    });
    expect(Object.keys(await board.files()).sort()).toEqual(["music.wav", "settings.json"]);
  });

  it("says that the flash cannot be written", async () => {
    const board = await usbBoard({ flash: { readOnly: true } });
    expect(await failure(board)).toMatchObject({ exitCode: 1, message: expect.stringMatching(/mounted it read-only/) });
  });

  it("says who holds the port", async () => {
    const board = await usbBoard({ firmware: onBoard() });
    const [program = "", ...args] = await pinnedMpremote();
    const { spawn } = await import("node:child_process");
    const other = spawn(program, [...args, "connect", board.path, "sleep", "20"], { stdio: "ignore" });
    onTestFinished(() => void other.kill());
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const held = await failure(board);
    expect(held).toMatchObject({ exitCode: 2, message: expect.stringMatching(/is in use by \S+ \(process \d+\)/) });
  });

  it("shows a crash at the start in lines of the TypeScript", async () => {
    const main = readFileSync(join(report.device, "main.py"), "utf8").replaceAll(report.build, "00000000000c");
    const wrong = main.replace("starting.start(_BUILD, _BUILT)", "starting.start()");
    const built = otherBuild("00000000000c", { "main.py": wrong });
    const board = await usbBoard({ firmware: onBoard() });
    const crash = await failure(board, [], built);
    expect(crash).toMatchObject({
      exitCode: 1,
      message: expect.stringMatching(/crashes at its start:\nTraceback[\s\S]*TypeError/),
    });
    // And the board can be mended.
    expect(await flashed(board)).toMatchObject({ gateway: { build: report.build } });
  });
});

describeWith(["python3"], "the command line of npm run flash", () => {
  const CLI = ["node", "--import", "tsx", "scripts/flash.ts"];

  /** A folder of programs that stands before all others in PATH. */
  function programs(scripts: Record<string, string>): string {
    const bin = mkdtempSync(join(folder, "bin-"));
    for (const [name, text] of Object.entries(scripts)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${text}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    return bin;
  }

  const listing = (lines: readonly string[]) =>
    `case "$1" in version) echo "mpremote 1.29.0";; *) printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")};; esac`;

  it.each([
    ["no board", [], /^No Raspberry Pi Pico W is connected/],
    [
      "two boards",
      ["/dev/ttyACM0 e661 2e8a:0005 MicroPython Board in FS mode", "/dev/ttyACM1 e662 2e8a:0005 MicroPython Board"],
      /2 boards are connected[\s\S]*--port \/dev\/ttyACM0[\s\S]*--port \/dev\/ttyACM1/,
    ],
    [
      "a debug probe alone",
      ["/dev/ttyACM0 e661 2e8a:000c Raspberry Pi Debug Probe"],
      /^No Raspberry Pi Pico W[\s\S]*2e8a:000c/,
    ],
    [
      "an ESP32 on the port",
      ["/dev/ttyACM0 a0:b1 303a:1001 Espressif USB JTAG"],
      /At \/dev\/ttyACM0 is a Seeed[\s\S]*nothing was written/,
    ],
  ])("with %s", async (_case, lines, expected) => {
    const bin = programs({ mpremote: listing(lines) });
    const { status, stderr } = await run(CLI, { ...process.env, PATH: `${bin}:${process.env.PATH}` });
    expect(stderr).toMatch(expected);
    expect([1, 2]).toContain(status);
  });

  it("with an old mpremote and nothing newer", async () => {
    const bin = programs({ mpremote: 'echo "mpremote 1.20.0"', pipx: "exit 1" });
    const { status, stderr } = await run(CLI, { ...process.env, PATH: `${bin}:${process.env.PATH}` });
    expect(stderr).toMatch(/mpremote 1.20.0 is too old[\s\S]*pipx upgrade mpremote/);
    expect(status).toBe(2);
  });

  it("without Python", async () => {
    const env = { ...process.env, PATH: programs({}), SMS_GATEWAY_CACHE: join(folder, "empty-cache") };
    const { status, stderr } = await run([process.execPath, ...CLI.slice(1)], env);
    expect(stderr).toMatch(/mpremote is missing[\s\S]*Python 3.8 or newer is missing[\s\S]*pipx install mpremote/);
    expect(status).toBe(2);
  });

  it.each([
    ["an option that there is not", ["--fast"], /Unknown option '--fast'.*\n.*--help lists the options/],
    ["a board that there is not", ["--board", "uno"], /there is no such board. There are pico-w/],
    [
      "a build that is for another board",
      ["--board", "pico-2-w"],
      /^The build in .* is for the pico-w: nothing was written.\n {2}npm run build -- --board pico-2-w$/m,
    ],
  ])("with %s", async (_case, args, expected) => {
    const { status, stderr } = await run([...CLI, ...args]);
    expect(stderr).toMatch(expected);
    expect(status).toBe(2);
  });
});
