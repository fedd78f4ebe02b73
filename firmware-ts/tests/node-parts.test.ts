// The smaller parts of the gateway under Node: settings without Wi-Fi, the serial port as the loop sees it, the client
// identifier, what is said of a modem that is not ready.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { clientIdFor } from "../node/client-id.ts";
import { unhex } from "../node/crypto-octets.ts";
import { HostTime } from "../node/host-time.ts";
import { InputConsole } from "../node/input-console.ts";
import { Mailbox } from "../node/mailbox.ts";
import { INBOX_BELL, type News } from "../node/messages.ts";
import { ModemWatch } from "../node/modem-watch.ts";
import { nodeProblem } from "../node/options.ts";
import { SerialLink } from "../node/serial-link.ts";
import { readSettingsFile } from "../node/settings-file.ts";

const NOBODY = { send: () => {} };

function settingsOf(text: string | Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), "settings-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, "my.json");
  writeFileSync(path, text);
  const { settings, problems } = readSettingsFile(path);
  return { settings, problems: problems.map((problem) => problem.replace(folder, "")) };
}

describe("the settings of a computer", () => {
  it("need no Wi-Fi", () => {
    const { settings, problems } = settingsOf('{"version":1,"broker_host":"broker.lan","topic":"house"}');
    expect(problems).toEqual([]);
    expect([settings.text("broker_host"), settings.text("topic")]).toEqual(["broker.lan", "house"]);
  });

  it("may be a board's, even with a wrong password for Wi-Fi", () => {
    const { settings, problems } = settingsOf(
      '{"version":1,"wifi_ssid":"","wifi_password":"short","wifi_country":7,"broker_host":"broker.lan"}',
    );
    expect(problems).toEqual([]);
    expect(settings.usable).toBe(true);
  });

  it.each([
    ["{", "my.json must hold one JSON object."],
    ["[]", "my.json must hold one JSON object."],
    ["null", "my.json must hold one JSON object."],
    ['{"broker_host":"x"}', 'my.json must have "version": 2.'],
    ['{"version":1}', "broker_host must be the name or the address of the MQTT broker."],
    [Uint8Array.of(0xff, 0xfe, 0x7b), "my.json must hold one JSON object."],
    [`{"version":1,"broker_host":"${"x".repeat(9000)}"}`, "my.json must hold one JSON object."],
  ])("that are wrong are refused with a sentence: %s", (text, sentence) => {
    const { settings, problems } = settingsOf(text);
    expect(settings.usable).toBe(false);
    expect(problems).toEqual([expect.stringContaining(sentence)]);
  });

  it("that are not there are named", () => {
    const { settings, problems } = readSettingsFile("/nowhere/my.json");
    expect(settings.usable).toBe(false);
    expect(problems).toEqual(["There is no /nowhere/my.json yet."]);
  });
});

describe("the serial port", () => {
  it("gives the octets in order, as far as they fit", () => {
    const serial = new SerialLink(NOBODY);
    serial.received(Uint8Array.of(1, 2, 3));
    serial.received(Uint8Array.of(4, 5));
    const read = (length: number) => {
      const into = new Uint8Array(length);
      return [...into.subarray(0, serial.read(into))];
    };
    expect([read(2), read(2), read(9), read(9)]).toEqual([[1, 2], [3, 4], [5], []]);
  });

  it("that was opened again gives what makes the modem be set up anew; the first time it gives nothing", () => {
    const serial = new SerialLink(NOBODY);
    const into = new Uint8Array(64);
    serial.opened();
    expect(serial.read(into)).toBe(0);
    serial.received(Buffer.from('+CMTI: "S'));
    serial.opened();
    expect(Buffer.from(into.subarray(0, serial.read(into))).toString()).toBe('+CMTI: "S\r\nRDY\r\n');
  });

  it("keeps no more than a bounded number, and goes on afterwards", () => {
    const serial = new SerialLink(NOBODY);
    const into = new Uint8Array(4096);
    for (let n = 0; n < 100; n++) serial.received(new Uint8Array(4096));
    let kept = 0;
    for (let count = serial.read(into); count > 0; count = serial.read(into)) kept += count;
    expect(kept).toBe(65_536);
    serial.received(Uint8Array.of(9));
    expect(serial.read(into)).toBe(1);
  });
});

