// Runs a program of on-board/ at a board's prompt, with a value in front of it. It goes there from a file that is this user's
// alone: what stands in the arguments of a program, everybody on the computer can read.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DeviceError } from "../device/device-error.ts";
import { atPrompt, type Mpremote } from "../device/mpremote.ts";

export type ProgramName = "look" | "scan" | "save" | "reset";

const ANSWER = /^SETUP (.*)$/gm;

/** @returns what the program answers, JSON. Throws a DeviceError. */
export async function runOnBoard(mpremote: Mpremote, port: string, name: ProgramName, asked: object): Promise<unknown> {
  const folder = mkdtempSync(join(tmpdir(), "sms-gateway-"));
  try {
    const path = join(folder, `${name}.py`);
    const text = readFileSync(new URL(`on-board/${name}.py`, import.meta.url), "utf8");
    // JSON of a text is Python as well.
    const value = JSON.stringify(JSON.stringify(asked));
    writeFileSync(path, `import json\nASKED = json.loads(${value})\n${text}`, { mode: 0o600 });
    return answerIn(await atPrompt(mpremote, port, [["run", path]]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function answerIn(output: string): unknown {
  const line = [...output.replaceAll("\r", "").matchAll(ANSWER)].at(-1)?.[1];
  try {
    return JSON.parse(line ?? "");
  } catch {
    throw new DeviceError("The board's answer could not be read: something prints in between. Run the command again.");
  }
}
