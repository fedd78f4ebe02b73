// npm run flash, step by step: find the board, get to its prompt, look, plan, copy, compare, finish, restart, listen.
import { statSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../firmware-ts/domain/settings/settings.ts";
import { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";
import type { Manifest } from "../build/manifest.ts";
import { BOARD_MANIFEST, deviceFiles } from "../device/board-manifest.ts";
import { answererAt, leadToPrompt } from "../device/console.ts";
import { DeviceError } from "../device/device-error.ts";
import { judgeMicroPython, requireBoard } from "../device/micropython.ts";
import { atPrompt, findMpremote, type Mpremote } from "../device/mpremote.ts";
import { type BoardFiles, inspect, parseInspection, program } from "../device/on-board.ts";
import { choosePort, listPorts } from "../device/ports.ts";
import type { Words } from "../device/words.ts";
import { type FirstWords, firstWords } from "./first-words.ts";
import { checkNeededFiles } from "./needed-files.ts";
import type { FlashOptions } from "./options.ts";
import { OwnCopies } from "./own-copies.ts";
import { readOwnFiles } from "./own-files.ts";
import { kilobytes, type Plan, planCopy, requireSpace } from "./plan.ts";
import { checkSettingsFile } from "./settings-file.ts";

/** What was found and done; the object of --json. */
export interface FlashReport {
  port: string;
  board: string;
  build: string;
  /** The build that was on the board; null none. */
  before: string | null;
  micropython: string | null;
  upToDate: boolean;
  copied: readonly string[];
  removed: readonly string[];
  renamed: readonly string[];
  /** Files that are not the gateway's and stayed. */
  kept: readonly string[];
  /** With --verify or --dry-run: what differs. */
  differs: readonly string[];
  /** What the gateway said when it had started; null when it was not started. */
  gateway: FirstWords["diagnosis"] | null;
  ms: number;
}

export interface Built {
  /** dist/. */
  readonly dist: string;
  readonly manifest: Manifest;
}

/** Throws a DeviceError; what is on the board then is said by its message. */
export async function flash(options: FlashOptions, built: Built, words: Words): Promise<FlashReport> {
  const startedAt = performance.now();
  const { board } = options;
  const settings = options.settings === undefined ? null : checkSettingsFile(options.settings);
  for (const problem of settings?.problems ?? []) words.warn(`${options.settings}: ${problem}`);
  const own = readOwnFiles(options);
  for (const warning of own.warnings) words.warn(warning);
  const mpremote = await findMpremote();
  const { path: port } = choosePort(await listPorts(mpremote), board, options.port);
  const report: FlashReport = {
    port,
    board: board.name,
    build: built.manifest.build,
    before: null,
    micropython: null,
    upToDate: false,
    copied: [],
    removed: [],
    renamed: [],
    kept: [],
    differs: [],
    gateway: null,
    ms: 0,
  };
  words.say(`${board.title} at ${port}, mpremote ${mpremote.version}`);
  const copies = new OwnCopies(options.settings, own.files);
  try {
    await new Flashing(options, built, words, mpremote, report, settings, copies).run();
  } finally {
    copies.close();
  }
  return { ...report, ms: Math.round(performance.now() - startedAt) };
}

class Flashing {
  constructor(
    private readonly options: FlashOptions,
    private readonly built: Built,
    private readonly words: Words,
    private readonly mpremote: Mpremote,
    private readonly report: FlashReport,
    private readonly settings: Settings | null,
    private readonly own: OwnCopies,
  ) {}

  async run(): Promise<void> {
    if (await this.enter()) return;
    const found = await this.look();
    if (this.settings !== null)
      for (const unused of checkNeededFiles(this.settings, this.own.files, Object.keys(found.files)))
        this.words.warn(unused);
    const plan = planCopy(this.built.manifest, this.options.board, found, {
      clean: this.options.clean,
      settings: this.own.paths.length > 0,
    });
    this.tellOf(plan);
    if (this.options.verify || this.options.dryRun) return this.leaveAlone(plan);
    if (!plan.isDone) {
      requireSpace(plan, found, (path) => statSync(this.onDisk(path)).size);
      await this.agreed(plan);
      await this.copy(plan);
    }
    this.report.upToDate = plan.isDone;
    await this.restart();
  }

  /** Leads the board to its prompt. @returns whether it runs this build already, and was left alone */
  private async enter(): Promise<boolean> {
    const { report, words, options } = this;
    const { answerer, line } = await answererAt(report.port);
    if (answerer.kind === "gateway") {
      const { diagnosis } = answerer;
      report.before = diagnosis.build;
      // A copy takes main.py away first and brings it last, so a board that runs a build has all of it.
      const isWanted =
        diagnosis.build === report.build && (diagnosis.board ?? options.board.name) === options.board.name;
      const hasMore = options.clean || options.verify || this.own.paths.length > 0 || !options.restart;
      if (isWanted && !hasMore && !options.dryRun) {
        await line.close();
        report.upToDate = true;
        report.gateway = diagnosis;
        return true;
      }
      words.say(`It runs the gateway, build ${diagnosis.build}: it is led to its prompt …`);
    } else if (answerer.kind === "nobody") {
      words.say("It runs a program that does not answer: Ctrl-C …");
    }
    await leadToPrompt(report.port, answerer, line);
    return false;
  }

  private async look(): Promise<BoardFiles> {
    const { report, words, options } = this;
    const found = await inspect(this.mpremote, report.port, Object.keys(deviceFiles(this.built.manifest)));
    report.micropython = found.release;
    requireBoard(found.machine, options.board);
    const verdict = judgeMicroPython(found.release, options.board);
    if (verdict.kind === "works") words.warn(verdict.warning);
    const free = found.free_blocks * found.block_bytes;
    words.say(`MicroPython ${found.release}, ${kilobytes(free)} of its flash are free`);
    return found;
  }

  private tellOf(plan: Plan): void {
    const { report, words } = this;
    report.before ??= plan.before;
    report.kept = plan.foreign.map(([path]) => path);
    if (plan.wasInterrupted) words.say("A copy was interrupted before: it is finished now.");
    if (plan.foreign.length > 0) words.say(`Kept, as they are not the gateway's: ${report.kept.join(", ")}`);
  }

  /** --verify and --dry-run. */
  private async leaveAlone(plan: Plan): Promise<void> {
    const { report, words, options } = this;
    const manifest = plan.isWhole ? [] : [BOARD_MANIFEST];
    const copied = [...plan.copy, ...(plan.mainDiffers ? ["main.py"] : []), ...manifest];
    report.differs = [...copied, ...plan.remove];
    report.upToDate = plan.isDone;
    if (plan.isDone) words.say(`The board holds build ${report.build}, every file of it as it was built.`);
    for (const path of copied) words.say(`  ${options.verify ? "differs or is missing" : "would be copied"}: ${path}`);
    for (const path of plan.remove)
      words.say(`  ${options.verify ? "is of another build" : "would be removed"}: ${path}`);
    for (const path of plan.rename)
      words.say(`  ${options.verify ? "is not the gateway's" : "would be renamed"}: ${path}`);
    for (const path of this.own.paths) words.say(`  would be written: ${path}`);
    await this.restart();
  }

  /** What is somebody else's is touched only with a yes. */
  private async agreed(plan: Plan): Promise<void> {
    const { options, report, words } = this;
    const renamed = plan.rename.join(" and ");
    const removed = plan.remove.filter((path) => options.clean && !path.startsWith("gateway/"));
    if (plan.rename.length > 0 && !options.yes) {
      const isAgreed = await words.ask(`On the board, ${renamed} is not the gateway's. Rename to .bak?`);
      if (!isAgreed)
        throw new DeviceError(
          `On the board, ${renamed} is not the gateway's: nothing was written.\n` +
            "  npm run flash -- --yes renames to .bak and goes on.",
        );
    }
    if (removed.length > 0 && !options.yes) {
      const isAgreed = await words.ask(`Remove ${removed.join(", ")}?`);
      if (!isAgreed)
        throw new DeviceError(
          `--clean would remove ${removed.join(", ")}: nothing was written.\n  With --yes it does.`,
        );
    }
    report.renamed = plan.rename;
    report.removed = plan.remove;
  }

  private async copy(plan: Plan): Promise<void> {
    const { mpremote, report, words } = this;
    const { port } = report;
    const total = plan.copy.length + 1;
    let done = 0;
    const count = (printed: string) => {
      if (/^cp /.test(printed)) words.progress(done++, total, printed.split(" :").at(-1) ?? "");
    };
    const before = {
      manifest: plan.manifests.unfinished,
      rename: plan.rename,
      remove: plan.remove,
      empty_folders: plan.emptyFolders,
      folders: plan.folders,
    };
    const printed = await atPrompt(
      mpremote,
      port,
      [
        program("prepare", "PLAN", before),
        ...plan.copy.map((path) => this.cp(path)),
        program("inspect", "WANTED", plan.copy),
      ],
      count,
    );
    this.requireSame(parseInspection(printed), plan.copy);
    const end = await atPrompt(
      mpremote,
      port,
      [...this.own.commands(), this.cp("main.py"), program("inspect", "WANTED", ["main.py"])],
      count,
    );
    this.requireSame(parseInspection(end), ["main.py"]);
    const after = { manifest: plan.manifests.whole, own: this.own.renames() };
    await atPrompt(mpremote, port, [program("finish", "PLAN", after)]);
    report.copied = [...plan.copy, "main.py"];
    words.say(
      `Copied ${report.copied.length} files${plan.remove.length > 0 ? `, removed ${plan.remove.length}` : ""}` +
        `${this.own.paths.length > 0 ? `, wrote ${this.own.paths.join(", ")}` : ""}: build ${report.build}`,
    );
  }

  private cp(path: string): readonly string[] {
    return ["fs", "cp", "-f", this.onDisk(path), `:${path}`];
  }

  private requireSame(found: BoardFiles, copied: readonly string[]): void {
    const wanted = deviceFiles(this.built.manifest);
    const wrong = copied.filter((path) => found.files[path]?.[1] !== wanted[path]);
    if (wrong.length === 0) return;
    throw new DeviceError(
      `What was written is not what the board reads back: ${wrong.join(", ")}.\n` +
        "  Run the command again. If it happens again, the board's flash is worn out or its supply is too weak.",
    );
  }

  private async restart(): Promise<void> {
    const { built, mpremote, options, report, words } = this;
    if (!options.restart) {
      words.say("The board stands at MicroPython's prompt; the gateway starts at its next restart.");
      return;
    }
    const hasGateway = !options.verify && !options.dryRun;
    await atPrompt(mpremote, report.port, [["reset"]]);
    if (!hasGateway) return;
    words.say("Waiting for the gateway's first words …");
    const mapper = new LogMapper(join(built.dist, "maps"));
    const { diagnosis, lines } = await firstWords(report.port, report.build, (text) => mapper.map(text));
    for (const line of lines) words.say(`  ${line}`);
    report.gateway = diagnosis;
  }

  private onDisk(path: string): string {
    return join(this.built.dist, "device", path);
  }
}
