// Programs that run on the board, through mpremote: what is on it, and the two steps around a copy.
import { readFileSync } from "node:fs";
import { DeviceError } from "./device-error.ts";
import { atPrompt, type Mpremote } from "./mpremote.ts";

type Name = "inspect" | "prepare" | "finish";

/** mpremote's step that runs a program with a value in front of it. JSON of texts and lists is Python as well. */
export function program(name: Name, variable: string, value: unknown): readonly string[] {
  const text = readFileSync(new URL(`on-board/${name}.py`, import.meta.url), "utf8");
  return ["exec", `import json\n${variable} = json.loads(${JSON.stringify(JSON.stringify(value))})\n${text}`];
}

export interface BoardFiles {
  /** `1.28.0` */
  readonly release: string;
  /** `Raspberry Pi Pico W with RP2040` */
  readonly machine: string;
  readonly block_bytes: number;
  readonly blocks: number;
  readonly free_blocks: number;
  /** Path without a slash at its front: octets, and SHA-256 in hex of those that were asked for. */
  readonly files: Readonly<Record<string, readonly [bytes: number, sha256: string | null]>>;
  readonly folders: readonly string[];
  /** Text of the files of these names, as far as it matters; null when there is none. */
  readonly manifest: string | null;
  readonly main: string | null;
  readonly boot: string | null;
}

/** @param wanted paths of files whose hash matters */
export async function inspect(mpremote: Mpremote, port: string, wanted: readonly string[]): Promise<BoardFiles> {
  return parseInspection(await atPrompt(mpremote, port, [program("inspect", "WANTED", wanted)]));
}

/** What inspect.py printed, the last of it. */
export function parseInspection(output: string): BoardFiles {
  const line = output
    .split(/\r?\n/)
    .filter((each) => each.startsWith("{"))
    .at(-1);
  try {
    return JSON.parse(line ?? "") as BoardFiles;
  } catch {
    throw new DeviceError("The board's answer could not be read: something prints in between. Run the command again.");
  }
}
