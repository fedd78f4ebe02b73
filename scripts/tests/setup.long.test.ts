// npm run setup beside the virtual board behind a pseudo-terminal: the real mpremote, the real MicroPython, and somebody at a real
// terminal who types the answers.
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync } from "mqtt";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { startEmbeddedBroker } from "../../board-tests/control/embedded-broker.ts";
import { startMosquitto } from "../../board-tests/control/mosquitto.ts";
import { EMBEDDED_HOST, EMBEDDED_PORT } from "../../board-tests/control/sim-settings.ts";
import { Authority } from "../../board-tests/support/certificates.ts";
import { describeWith } from "../../board-tests/support/require-tool.ts";
import type { BoardOptions } from "../../board-tests/virtual-board/board-options.ts";
import { BOARDS } from "../../firmware-ts/boards/index.ts";
import { readSettings } from "../../firmware-ts/domain/settings/read-settings.ts";
import { type BuildReport, build } from "../build.ts";
import { boardManifest, deviceFiles } from "../device/board-manifest.ts";
import { atPrompt as atBoardsPrompt, findMpremote } from "../device/mpremote.ts";
import { pinnedMpremote } from "../python-tools/index.ts";
import { run } from "../python-tools/run.ts";
import { runOnBoard } from "../setup/board-program.ts";
import { BoardSession } from "../setup/board-session.ts";
import { Draft, PLAIN_KEYS } from "../setup/draft.ts";
import { Typist } from "./support/typist.ts";
import { type UsbBoard, usbBoard } from "./support/usb-board.ts";

const PICO_W = BOARDS[0];
if (!PICO_W) throw new Error("there is no board");

const WIFI = {
  accessPoints: [
    { ssid: "home", key: "correct horse", rssi: -48 },
    { ssid: "caf\u00e9", key: null, rssi: -71 },
    { ssid: "evil\u001b]0;mine\u0007", key: null, rssi: -80 },
  ],
  scanMs: 100,
  joinMs: 200,
  dhcpMs: 100,
};

const SETTINGS = {
  version: 2,
  wifi_ssid: "home",
  wifi_password: "correct horse",
  broker_host: EMBEDDED_HOST,
  broker_tls: false,
  number: "+447700900001",
};

let report: BuildReport;
beforeAll(async () => {
  report = await build();
}, 120_000);

function gatewayFiles(): Record<string, string | Buffer> {
  const names = Object.keys(deviceFiles(report));
  const files = names.map((name) => [name, readFileSync(join(report.device, name))]);
  return Object.fromEntries([...files, ["manifest.json", Buffer.from(boardManifest(report, PICO_W as never))]]);
}