describe("standard input", () => {
  it("that never ends is not gathered", () => {
    const console = new InputConsole(NOBODY);
    for (let n = 0; n < 10; n++) console.typed(new Uint8Array(700).fill(120));
    let kept = 0;
    while (console.octet() >= 0) kept += 1;
    expect(kept).toBe(1024);
  });
});

describe("the loop's waiting", () => {
  it("ends when something comes, also when it came just before", () => {
    const shared = new Int32Array(new SharedArrayBuffer(8));
    const { port1, port2 } = new MessageChannel();
    onTestFinished(() => port1.close());
    const heard: News[] = [];
    const mailbox = new Mailbox(port2, shared);
    mailbox.onNews((news) => heard.push(news));
    port1.postMessage({ news: "stop" } satisfies News);
    Atomics.add(shared, INBOX_BELL, 1);
    const before = performance.now();
    mailbox.wait(5000);
    expect(performance.now() - before).toBeLessThan(1000);
    expect(heard).toEqual([{ news: "stop" }]);
    mailbox.wait(20);
    expect(performance.now() - before).toBeGreaterThan(15);
  });
});

describe("the time of this machine", () => {
  it("is told once its clock follows a time server, again and again, and not any more when it does not", async () => {
    vi.useFakeTimers({ now: Date.UTC(2030, 0, 1) });
    onTestFinished(() => void vi.useRealTimers());
    const told: number[] = [];
    let isRight = false;
    const time = new HostTime(
      (seconds) => told.push(seconds),
      async () => isRight,
    );
    await time.ask();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(told).toEqual([]);
    isRight = true;
    await vi.advanceTimersByTimeAsync(20_000);
    const first = Date.UTC(2030, 0, 1, 0, 1, 20) - Date.UTC(2000, 0, 1);
    expect(told).toEqual([first / 1000]);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(told).toEqual([first / 1000, first / 1000 + 600]);
    isRight = false;
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(told).toHaveLength(2);
    time.end();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a Node that is too old", () => {
  it.each(["18.20.4", "20.18.1", "16.0.0"])("is refused: %s", (version) => {
    expect(nodeProblem(version)).toContain(`needs Node 20.19 or newer, and this is ${version}`);
  });

  it.each(["20.19.0", "20.20.2", "22.1.0", "100.0.0"])("is not %s", (version) => {
    expect(nodeProblem(version)).toBeNull();
  });
});

describe("hexadecimal digits", () => {
  it("give octets; anything else gives none", () => {
    expect(unhex("00aFff")).toEqual(Uint8Array.of(0, 0xaf, 0xff));
    expect([unhex("0"), unhex("0g"), unhex("00 11")]).toEqual([null, null, null]);
  });
});

describe("the client identifier", () => {
  it("is the same at each start, and another for another port", () => {
    expect(clientIdFor("/dev/ttyUSB0")).toMatch(/^sms_gateway_[0-9a-f]{16}$/);
    expect(clientIdFor("/dev/ttyUSB0")).toBe(clientIdFor("/dev/ttyUSB0"));
    expect(clientIdFor("/dev/ttyUSB0")).not.toBe(clientIdFor("/dev/ttyUSB2"));
  });
});

describe("a modem that is not ready", () => {
  const heard = (steps: readonly (readonly ["silent" | "starting" | "no-sim" | "pin" | "ready", number])[]) => {
    const said: string[] = [];
    const watch = new ModemWatch((level, text, now) => said.push(`${level} ${now} ${text.split(/[,:.]/)[0]}`));
    for (const [health, now] of steps) watch.look(health, now);
    return said;
  };

  it("and silent for ten seconds is named once, with the other ports of a stick", () => {
    const said = heard([
      ["silent", 0],
      ["silent", 9_999],
      ["silent", 10_000],
      ["silent", 60_000],
    ]);
    expect(said).toEqual(["E 10000 The modem does not answer"]);
  });

  it("because of its SIM is named at once, and again only after it was well", () => {
    const said = heard([
      ["starting", 1],
      ["pin", 2],
      ["starting", 3],
      ["pin", 4],
      ["ready", 5],
      ["no-sim", 6],
    ]);
    expect(said).toEqual(["E 2 The SIM asks for its PIN", "E 6 The modem has no SIM"]);
  });
});
