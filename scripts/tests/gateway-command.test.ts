// npm run gateway with what users type wrong, and the service that starts it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { repository } from "../build/project.ts";

const FEEDS =
  '{"version":2,"broker_host":"io.adafruit.com","broker_kind":"adafruit-io","broker_user":"u","broker_password":"p"}';
const SETTINGS = '{"version":1,"broker_host":"127.0.0.1"}';

function gateway(...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "gateway-command-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "good.json"), SETTINGS);
  writeFileSync(join(folder, "feeds.json"), FEEDS);
  writeFileSync(join(folder, "no-broker.json"), '{"version":1,"topic":"+"}');
  const inFolder = args.map((arg) => arg.replace("HERE", folder));
  const command = [process.execPath, "--import", "tsx", join(repository, "scripts/gateway.ts"), ...inFolder];
  const [program = "", ...others] = command;
  const { status, stdout, stderr } = spawnSync(program, others, { cwd: repository, encoding: "utf8", timeout: 10_000 });
  return { status, stdout, stderr: stderr.replaceAll(folder, "HERE") };
}

describe("what is typed wrong is said in a sentence, with exit code 2", () => {
  test.each([
    [[], "Which serial port has the modem? Say --uart /dev/ttyUSB0"],
    [["--uart", "/dev/ttyUSB0", "--baud", "fast"], "--baud fast is no rate"],
    [["--port", "/dev/ttyUSB0"], "Unknown option '--port'. npm run gateway -- --help lists the options."],
    [["--uart", "/dev/ttyUSB0", "--settings", "HERE/none.json"], "There is no HERE/none.json yet."],
    [["--uart", "/dev/ttyUSB0", "--settings", "HERE"], "--settings HERE cannot be read (EISDIR)."],
    [
      ["--uart", "/dev/ttyUSB0", "--settings", "HERE/feeds.json"],
      "HERE/feeds.json: broker_kind adafruit-io is for a board; this gateway speaks to MQTT brokers.",
    ],
    [["--uart", "HERE/good.json", "--settings", "HERE/good.json"], "--uart HERE/good.json is no serial port"],
    [["--uart", "HERE", "--settings", "HERE/good.json"], "--uart HERE is no serial port"],
    [
      ["--uart", "/dev/ttyUSB0", "--settings", "HERE/no-broker.json"],
      "broker_host must be the name or the address of the MQTT broker.\ntopic must have 1 to 80 bytes",
    ],
  ])("%j", (args, sentence) => {
    const { status, stdout, stderr } = gateway(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(sentence), stderr).toBe(true);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  test("--help lists the options", () => {
    const { status, stdout, stderr } = gateway("--help");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    for (const option of ["--uart", "--settings", "--baud"]) expect(stdout).toContain(option);
  });
});

describe("docs/sms-gateway.service", () => {
  const unit = readFileSync(join(repository, "docs/sms-gateway.service"), "utf8");
  const valuesOf = (key: string) => [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value]) => value);

  test("starts what is there, with options that exist", () => {
    const [program, ...args] = valuesOf("ExecStart")[0]?.split(" ") ?? [];
    expect([program, ...args.slice(0, 2)]).toEqual(["/usr/bin/node", "--import", "tsx"]);
    expect(existsSync(join(repository, args[2] ?? "none"))).toBe(true);
    const { stdout } = gateway("--help");
    for (const option of args.slice(3).filter((arg) => arg.startsWith("--"))) expect(stdout).toContain(`${option} `);
  });

  test("runs as a user of its own that may do nothing else, and is started again whenever that can help", () => {
    expect(valuesOf("User")).toEqual(["sms-gateway"]);
    expect(valuesOf("SupplementaryGroups")).toEqual(["dialout"]);
    expect(valuesOf("Restart")).toEqual(["always"]);
    expect(valuesOf("RestartPreventExitStatus")).toEqual(["2"]);
    expect(valuesOf("NoNewPrivileges")).toEqual(["yes"]);
    expect(valuesOf("ProtectSystem")).toEqual(["strict"]);
    // Node's compiler writes machine code.
    expect(valuesOf("MemoryDenyWriteExecute")).toEqual([]);
  });

  test("has what it runs on among the packages that npm ci --omit=dev installs", () => {
    const { dependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
    expect(Object.keys(dependencies)).toEqual(expect.arrayContaining(["esbuild", "mqtt", "serialport", "tsx"]));
  });
});
