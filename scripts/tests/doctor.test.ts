// npm run doctor: what each state of things is called, and that nothing that is wrong goes without a remedy.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { BOARDS } from "../../firmware-ts/boards/index.ts";
import { gatewayOn } from "../build/project.ts";
import { boardInDriveMode, driveModeSentence } from "../device/drive-mode.ts";
import { choosePort, parsePorts } from "../device/ports.ts";
import { checkBuild, checkNode } from "../doctor/computer.ts";
import { checkGateway } from "../doctor/gateway.ts";

const [PICO_W, PICO_2_W] = BOARDS;
if (!PICO_W || !PICO_2_W) throw new Error("there are no boards");

const RUNNING = { build: "37823c1f200d", wifi: "up", broker: "up", modem: "ready" };

it.each([
  ["all is well", RUNNING, []],
  ["the password is wrong", { ...RUNNING, wifi: "wrong-key", broker: "waiting" }, ["wifi"]],
  ["the network is away", { ...RUNNING, wifi: "no-network", broker: "waiting" }, ["wifi"]],
  ["the broker is away", { ...RUNNING, broker: "unreachable" }, ["broker"]],
  ["the broker refuses the password", { ...RUNNING, broker: "wrong-user" }, ["broker"]],
  ["another client has the gateway's name", { ...RUNNING, broker: "taken-over" }, ["broker"]],
  ["the broker's certificate is for another name", { ...RUNNING, broker: "wrong-name" }, ["broker"]],
  ["the modem is silent", { ...RUNNING, modem: "silent" }, ["modem"]],
  ["there is no SIM", { ...RUNNING, modem: "no-sim" }, ["sim"]],
  ["the PIN is wrong", { ...RUNNING, modem: "wrong-pin" }, ["sim"]],
  ["the SIM wants its PIN", { ...RUNNING, modem: "pin" }, ["sim"]],
  ["there are no settings", { build: "37823c1f200d", problems: ["There is no /settings.json yet."] }, ["settings"]],
])("when %s, the doctor says what to do about it", (_case, diagnosis, wrong) => {
  const checks = checkGateway(diagnosis);
  expect(checks.filter(({ verdict }) => verdict === "bad").map(({ id }) => id)).toEqual(wrong);
  expect(checks.map(({ id }) => id)).toEqual(["settings", "wifi", "broker", "modem", "sim"]);
  for (const { verdict, remedy } of checks) if (verdict === "bad") expect(remedy).toMatch(/\w+ \w+/);
});

it("says that a board in the setup mode is no gateway, which is no fault", () => {
  const setup = { build: "37823c1f200d", setup: true };
  const [missing, wifi] = checkGateway({ ...setup, problems: ["There is no /settings.json yet."] });
  expect([missing?.verdict, missing?.says, wifi?.says]).toEqual([
    "note",
    expect.stringContaining("setup mode"),
    "Wi-Fi: not looked at in the setup mode",
  ]);
  // Each of the three ways out of it, the simplest first.
  expect(missing?.remedy).toMatch(
    /display names.*192\.168\.4\.1.*\n.*npm run setup asks.*npm run flash -- --settings FILE/,
  );
  expect(checkGateway({ ...setup, problems: [] })[0]).toMatchObject({ verdict: "good", says: "Settings: valid" });
});

it("says why the gateway last restarted by itself, and where", () => {
  const trace = 'Traceback (most recent call last):\n  File "gateway/resident.py", line 7, in turn\nMemoryError: ';
  const crash = { reason: "exception", build: "37823c1f200d", uptime_s: 10_800, trace };
  expect(checkGateway({ ...RUNNING, crash }).at(-1)).toEqual({
    id: "crash",
    verdict: "note",
    says: "The last restart by itself: a fault of the program, 3 h after the start, build 37823c1f200d",
    remedy: trace,
  });
  const stuck = { reason: "stuck", build: "37823c1f200d", uptime_s: 900, task: "mo\x1b[2Jdem" };
  expect(checkGateway({ ...RUNNING, crash: stuck }).at(-1)?.says).toContain("did not go on (modem), 15 min after");
  expect(checkGateway({ ...RUNNING, crash: null })).toHaveLength(5);
});

it.each([
  ["safe_mode", /supply/],
  ["settings_copy", /npm run flash/],
])("says what to do about the warning %s", (warning, remedy) => {
  const check = checkGateway({ ...RUNNING, warnings: [warning, "sim_full"] }).at(-1);
  expect(check).toMatchObject({ id: warning, verdict: "bad", remedy: expect.stringMatching(remedy) });
});

