// Tests that need a program which a machine may lack. Without it they are skipped by name, with the line that
// installs it; with CI set they fail instead, so that nothing goes untested unnoticed.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, test } from "vitest";

/** Each program and the line that installs it. */
const INSTALL = {
  chromium: "sudo apt-get install chromium",
  epmd: "sudo apt-get install rabbitmq-server",
  gammu: "sudo apt-get install gammu",
  haproxy: "sudo apt-get install haproxy",
  mosquitto: "sudo apt-get install mosquitto",
  mosquitto_passwd: "sudo apt-get install mosquitto",
  mosquitto_sub: "sudo apt-get install mosquitto-clients",
  mosquitto_pub: "sudo apt-get install mosquitto-clients",
  openssl: "sudo apt-get install openssl",
  python3: "sudo apt-get install python3",
  "rabbitmq-server": "sudo apt-get install rabbitmq-server",
} as const;

export type Tool = keyof typeof INSTALL;

/** Debian puts daemons where an ordinary user's PATH does not look. */
const FURTHER_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/opt/homebrew/sbin"];

/** Absolute path of the program, or undefined. */
export function findTool(tool: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), ...FURTHER_FOLDERS];
  return folders.map((folder) => join(folder, tool)).find((path) => existsSync(path));
}

/** Absolute path of a program that `describeWith` has found. Throws, with the line that installs it. */
export function toolPath(tool: Tool): string {
  const path = findTool(tool);
  if (path === undefined) throw new Error(`${tool} is missing: ${INSTALL[tool]}`);
  return path;
}

/** What becomes of tests that need `missing`. */
export function verdict(missing: readonly Tool[], ci: string | undefined): "run" | "skip" | "fail" {
  if (missing.length === 0) return "run";
  return ci === undefined || ci === "" || ci === "false" || ci === "0" ? "skip" : "fail";
}

/** `describe` for tests that need the programs named. */
export function describeWith(tools: readonly Tool[], name: string, tests: () => void): void {
  const missing = tools.filter((tool) => findTool(tool) === undefined);
  const reason = missing.map((tool) => `${tool} is missing: ${INSTALL[tool]}`).join("; ");
  const outcome = verdict(missing, process.env.CI);
  if (outcome === "run") describe(name, tests);
  else if (outcome === "skip") describe.skip(`${name} [${reason}]`, tests);
  else describe(name, () => test("needs a program that is missing", () => Promise.reject(new Error(reason))));
}
