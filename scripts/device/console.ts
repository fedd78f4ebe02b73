// The gateway's console at the USB serial port, and the way from a running gateway to MicroPython's prompt.
import type { Crash } from "./crash-words.ts";
import { DeviceError } from "./device-error.ts";
import { pause, SerialLine } from "./serial-line.ts";

/** A gateway may be held up by its broker for so long; only then is it taken for something else. */
const ANSWER_MS_MAX = 12_000;
const ASK_AGAIN_MS = 3_000;
/** From the command to the prompt: the restart, and until this computer has found the board again. */
const RESTART_MS_MAX = 20_000;
const INTERRUPT_MS_MAX = 4_000;
/** Of a prompt that is there. */
const PROMPT_MS = 500;
const LOOK_MS = 100;
/** A port that another program has just closed, or of a board that it has just restarted. */
const OPEN_MS_MAX = 4_000;

/** Ctrl-B leaves a raw prompt that a program left behind; a gateway takes neither it nor an empty line for anything. */
const WAKE = "\r\x02\r";
const CTRL_C = "\x03";

/** A whole one: the line with the error's name comes last. */
const TRACEBACK = /Traceback \(most recent call last\):\r?\n(?: .*\r?\n)*\S.*\r?\n/;

/** What a gateway says of itself; of the fields those that its version has. */
export interface Diagnosis {
  readonly build: string;
  readonly board?: string;
  readonly uptime_s?: number;
  readonly wifi?: string;
  readonly broker?: string;
  /** Whether the settings ask for TLS to the broker. */
  readonly encrypted?: boolean;
  readonly modem?: string;
  readonly messages?: number;
  readonly hold_up_ms?: number;
  /** Those of gateway/state. */
  readonly warnings?: readonly string[];
  readonly crash?: Crash | null;
  /** What is wrong with its settings: then it does nothing else. */
  readonly problems?: readonly string[];
  /** In the setup mode: how much of a factory reset is done, in percent; -1 none is. */
  readonly erased?: number;
  /** It is in the setup mode. */
  readonly setup?: boolean;
}

/** Who answers at a port. */
export type Answerer =
  | { readonly kind: "gateway"; readonly diagnosis: Diagnosis }
  /** MicroPython's prompt: no program runs. */
  | { readonly kind: "prompt" }
  /** The gateway's program, which has crashed and says so; Ctrl-C stops it now. */
  | { readonly kind: "crash"; readonly text: string }
  | { readonly kind: "nobody" };

/**
 * Asks who is at the port `path`, again when the board restarts meanwhile; what it prints beside is in `line.text`.
 * Throws a DeviceError when the port is not there, or somebody else's.
 * @returns who, and the open line
 */
export async function answererAt(path: string): Promise<{ answerer: Answerer; line: SerialLine }> {
  let line = await SerialLine.openSoon(path, OPEN_MS_MAX);
  for (const end = performance.now() + RESTART_MS_MAX; ; ) {
    const answerer = await whoAnswers(line);
    if (!line.isGone || performance.now() > end) return { answerer, line };
    await line.close();
    line = await SerialLine.openSoon(path, RESTART_MS_MAX);
  }
}

/** Asks who is at the other end. */
export async function whoAnswers(line: SerialLine, limitMs = ANSWER_MS_MAX): Promise<Answerer> {
  const end = performance.now() + limitMs;
  while (performance.now() < end && !line.isGone) {
    line.write(`${WAKE}{"cmd":"diagnose"}\r`);
    const answer = await line.until(answererIn, Math.min(ASK_AGAIN_MS, end - performance.now()));
    if (answer !== null) return answer;
  }
  return { kind: "nobody" };
}

function answererIn(text: string): Answerer | null {
  const diagnosis = answerWith(text, "build");
  if (diagnosis) return { kind: "gateway", diagnosis: diagnosis as unknown as Diagnosis };
  if (/^>>> /m.test(text)) return { kind: "prompt" };
  return TRACEBACK.test(text) ? { kind: "crash", text } : null;
}

/** The last line of JSON with this key. */
function answerWith(text: string, key: string): Record<string, unknown> | null {
  const lines = text.split(/\r?\n/).filter((each) => each.startsWith(`{"`) && each.includes(`"${key}"`));
  for (const each of lines.reverse()) {
    try {
      const value = JSON.parse(each) as Record<string, unknown>;
      if (key in value) return value;
    } catch {
      // Half a line.
    }
  }
  return null;
}

/** One question to a running gateway. @param keys of which its answer has one @returns null when it does not answer in time */
export async function ask(
  line: SerialLine,
  command: string,
  ...keys: readonly string[]
): Promise<Record<string, unknown> | null> {
  line.write(`\r{"cmd":"${command}"}\r`);
  const answer = (text: string) =>
    keys.reduce<ReturnType<typeof answerWith>>((a, key) => a ?? answerWith(text, key), null);
  return line.until(answer, ANSWER_MS_MAX);
}

/** What a running gateway can be told by its console: it says so to a word that it does not know. */
export async function commandsOf(line: SerialLine): Promise<readonly string[]> {
  const { commands } = (await ask(line, "help", "commands")) ?? {};
  return Array.isArray(commands) ? commands : [];
}

/**
 * Leads whatever runs on the board at `path` to MicroPython's prompt, and leaves the port free for mpremote.
 * Throws a DeviceError when it does not come there.
 */
export async function leadToPrompt(path: string, answerer: Answerer, line: SerialLine): Promise<void> {
  try {
    if (answerer.kind === "prompt") return;
    if (answerer.kind === "gateway") {
      line.write('\r{"cmd":"maintenance"}\r');
      // Its answer may be lost in the restart.
      await line.until((text) => (text.includes('{"ok":"maintenance"}') ? true : null), ANSWER_MS_MAX);
      await line.close();
      return await knock(path, WAKE, RESTART_MS_MAX);
    }
    await line.close();
    // A crash is over after five seconds, the next one comes soon.
    await knock(path, CTRL_C + WAKE, answerer.kind === "crash" ? RESTART_MS_MAX : INTERRUPT_MS_MAX);
  } finally {
    await line.close();
  }
}

/** Types `keys` until the prompt answers. Throws a DeviceError after `limitMs`. */
async function knock(path: string, keys: string, limitMs: number): Promise<void> {
  for (const end = performance.now() + limitMs; performance.now() < end; ) {
    const line = await SerialLine.openSoon(path, end - performance.now());
    line.write(keys);
    const isThere = await line.until((text) => (/^>>> /m.test(text) ? true : null), PROMPT_MS);
    await line.close();
    if (isThere) return;
    await pause(LOOK_MS);
  }
  throw unstoppable();
}

function unstoppable(): DeviceError {
  return new DeviceError(
    "The board answers neither as a gateway nor to Ctrl-C.\n" +
      "  Pull its cable and plug it in again, then run the command again. If that does not help, its program cannot be\n" +
      "  stopped from outside: hold BOOTSEL while you plug it in, copy flash_nuke.uf2 and then MicroPython onto the drive\n" +
      "  that appears. That removes the settings as well.",
  );
}