/** A gateway with a broker, in a home with three networks. */
async function gateway(options: Partial<BoardOptions> = {}): Promise<UsbBoard> {
  const broker = await startEmbeddedBroker(0, () => 0);
  onTestFinished(() => broker.stop());
  const redirect = { [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: `127.0.0.1:${broker.port}` };
  const network = { kind: "host", redirect } as const;
  return usbBoard({ firmware: gatewayFiles(), settings: SETTINGS, wifi: WIFI, network, ...options });
}

/** A board with nothing of the gateway's but the first line of its program: it stands at its prompt. */
function atPrompt(options: Partial<BoardOptions> = {}): Promise<UsbBoard> {
  const main = "# The first file that runs on the board: loads the gateway and starts it\n";
  return usbBoard({ firmware: { "main.py": main }, settings: SETTINGS, ...options });
}

async function sessionOf(board: UsbBoard): Promise<BoardSession> {
  return new BoardSession(await findMpremote(), board.path, PICO_W as never);
}

/** The command without anybody at a terminal. */
async function typed(board: UsbBoard, args: readonly string[], input = "", env: NodeJS.ProcessEnv = {}) {
  const folder = mkdtempSync(join(tmpdir(), "setup-input-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "input"), input);
  const command = 'exec node --import tsx scripts/setup.ts "$@" < "$INPUT"';
  const { status, stdout, stderr } = await run(["sh", "-c", command, "sh", "--port", board.path, ...args], {
    ...process.env,
    NO_COLOR: "1",
    INPUT: join(folder, "input"),
    ...env,
  });
  return { status, text: stdout + stderr };
}

const settingsOn = async (board: UsbBoard) =>
  JSON.parse(Buffer.from((await board.files())["settings.json"] ?? "null", "latin1").toString());

/** A gateway from before there was one knows no key of it, and has no factory reset. */
const hasSetupMode = () => report.modules.some(({ source }) => source === "app/setup-mode.late.ts");

const endsOf = ({ board }: UsbBoard) => board.log.filter(({ type }) => type === "end").length;

async function runsAsGateway({ board }: UsbBoard): Promise<void> {
  await board.runUntil(async () => (await board.state()).watchdog !== null, 20_000, 100);
}

/** To the question, by Enter alone. */
async function enterUntil(typist: Typist, last: RegExp): Promise<void> {
  for (;;) {
    await typist.sees(/(: |\[Y\/n\] )$/);
    if (last.test(typist.text)) return;
    typist.types("\r");
  }
}

describeWith(["python3"], "npm run setup, asking", () => {
  it("leads a newcomer from a board without settings to a gateway that publishes", async () => {
    const board = await gateway({ settings: undefined });
    const typist = await Typist.at("setup", ["--port", board.path]);
    await typist.sees(/1 {2}home +▂▄▆█ +-48 dBm {2}password[\s\S]*2 {2}café +-71 dBm {2}open|2 {2}café/);
    await typist.answers(/Network, by its number: $/, "7");
    await typist.answers(/Type a number from 1 to 4\.[\s\S]*: $/, "1");
    await typist.answers(/Password of the network.*: $/, "short");
    await typist.answers(/wifi_password must have 8 to 63 characters[\s\S]*: $/, "correct horse");
    // An arrow up does not bring the password back.
    await typist.answers(/Country.*\[GB\]: $/, "\u001b[A\u0015");
    await typist.answers(/Broker, by its number: $/, "1");
    await typist.answers(/Name or address of the broker: $/, EMBEDDED_HOST);
    await typist.answers(/Port \[1883\]: $/, "");
    await typist.answers(/not encrypted[\s\S]*User name at the broker: $/, "gateway");
    await typist.answers(/Password at the broker.*: $/, "another secret");
    await typist.answers(/Topic.*\[gateway\]: $/, "site/gw1");
    await enterUntil(typist, /Write them to the board\? \[Y\/n\] $/);
    expect(typist.text).toMatch(/\* wifi_password +new\n[\s\S]*\* topic +site\/gw1\n/);
    typist.types("\r");
    await typist.sees(/Written and read back: wifi_ssid, wifi_password/);
    await typist.sees(/✓ Wi-Fi: connected[\s\S]*The gateway is set up: it is connected/);
    expect(await typist.exit()).toBe(0);
    expect(typist.text).not.toMatch(/correct horse|another secret/);
    expect(typist.octets).not.toContain("\u001b]0;mine");
    expect(await settingsOn(board)).toEqual({
      version: 2,
      wifi_ssid: "home",
      wifi_password: "correct horse",
      broker_host: EMBEDDED_HOST,
      broker_tls: false,
      broker_user: "gateway",
      broker_password: "another secret",
      topic: "site/gw1",
    });
    expect(board.board.stdout.join("\n")).not.toMatch(/correct horse|another secret/);
    expect(Object.keys(await board.files()).filter((path) => path.endsWith(".new"))).toEqual([]);
  });

  it("changes nothing when every answer is Enter, and restarts the gateway once", async () => {
    const board = await gateway();
    const before = (await board.files())["settings.json"];
    const typist = await Typist.at("setup", ["--port", board.path]);
    await typist.sees(/Network.*\[home\]: $/);
    // While somebody thinks, it is a gateway.
    await runsAsGateway(board);
    typist.types("\r");
    for (const question of [/Password of.*\[set\]: $/, /Country.*: $/, /Broker.*\[as now: 10\.0\.0\.1, not encr.*: $/])
      await typist.answers(question, "");
    await enterUntil(typist, /yes or no\? \[no\]: $/);
    typist.types("\r");
    await typist.sees(/Nothing is new/);
    expect(await typist.exit()).toBe(0);
    expect((await board.files())["settings.json"]).toBe(before);
    // Into maintenance, and out of it.
    expect(endsOf(board)).toBe(2);
  });

  it.each([
    ["at a visible question", "2", /Country.*: $/],
    ["while a password is typed", "1", /Password of the network.*: $/],
  ])(
    "ended by Ctrl-C %s writes nothing, and leaves terminal and gateway as they were",
    async (_where, network, question) => {
      const board = await gateway();
      const before = (await board.files())["settings.json"];
      const typist = await Typist.at("setup", ["--port", board.path]);
      await typist.answers(/Network.*: $/, network);
      await typist.sees(question);
      typist.types("half of it\x03");
      expect(await typist.exit()).toBe(130);
      expect(typist.text).toMatch(/Nothing was written; the gateway runs as before\.\n$/);
      expect(typist.echoes()).toBe(true);
      expect((await board.files())["settings.json"]).toBe(before);
      await runsAsGateway(board);
    },
  );

  it("ended by Ctrl-C while the board is looked at ends that step first, and leaves a gateway", async () => {
    const board = await gateway({ wifi: { ...WIFI, scanMs: 3_000 } });
    const typist = await Typist.at("setup", ["--port", board.path]);
    await typist.sees(/looks for networks/);
    typist.child.kill("SIGINT");
    expect(await typist.exit()).toBe(130);
    expect(typist.text).toMatch(/this step ends first[\s\S]*Nothing was written/);
    await runsAsGateway(board);
  });

  it("ended by Ctrl-C while it writes has written all of it, says so, and leaves a gateway", async () => {
    const board = await gateway();
    const typist = await Typist.at("setup", ["--port", board.path]);
    await typist.answers(/Network.*: $/, "2");
    await enterUntil(typist, /Write them to the board\? \[Y\/n\] $/);
    typist.types("\r");
    await typist.sees(/Writing …/);
    typist.child.kill("SIGINT");
    expect(await typist.exit()).toBe(130);
    expect(typist.text).toMatch(/this step ends first[\s\S]*The settings are on the board\.\n$/);
    const { wifi_password: _password, ...others } = SETTINGS;
    expect(await settingsOn(board)).toEqual({ ...others, wifi_ssid: "café" });
    await runsAsGateway(board);
  });

  it("shows what contradicts itself before it writes, and asks again or writes nothing", async () => {
    const board = await gateway({ settings: { ...SETTINGS, topic: "site/gw1" } });
    const typist = await Typist.at("setup", ["--port", board.path]);
    await typist.answers(/Network.*: $/, "");
    for (const question of [/Password of the network.*: $/, /Country.*: $/]) await typist.answers(question, "");
    await typist.answers(/Broker, by its number.*: $/, "6");
    await typist.answers(/Name or address of the broker \[io\.adafruit\.com\]: $/, "");
    await typist.answers(/Port \[8883\]: $/, "");
    await typist.answers(/encrypted \(TLS\)[\s\S]*User name at the broker: $/, "");
    await typist.answers(/It is needed\.[\s\S]*: $/, "me");
    await typist.answers(/Password at the broker.*: $/, "key");
    await enterUntil(typist, /Go through the questions again\? \[Y\/n\] $/);
    expect(typist.text).toMatch(/✗ broker_kind adafruit-io needs .* no \/ in topic/);
    typist.types("\r");
    await typist.sees(/Network.*: $/);
    typist.types("\r");
    await enterUntil(typist, /again\? \[Y\/n\] [\s\S]*again\? \[Y\/n\] $/);
    typist.types("n\r");
    expect(await typist.exit()).toBe(1);
    expect(typist.text).toMatch(/Nothing was written\.\n$/);
    expect(await settingsOn(board)).toEqual({ ...SETTINGS, topic: "site/gw1" });
  });

  it("says what is wrong when the new settings do not work", async () => {
    const board = await gateway();
    const typist = await Typist.at("setup", ["--port", board.path]);
    await typist.answers(/Network.*: $/, "");
    await typist.answers(/Password of the network.*: $/, "wrong horse");
    await enterUntil(typist, /Write them to the board\? \[Y\/n\] $/);
    typist.types("\r");
    await typist.sees(/✗ Wi-Fi: the network refuses the password/);
    await typist.sees(/The settings are on the board, but one thing does not work yet/);
    expect(await typist.exit()).toBe(1);
  });

  it("removes all that is somebody's after the word RESET alone, and the program stays", async () => {
    const secret = "correct horse";
    const board = await gateway({ firmware: { ...gatewayFiles(), "client.key.der": "key", "settings.draft": secret } });
    await runsAsGateway(board);
    const no = await Typist.at("setup", ["--port", board.path, "--reset"]);
    await no.answers(/Type RESET to go on: $/, "reset");
    await no.sees(/Nothing was removed/);
    expect(await no.exit()).toBe(1);
    expect(endsOf(board)).toBe(0);
    const yes = await Typist.at("setup", ["--port", board.path, "--reset"]);
    await yes.answers(/Type RESET to go on: $/, "RESET");
    await yes.answers(/messages on the SIM, too\? \[y\/N\] $/, "");
    await yes.sees(/The board is as it was before it was set up/);
    expect(await yes.exit()).toBe(0);
    // By whom it was done.
    expect(/Removed: .*settings\.json/.test(yes.text)).toBe(!hasSetupMode());
    const files = await board.board.readFlash();
    const own = Object.keys(files).filter((path) => !(path in gatewayFiles()) && path !== "starts");
    expect(own).toEqual([]);
    expect(Object.keys(files)).toEqual(expect.arrayContaining(Object.keys(gatewayFiles())));
  });
});

describeWith(["python3", "mosquitto", "openssl"], "npm run setup, with a real mosquitto", () => {
  it("brings certificates by the questions, and ends when the gateway has published by TLS", async () => {
    const authority = new Authority();
    const { certFile, keyFile } = authority.issue("broker.lan");
    const client = authority.issue("gateway");
    const broker = await startMosquitto([
      `cafile ${authority.certFile}`,
      `certfile ${certFile}`,
      `keyfile ${keyFile}`,
      "require_certificate true",
    ]);
    onTestFinished(() => broker.stop());
    const network = {
      kind: "host" as const,
      redirect: { "127.0.0.1:8883": `127.0.0.1:${broker.port}` },
      names: { "broker.lan": "127.0.0.1", "pool.ntp.org": "127.0.0.1" },
      handshakeMs: 200,
    };
    const board = await gateway({ network });
    const typist = await Typist.at("setup", ["--port", board.path]);
    for (const question of [/Network.*: $/, /Password of.*: $/, /Country.*: $/]) await typist.answers(question, "");
    await typist.answers(/Broker, by its number.*: $/, "3");
    await typist.answers(/Name or address.*: $/, "broker.lan");
    await typist.answers(/Port \[8883\]: $/, "");
    await typist.answers(/authority's certificate \(PEM or DER\): $/, "/nowhere/ca.crt");
    await typist.answers(/there is no such file[\s\S]*: $/, authority.certFile);
    await typist.answers(/board's own certificate: $/, client.certFile);
    await typist.answers(/its key, of EC P-256: $/, keyFile);
    await typist.answers(/is not the key of the certificate[\s\S]*: $/, client.certFile);
    await typist.answers(/its key, of EC P-256: $/, client.keyFile);
    await enterUntil(typist, /Write them to the board\? \[Y\/n\] $/);
    typist.types("\r");
    await typist.sees(/✓ Broker: connected, from the board\n/);
    expect(await typist.exit()).toBe(0);
    const ca = authority.cert;
    const listener = { host: "127.0.0.1", port: broker.port, protocol: "mqtts" as const, servername: "broker.lan", ca };
    const reader = await connectAsync({ ...listener, cert: client.cert, key: client.key });
    onTestFinished(() => void reader.end(true));
    const status = new Promise((resolve) => reader.once("message", (_topic, payload) => resolve(payload.toString())));
    await reader.subscribeAsync("gateway/status", { qos: 1 });
    expect(await status).toBe("online");
  });
});

describeWith(["python3"], "npm run setup, by options", () => {
  it("merges, takes secrets from standard input and the environment, and shows and exports none", async () => {
    const board = await gateway();
    const folder = mkdtempSync(join(tmpdir(), "setup-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, "some.json");
    writeFileSync(
      file,
      JSON.stringify({ topic: "site/gw2", wifi_password: "", number: null, allowed_numbers: ["+4477*"] }),
    );
    const args = [
      "--settings",
      file,
      "--set-secret",
      "sim_pin",
      "--set-secret",
      "broker_password",
      "--set",
      "broker_user=gw",
    ];
    const merged = await typed(board, args, "4711\n", { SMS_GATEWAY_BROKER_PASSWORD: "from outside" });
    expect(merged.text).toMatch(/Written and read back: .*sim_pin/);
    expect(await settingsOn(board)).toEqual({
      version: 2,
      wifi_ssid: "home",
      wifi_password: "correct horse",
      broker_host: EMBEDDED_HOST,
      broker_tls: false,
      broker_user: "gw",
      broker_password: "from outside",
      topic: "site/gw2",
      sim_pin: "4711",
      allowed_numbers: ["+4477*"],
    });
    const shown = await typed(board, ["--show"]);
    expect(shown.text).toMatch(/wifi_password +set\n[\s\S]*topic +site\/gw2[\s\S]*By default:/);
    const copy = join(folder, "copy.json");
    expect((await typed(board, ["--export", copy])).status).toBe(0);
    const all = [merged.text, shown.text, readFileSync(copy, "utf8")].join();
    expect(all).not.toMatch(/correct horse|4711|from outside/);
    const imported = await typed(board, ["--unset", "allowed_numbers", "--import", copy]);
    expect(imported.text).toMatch(/Written and read back: allowed_numbers\./);
    expect(await settingsOn(board)).toMatchObject({ wifi_password: "correct horse", sim_pin: "4711" });
  });

  it("refuses settings that cannot be, by the schema's sentence, and writes nothing", async () => {
    const board = await gateway();
    const before = (await board.files())["settings.json"];
    const wrong = await typed(board, ["--set", "topic=#", "--set", "broker_ca=own", "--set", "broker_tls=yes"]);
    expect(wrong).toMatchObject({
      status: 1,
      text: expect.stringMatching(/cannot be so: nothing was written.\n {2}topic must/),
    });
    const lacking = await typed(board, ["--preset", "mosquitto-tls"]);
    expect(lacking).toMatchObject({ status: 1, text: expect.stringMatching(/no such certificate[\s\S]*--ca FILE/) });
    expect((await board.files())["settings.json"]).toBe(before);
    await runsAsGateway(board);
  });

  it("puts certificates beside the settings, and secrets into no argument of any program", async () => {
    // The time is known, and nobody is the broker.
    const redirect = { [`${EMBEDDED_HOST}:8883`]: "127.0.0.1:9" };
    const board = await gateway({ network: { kind: "host", redirect, names: { "pool.ntp.org": "127.0.0.1" } } });
    const authority = new Authority();
    const { certFile, keyFile } = authority.issue("gateway-1");
    const bin = mkdtempSync(join(tmpdir(), "bin-"));
    onTestFinished(() => rmSync(bin, { recursive: true }));
    const real = (await pinnedMpremote()).map((word) => `'${word}'`).join(" ");
    writeFileSync(join(bin, "mpremote"), `#!/bin/sh\necho "$@" >> ${bin}/arguments\nexec ${real} "$@"\n`);
    chmodSync(join(bin, "mpremote"), 0o755);
    const folder = mkdtempSync(join(tmpdir(), "temporary-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const args = ["--preset", "mosquitto-certificates", "--ca", authority.certFile];
    const done = await typed(
      board,
      [...args, "--client-cert", certFile, "--client-key", keyFile, "--set-secret", "wifi_password"],
      "correct horse\n",
      { PATH: `${bin}:${process.env.PATH}`, TMPDIR: folder },
    );
    expect(done.text).toMatch(/Written and read back: .*ca\.der, client\.der, client\.key\.der/);
    const files = await board.files();
    expect(files["client.key.der"]?.length).toBe(121);
    expect(await settingsOn(board)).toMatchObject({
      broker_ca: "own",
      broker_cert: true,
      wifi_password: "correct horse",
    });
    const said = readFileSync(join(bin, "arguments"), "utf8");
    expect(said).toMatch(/run .*save\.py/);
    expect(said).not.toContain("correct horse");
    const kept = await typed(board, ["--remove-client"]);
    expect([kept.status, kept.text]).toEqual([1, expect.stringMatching(/to be removed: nothing was written/)]);
    const gone = await typed(board, ["--remove-ca", "--remove-client", "--set", "broker_tls=no"]);
    expect(gone.text).toMatch(/Written and read back: .*ca\.der, client\.der, client\.key\.der/);
    expect(Object.keys(await board.files()).filter((path) => path.endsWith(".der") && !path.includes("/"))).toEqual([]);
    // Nothing of it is left on this computer.
    expect(readdirSync(folder).filter((name) => name.startsWith("sms-gateway-"))).toEqual([]);
  });

  it("never overwrites settings of a newer gateway", async () => {
    const newer = { ...SETTINGS, version: 3 };
    const board = await gateway({ settings: newer });
    const refused = await typed(board, ["--set", "topic=x"]);
    expect(refused).toMatchObject({
      status: 1,
      text: expect.stringMatching(/for a newer gateway[\s\S]*Nothing was written/),
    });
    expect(await settingsOn(board)).toEqual(newer);
  });

  it("begins with the last good settings where the file is damaged", async () => {
    const good = { ...SETTINGS, topic: "good" };
    const firmware = { ...gatewayFiles(), "settings.json": '{"version":2', "settings.good": JSON.stringify(good) };
    const board = await gateway({ firmware, settings: undefined });
    const mended = await typed(board, ["--set", "number=+447700900002"]);
    expect(mended.text).toMatch(/Written[\s\S]*damaged: this begins with the last good settings/);
    expect(await settingsOn(board)).toEqual({ ...good, number: "+447700900002" });
  });

  it("writes nothing to a board without a gateway, or with somebody else's program", async () => {
    const empty = await usbBoard();
    expect(await typed(empty, ["--set", "topic=x"])).toMatchObject({
      status: 1,
      text: expect.stringMatching(/There is no gateway on the board: nothing was written.\n.*npm run flash/),
    });
    const foreign = await usbBoard({ firmware: { "main.py": "print('mine')\n" } });
    expect((await typed(foreign, ["--set", "topic=x"])).text).toMatch(/program on the board is not the gateway/);
  });

  it("tells the key of a board without a display, and of others where it is to be read", async () => {
    const told = await typed(await gateway({ settings: undefined, hardware: { display: null } }), ["--show-key"]);
    if (hasSetupMode()) expect(told.text).toMatch(/Network: SMS-Gateway-[0-9A-F]{4}\nKey: [2-9a-z]{12}\n/);
    else expect(told).toMatchObject({ status: 1, text: expect.stringMatching(/older than this command/) });
    const refused = await typed(await gateway(), ["--show-key"]);
    expect(refused.text).toMatch(hasSetupMode() ? /is not in setup mode/ : /older than this command/);
    expect(refused.status).toBe(1);
  });
});

describe("settings that are written", () => {
  const draftOf = (fields: object) => new Draft(Object.entries(fields));

  it("are whole, or as they were, after a power cut at each write", async () => {
    const authority = new Authority();
    const ca = { path: "ca.der" as const, der: readFileSync(authority.certFile) };
    const old = JSON.stringify(SETTINGS);
    const outcomes: string[] = [];
    for (let cut = 1; cut <= 12; cut++) {
      const board = await atPrompt({ flash: { cutAt: cut } });
      const session = await sessionOf(board);
      await session.enter();
      const found = await session.look();
      const draft = new Draft(found.fields);
      draft.set("topic", "new");
      const error = await session.save(found, draft, [ca]).then(
        () => null,
        (reason: Error) => reason,
      );
      if (error !== null) {
        expect(error.message).toMatch(/connection to the board was lost/);
        await board.board.powerOn();
        await session.enter();
      }
      // Once the board was looked at, as at a gateway's start, both are new, or none is.
      const again = await session.look();
      const files = await board.files();
      const isNew = files["settings.json"] !== old;
      if (isNew) expect(await settingsOn(board)).toEqual({ ...SETTINGS, topic: "new" });
      expect(files["ca.der"]).toBe(isNew ? ca.der.toString("latin1") : undefined);
      outcomes.push(error === null ? "written" : isNew ? "new" : "old");
      if (error === null) break;
      // And what was begun does not hinder it.
      await session.save(again, draft, [ca]);
      expect(await settingsOn(board)).toEqual({ ...SETTINGS, topic: "new" });
      expect(Object.keys(await board.files()).sort()).toEqual(["ca.der", "main.py", "settings.json"]);
    }
    expect(outcomes.at(-1)).toBe("written");
    for (const outcome of ["old", "new"])
      expect(outcomes.filter((each) => each === outcome).length, outcomes.join()).toBeGreaterThan(1);
  });

  it("are not written where others were written meanwhile, nor where the flash is full or read-only", async () => {
    const board = await atPrompt();
    const session = await sessionOf(board);
    await session.enter();
    const found = await session.look();
    const stale = session.save({ ...found, digest: "0" }, draftOf(SETTINGS), []);
    await expect(stale).rejects.toThrow(/changed by somebody else meanwhile: nothing was written/);
    for (const [flash, sentence] of [
      [{ readOnly: true }, /cannot be written, as MicroPython has mounted it read-only/],
      [{}, /flash is full: the settings are as they were/],
    ] as const) {
      const main = "# The first file that runs on the board: loads the gateway and starts it\n";
      const full = await atPrompt({ flash, firmware: { "main.py": main } });
      if (!("readOnly" in flash)) await full.board.tell({ do: "flash-fill", with: "all" });
      const other = await sessionOf(full);
      await other.enter();
      const before = await other.look();
      await expect(other.save(before, draftOf({ ...SETTINGS, topic: "x".repeat(80) }), [])).rejects.toThrow(sentence);
      expect(await settingsOn(full)).toEqual(SETTINGS);
    }
  });

  it("never leave the board in what is secret: a stand-in does, which the schema judges alike", async () => {
    const board = await atPrompt();
    const session = await sessionOf(board);
    await session.enter();
    const mpremote = await findMpremote();
    const folder = mkdtempSync(join(tmpdir(), "cases-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const cases = [
      SETTINGS,
      { ...SETTINGS, wifi_password: "sécrèt", sim_pin: "12a4", key: `${"0f".repeat(31)}zz` },
      { ...SETTINGS, wifi_password: "sec\u0000ret99", sim_pin: "4711", key: "0F".repeat(32), broker_password: "p" },
      {
        ...SETTINGS,
        wifi_networks: [{ ssid: "secret", password: "secret12" }, { ssid: "sec\nret" }],
        wifi_pasword: "secret",
      },
      {
        ...SETTINGS,
        wifi_networks: [{ ssid: "secret", password: "secret12" }],
        wifi_password: 12345678,
        sim_pin: null,
      },
    ];
    for (const settings of cases) {
      writeFileSync(join(folder, "settings.json"), JSON.stringify(settings));
      await atBoardsPrompt(mpremote, board.path, [["fs", "cp", "-f", join(folder, "settings.json"), ":settings.json"]]);
      const { fields } = await session.look();
      expect(new Draft(fields).settings().problems).toEqual(readSettings(JSON.stringify(settings)).problems);
      const answer = JSON.stringify(await runOnBoard(mpremote, board.path, "look", { plain: PLAIN_KEYS }));
      expect(answer).not.toMatch(/secret|correct horse|4711|12345678|0f0f/i);
    }
  });
});
