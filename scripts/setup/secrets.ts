// The values of secrets that options ask for: never from the command line, which everybody on the computer can read.
import { createInterface } from "node:readline";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { canAsk, OwnTerminal } from "./terminal.ts";

const PREFIX = "SMS_GATEWAY_";

/** From the environment, else asked for at the terminal, else a line of standard input each. Throws a DeviceError. */
export async function readSecrets(keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const values = new Map<string, string>();
  for (const key of keys) {
    const value = process.env[`${PREFIX}${key.toUpperCase()}`];
    if (value !== undefined) values.set(key, value);
  }
  const missing = keys.filter((key) => !values.has(key));
  if (missing.length === 0) return values;
  const read = process.stdin.isTTY ? await asked(missing) : await lines(missing);
  return new Map([...values, ...read]);
}

async function asked(keys: readonly string[]): Promise<Map<string, string>> {
  if (!canAsk())
    throw new DeviceError(
      `--set-secret ${keys[0]}: there is no terminal to ask at.\n${otherWays(keys)}`,
      EXIT_ENVIRONMENT,
    );
  const terminal = new OwnTerminal();
  const values = new Map<string, string>();
  try {
    for (const key of keys) values.set(key, await terminal.askHidden(`${key}, not shown as you type: `));
  } finally {
    terminal.close();
  }
  return values;
}

async function lines(keys: readonly string[]): Promise<Map<string, string>> {
  const read: string[] = [];
  const input = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of input) {
    read.push(line);
    if (read.length === keys.length) break;
  }
  if (read.length < keys.length)
    throw new DeviceError(
      `--set-secret ${keys[read.length]}: standard input has no line for it.\n${otherWays(keys)}`,
      EXIT_ENVIRONMENT,
    );
  return new Map(keys.map((key, index) => [key, read[index] ?? ""]));
}

function otherWays(keys: readonly string[]): string {
  return `  Give standard input one line for each, or set ${keys.map((key) => PREFIX + key.toUpperCase()).join(", ")}.`;
}
