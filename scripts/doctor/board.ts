// What is looked at on the board itself: its port, what runs on it, and, at MicroPython's prompt, its files.

import type { Identity } from "../../firmware-ts/boards/index.ts";
import type { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";
import type { Manifest } from "../build/manifest.ts";
import { deviceFiles } from "../device/board-manifest.ts";
import { type Answerer, answererAt, type Diagnosis, leadToPrompt } from "../device/console.ts";
import { DeviceError } from "../device/device-error.ts";
import { judgeMicroPython, requireBoard } from "../device/micropython.ts";
import { atPrompt, type Mpremote } from "../device/mpremote.ts";
import { type BoardFiles, inspect } from "../device/on-board.ts";
import { choosePort, listPorts } from "../device/ports.ts";
import { SerialLine } from "../device/serial-line.ts";
import { firstWords } from "../flash/first-words.ts";
import { kilobytes, type Plan, planCopy } from "../flash/plan.ts";
import { bad, type Check, fromSentence, good, note, skipped } from "./check.ts";
import { checkGateway } from "./gateway.ts";
import { settled } from "./settled.ts";

/** Littlefs and the journal want some room. */
const FREE_BYTES_MIN = 64 * 1024;

export interface BoardDoctorOptions {
  readonly board: Identity;
  readonly port: string | undefined;
  /** False: what needs MicroPython's prompt is left out. */
  readonly mayRestart: boolean;
  readonly built: Manifest | undefined;
  /** Of tracebacks; null: none are at hand. */
  readonly maps: LogMapper | null;
}

/** Gives each check as it is done. */
export async function* checkBoard(mpremote: Mpremote, options: BoardDoctorOptions): AsyncGenerator<Check> {
  try {
    const { path } = choosePort(await listPorts(mpremote), options.board, options.port);
    const { answerer, line } = await answererAt(path);
    yield good("port", `${options.board.title} at ${path}; the port may be used, and nobody else holds it`);
    yield* new BoardDoctor(mpremote, options, path).run(answerer, line);
  } catch (error) {
    if (!(error instanceof DeviceError)) throw error;
    yield fromSentence("port", error.message);
  }
}

class BoardDoctor {
  constructor(
    private readonly mpremote: Mpremote,
    private readonly options: BoardDoctorOptions,
    private readonly port: string,
  ) {}

  async *run(answerer: Answerer, line: SerialLine): AsyncGenerator<Check> {
    let diagnosis = answerer.kind === "gateway" ? await settled(line, answerer.diagnosis) : null;
    if (!this.options.mayRestart) {
      await line.close();
      yield* this.aboutProgram(answerer);
      yield skipped("files", "MicroPython, flash and files: not looked at without a restart");
      yield* checkGateway(diagnosis, this.options.maps);
      return;
    }
    yield* this.aboutProgram(answerer);
    await leadToPrompt(this.port, answerer, line);
    const { built } = this.options;
    const wanted = built === undefined ? [] : Object.keys(deviceFiles(built));
    const found = await inspect(this.mpremote, this.port, wanted);
    yield* this.aboutFiles(found);
    await atPrompt(this.mpremote, this.port, [["reset"]]);
    if (diagnosis === null) diagnosis = await this.afterRestart();
    yield* checkGateway(diagnosis, this.options.maps);
  }

  private *aboutProgram(answerer: Answerer): Generator<Check> {
    const { built } = this.options;
    if (answerer.kind === "gateway") {
      const { build } = answerer.diagnosis;
      if (built === undefined || build === built.build) yield good("firmware", `The gateway runs, build ${build}`);
      else yield note("firmware", `The gateway runs build ${build}, not ${built.build}.`, "npm run flash");
    } else if (answerer.kind === "crash") {
      yield bad("firmware", "The gateway crashes.", "npm run monitor shows where.");
    } else if (answerer.kind === "prompt") {
      yield bad("firmware", "No program runs: the board stands at MicroPython's prompt.", "npm run flash");
    } else {
      yield bad(
        "firmware",
        "What runs on the board does not answer.",
        "npm run flash stops it and asks before it renames it.",
      );
    }
  }

  private *aboutFiles(found: BoardFiles): Generator<Check> {
    const { board, built } = this.options;
    yield micropythonCheck(found, board);
    const free = found.free_blocks * found.block_bytes;
    if (free >= FREE_BYTES_MIN) yield good("flash", `${kilobytes(free)} of its flash are free`);
    else
      yield bad(
        "flash",
        `Only ${kilobytes(free)} of its flash are free.`,
        "npm run flash -- --clean removes what is not the gateway's.",
      );
    if (built === undefined) return yield skipped("files", "Files: nothing to compare with, as nothing was built");
    const plan = planCopy(built, board, found, { clean: false, settings: false });
    yield filesCheck(plan);
  }

  /** Null when no gateway comes up. */
  private async afterRestart(): Promise<Diagnosis | null> {
    const { built } = this.options;
    if (built === undefined) return null;
    try {
      const { diagnosis } = await firstWords(this.port, built.build, (text) => text);
      const line = await SerialLine.open(this.port);
      return await settled(line, diagnosis).finally(() => line.close());
    } catch (error) {
      if (error instanceof DeviceError) return null;
      throw error;
    }
  }
}

function micropythonCheck(found: BoardFiles, board: Identity): Check {
  try {
    requireBoard(found.machine, board);
    const verdict = judgeMicroPython(found.release, board);
    if (verdict.kind === "good") return good("micropython", `MicroPython ${found.release} on a ${found.machine}`);
    return note("micropython", verdict.warning, `micropython.org/download/${board.download}`);
  } catch (error) {
    return fromSentence("micropython", (error as Error).message.replace(": nothing was written", ""));
  }
}

function filesCheck(plan: Plan): Check {
  const differing = plan.copy.length + (plan.mainDiffers ? 1 : 0) + plan.remove.length;
  if (plan.isDone) return good("files", "Files: all as they were built");
  if (plan.wasInterrupted) return bad("files", "Files: a copy was interrupted.", "npm run flash finishes it.");
  if (differing > 0) {
    const remedy = "npm run flash; npm run flash -- --verify names them.";
    return bad("files", `Files: ${differing} are not as they were built.`, remedy);
  }
  return note("files", "Files: as they were built, but put there by hand.", "npm run flash adds the list of them.");
}
