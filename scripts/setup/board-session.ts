// A board that is being set up: led to its prompt, looked at, written to, and always left as a gateway again.

import type { Identity } from "../../firmware-ts/boards/index.ts";
import { parseManifest } from "../device/board-manifest.ts";
import { answererAt, commandsOf, leadToPrompt } from "../device/console.ts";
import { DeviceError } from "../device/device-error.ts";
import { judgeMicroPython, requireBoard } from "../device/micropython.ts";
import { atPrompt, type Mpremote } from "../device/mpremote.ts";
import type { OwnFile } from "../flash/own-files.ts";
import { isGatewayMain } from "../flash/plan.ts";
import { runOnBoard } from "./board-program.ts";
import { type Draft, type Fields, PLAIN_KEYS } from "./draft.ts";
import { type Network, networksIn } from "./networks.ts";

/** What look.py answers. */
interface Answer {
  readonly release: string;
  readonly machine: string;
  readonly main: string | null;
  readonly manifest: string | null;
  readonly files: readonly string[];
  readonly digest: string;
  readonly source: "settings.json" | "settings.good" | null;
  readonly damaged: boolean;
  readonly fields: Fields | null;
}

export interface Found {
  /** Build on the board; null where nobody wrote it down. */
  readonly build: string | null;
  /** Names in the root of its flash. */
  readonly files: readonly string[];
  /** SHA-256 of /settings.json; "" none. */
  readonly digest: string;
  /** The file that `fields` are of. */
  readonly source: Answer["source"];
  /** /settings.json is no settings. */
  readonly damaged: boolean;
  /** Null: the board has no settings. */
  readonly fields: Fields | null;
  readonly micropython: string;
}

/** Why settings were not saved, by what save.py says. */
const SAVE_FAILURES: ReadonlyMap<string, string> = new Map([
  [
    "changed",
    "The settings on the board were changed by somebody else meanwhile: nothing was written.\n  Run the command again.",
  ],
  [
    "long",
    "The settings are longer than the 8,192 bytes that a gateway reads: nothing was written.\n  allowed_numbers may have prefixes, such as +4477*, in place of many numbers.",
  ],
  [
    "worn",
    "What was written is not what the board reads back.\n  Run the command again. If it happens again, the board's flash is worn out or its supply is too weak.",
  ],
]);

/** Why a file could not be written, by what MicroPython says. */
const WRITE_FAILURES: readonly (readonly [RegExp, string])[] = [
  [
    /ENOSPC|No space|\b(28|36)\b/,
    "The board's flash is full: the settings are as they were.\n  Remove files from it (mpremote fs ls, mpremote fs rm NAME), or npm run flash -- --clean.",
  ],
  [
    /EROFS|Read-only|\b30\b/,
    "The board's flash cannot be written, as MicroPython has mounted it read-only: the settings are as they were.\n  A boot.py may do so: remove it. Else put MicroPython on the board anew.",
  ],
];

export class BoardSession {
  private readonly mpremote: Mpremote;
  /** Whether it stands at its prompt because of us. */
  private isHeld = false;
  /** Whether the gateway that ran has a setup mode, and with it a factory reset of its own. */
  private hasSetupMode = false;

  constructor(
    mpremote: Mpremote,
    readonly port: string,
    private readonly board: Identity,
  ) {
    // Ctrl-C at this terminal is for the questions alone: a step that has begun ends.
    this.mpremote = { ...mpremote, isShielded: true };
  }

  /** Leads it to its prompt. @returns the build of the gateway that ran, null when none did. Throws a DeviceError. */
  async enter(): Promise<string | null> {
    const { answerer, line } = await answererAt(this.port);
    this.isHeld = true;
    if (answerer.kind === "gateway") this.hasSetupMode = (await commandsOf(line)).includes("key");
    await leadToPrompt(this.port, answerer, line);
    return answerer.kind === "gateway" ? answerer.diagnosis.build : null;
  }

  /** Throws a DeviceError for a board that is another one, or has no gateway. */
  async look(): Promise<Found> {
    const answer = (await runOnBoard(this.mpremote, this.port, "look", { plain: PLAIN_KEYS })) as Answer;
    requireBoard(answer.machine, this.board);
    judgeMicroPython(answer.release, this.board);
    if (answer.main === null || !isGatewayMain(answer.main)) throw noGateway(answer.main !== null);
    const manifest = parseManifest(answer.manifest);
    if (manifest?.whole === false)
      throw new DeviceError(
        "The gateway on the board is not whole, as a copy was interrupted: nothing was written.\n  npm run flash finishes it.",
      );
    const { files, digest, source, damaged, fields, release } = answer;
    return { build: manifest?.build ?? null, files, digest, source, damaged, fields, micropython: release };
  }

  /** What its radio hears; ten seconds at most. @param country of the settings */
  async scan(country: string): Promise<Network[]> {
    return networksIn(await runOnBoard(this.mpremote, this.port, "scan", { country }));
  }

  /** Whole or not at all. @param found what `draft` began with. Throws a DeviceError, and then nothing has changed. */
  async save(found: Found, draft: Draft, files: readonly OwnFile[]): Promise<void> {
    const asked = {
      digest: found.digest,
      source: found.source ?? "",
      fields: draft.parts(),
      files: files.map(({ path, der }) => [path, der.toString("base64")]),
    };
    const answer = await runOnBoard(this.mpremote, this.port, "save", asked);
    const { state, error = "" } = answer as { state: string; error?: string };
    if (state === "written") return;
    const known = SAVE_FAILURES.get(state);
    if (known !== undefined) throw new DeviceError(known);
    const sentence = WRITE_FAILURES.find(([pattern]) => pattern.test(error))?.[1];
    throw new DeviceError(
      sentence ??
        `The board could not write its flash (${error}): the settings are as they were.\n  Run the command again. If it happens again, the flash is worn out or the supply too weak.`,
    );
  }

  /** @param files names in the root @returns those that were there; null: the gateway removes them, from its next start on */
  async reset(files: readonly string[], withSim: boolean): Promise<readonly string[] | null> {
    const asked = { files, sim: withSim, gateway: this.hasSetupMode };
    return (await runOnBoard(this.mpremote, this.port, "reset", asked)) as readonly string[] | null;
  }

  /** Restarts it as a gateway, if it was led to its prompt. */
  async leave(): Promise<void> {
    if (!this.isHeld) return;
    await atPrompt(this.mpremote, this.port, [["reset"]]);
    this.isHeld = false;
  }

  /** The same where something went wrong before: what that was is what counts. The board restarts by itself, in two minutes. */
  async leaveIfHeld(): Promise<void> {
    try {
      await this.leave();
    } catch (error) {
      if (!(error instanceof DeviceError)) throw error;
    }
  }
}

function noGateway(isForeign: boolean): DeviceError {
  return new DeviceError(
    `${isForeign ? "The program on the board is not the gateway" : "There is no gateway on the board"}: nothing was written.\n` +
      "  npm run build && npm run flash puts it there; then run the command again.",
  );
}