it("names a connection that is not encrypted, which is no fault", () => {
  const broker = (encrypted: boolean) => checkGateway({ ...RUNNING, encrypted }).find(({ id }) => id === "broker");
  expect(broker(false)).toMatchObject({ verdict: "note", says: expect.stringContaining("not encrypted") });
  expect(broker(true)).toMatchObject({ verdict: "good" });
});

it("knows every state that the gateway has a word for", () => {
  const source = (path: string) => readFileSync(join("firmware-ts/domain", path), "utf8");
  const words = (text: string, pattern: RegExp) =>
    [...(pattern.exec(text)?.[1] ?? "").matchAll(/"([\w-]+)"/g)].map(([, word]) => word ?? "");
  const states = {
    wifi: words(source("screens/glance.ts"), /readonly wifi: (.*);/),
    broker: [
      ...words(source("broker-state.ts"), /type BrokerState =([^;]*);/),
      ...words(source("broker-state.ts"), /type NameFailure =([^;]*);/),
      ...words(source("tls-trouble.ts"), /type TlsTrouble =([\s\S]*);/),
    ],
    modem: words(source("modem/modem.ts"), /type ModemHealth = (.*);/),
  };
  for (const [id, known] of Object.entries(states)) {
    expect(known.length, id).toBeGreaterThan(3);
    for (const state of known) {
      const said = checkGateway({ ...RUNNING, [id]: state }).map(({ says }) => says);
      expect(said.join("\n")).not.toContain(`"${state}"`);
    }
  }
});

it.each([
  ["18.20.4", "bad"],
  ["20.18.0", "bad"],
  ["20.19.0", "good"],
  ["22.1.0", "good"],
])("Node %s is %s", (version, verdict) => {
  expect(checkNode(version)).toMatchObject({ verdict });
});

it("sees a board in drive mode, by USB or by its drive", () => {
  const folder = mkdtempSync(join(tmpdir(), "drives-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const places = { usbDevices: join(folder, "usb"), mounts: [join(folder, "media")] };
  expect(boardInDriveMode(BOARDS, places)).toBeUndefined();
  mkdirSync(join(folder, "media", "RPI-RP2"), { recursive: true });
  expect(boardInDriveMode(BOARDS, places)).toBeUndefined();
  writeFileSync(join(folder, "media", "RPI-RP2", "INFO_UF2.TXT"), "UF2 Bootloader v3.0\nModel: Raspberry Pi RP2\n");
  expect(boardInDriveMode(BOARDS, places)).toBe(PICO_W);
  expect(driveModeSentence(PICO_W)).toMatch(
    /MicroPython is not installed[\s\S]*download\/RPI_PICO_W[\s\S]*onto the drive RPI-RP2/,
  );
  mkdirSync(join(folder, "usb", "1-1"), { recursive: true });
  writeFileSync(join(folder, "usb", "1-1", "idVendor"), "2e8a\n");
  writeFileSync(join(folder, "usb", "1-1", "idProduct"), "000f\n");
  rmSync(join(folder, "media"), { recursive: true });
  expect(boardInDriveMode(BOARDS, places)).toBe(PICO_2_W);
});

it("takes a port that was named without ids, as a pseudo-terminal or a hub's, and lets the board decide", () => {
  expect(choosePort([], PICO_W, "/dev/pts/4")).toMatchObject({ path: "/dev/pts/4" });
  const ports = parsePorts(
    "/dev/ttyS0 None 0000:0000 None None\n/dev/ttyACM0 e66 2e8a:0005 MicroPython Board in FS mode\n",
  );
  expect(ports).toHaveLength(2);
  expect(choosePort(ports, PICO_W, undefined)).toMatchObject({ path: "/dev/ttyACM0", serialNumber: "e66" });
});

it("a build that is for another board has the line that builds for this one", () => {
  const dist = mkdtempSync(join(tmpdir(), "doctor-"));
  onTestFinished(() => rmSync(dist, { recursive: true }));
  writeFileSync(join(dist, "build.json"), JSON.stringify({ build: "37823c1f200d", board: PICO_W.name }));
  expect(checkBuild({ ...gatewayOn(PICO_2_W), dist })).toMatchObject({
    verdict: "bad",
    remedy: "npm run build -- --board pico-2-w",
  });
});
