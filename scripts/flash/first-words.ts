// After the restart: waits until the gateway says that it runs, and gives what it said on the way.
import { type Diagnosis, whoAnswers } from "../device/console.ts";
import { DeviceError } from "../device/device-error.ts";
import { pause, SerialLine } from "../device/serial-line.ts";

/** From the restart to the first answer; a board takes two seconds. */
const START_MS_MAX = 30_000;

export interface FirstWords {
  readonly diagnosis: Diagnosis;
  /** What it printed. */
  readonly lines: readonly string[];
}

/**
 * @param build whose words are waited for; null: those of any
 * @param done what was done before, for the errors: "The files are on the board"
 * @param map a log's lines in TypeScript's
 * Throws a DeviceError when the program crashes, or says nothing.
 */
export async function firstWords(
  path: string,
  build: string | null,
  map: (text: string) => string,
  done = "The files are on the board",
): Promise<FirstWords> {
  for (const end = performance.now() + START_MS_MAX; performance.now() < end; ) {
    const line = await SerialLine.openSoon(path, end - performance.now());
    try {
      const answerer = await whoAnswers(line, end - performance.now());
      if (answerer.kind === "crash") throw crash(answerer.text, map, done);
      if (answerer.kind === "prompt") throw stopped(line.text, done);
      if (answerer.kind === "gateway" && (build === null || answerer.diagnosis.build === build))
        return { diagnosis: answerer.diagnosis, lines: logLines(line.text) };
    } finally {
      await line.close();
    }
    await pause(100);
  }
  throw new DeviceError(
    `${done}, but the gateway did not say that it runs.\n` +
      "  npm run monitor shows what it prints; npm run doctor looks for the reason.",
  );
}

function crash(text: string, map: (text: string) => string, done: string): DeviceError {
  const from = text.lastIndexOf("Traceback");
  const trace = text
    .slice(from)
    .replaceAll("\r", "")
    .split(/\n(?=\S)/);
  const shown = map(trace.slice(0, 2).join("\n")).trimEnd();
  return new DeviceError(`${done}, but the gateway crashes at its start:\n${shown}`);
}

function stopped(text: string, done: string): DeviceError {
  const last = text.replaceAll("\r", "").trim().split("\n").slice(-3).join("\n  ");
  return new DeviceError(`${done}, but it stands at MicroPython's prompt:\n  ${last}`);
}

/** Lines that a gateway logs: `I 12 wifi: up`, `gateway build …`. */
function logLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => /^([IWE] \d+ |gateway build )/.test(line));
}
