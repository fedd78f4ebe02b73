// npm run setup, step by step: find the board, look at it, ask or take what options say, check, write whole, watch.
import { answererAt } from "../device/console.ts";
import { DeviceError, EXIT_BOARD, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { findMpremote } from "../device/mpremote.ts";
import { choosePort, listPorts } from "../device/ports.ts";
import type { Words } from "../device/words.ts";
import { checkNeededFiles } from "../flash/needed-files.ts";
import { type OwnFile, readOwnFiles } from "../flash/own-files.ts";
import { BoardSession, type Found } from "./board-session.ts";
import { CertificateQuestions } from "./certificate-questions.ts";
import { Draft, newerVersion } from "./draft.ts";
import { exportTo, requireFree } from "./export-file.ts";
import { applyChanges } from "./given-changes.ts";
import { Interruption } from "./interruption.ts";
import { Interview } from "./interview.ts";
import type { Network } from "./networks.ts";
import type { SetupOptions } from "./options.ts";
import { type Agreement, agreeToReset, resetBoard } from "./reset.ts";
import { readSecrets } from "./secrets.ts";
import { portalKeyLines, shownByGateway, shownLines, shownOf } from "./show.ts";
import { judge, summaryOf } from "./summary.ts";
import { Cancelled, canAsk, OwnTerminal } from "./terminal.ts";
import { printable } from "./value-text.ts";
import { SETUP_MODE, watchStart } from "./watch.ts";

const HOW_TO_ANSWER =
  "Enter keeps what stands in [ ]; a hyphen takes it away. Nothing is written before the end, and Ctrl-C leaves all as it was.";

/** @returns the exit code. Throws a DeviceError, or Cancelled. */
export async function setup(options: SetupOptions, words: Words): Promise<number> {
  const { task, changes } = options;
  if ((task === "ask" || task === "reset") && !canAsk()) throw nobodyToAsk(task);
  if (options.export !== undefined) requireFree(options.export);
  const own = readOwnFiles(options.files);
  for (const warning of own.warnings) words.warn(warning);
  const secrets = await readSecrets(changes.secrets);
  // A file that is wrong is said before the board is disturbed.
  applyChanges(new Draft(null), changes, secrets);
  const agreement = task === "reset" ? await atTerminal(agreeToReset) : null;
  if (task === "reset" && agreement === null) {
    words.say("Nothing was removed.");
    return EXIT_BOARD;
  }
  const mpremote = await findMpremote();
  const { path: port } = choosePort(await listPorts(mpremote), options.board, options.port);
  words.say(`${options.board.title} at ${port}`);
  const work = new Setup(options, words, new BoardSession(mpremote, port, options.board));
  const removed = options.removed.map((path) => ({ path, der: Buffer.alloc(0) }));
  return work.run([...own.files, ...removed], secrets, agreement);
}

class Setup {
  private readonly interruption = new Interruption();
  private isWritten = false;

  constructor(
    private readonly options: SetupOptions,
    private readonly words: Words,
    private readonly session: BoardSession,
  ) {}

  async run(
    files: readonly OwnFile[],
    secrets: ReadonlyMap<string, string>,
    agreement: Agreement | null,
  ): Promise<number> {
    this.interruption.begin();
    try {
      switch (this.options.task) {
        case "show":
          return await this.show();
        case "show-key":
          return await this.showKey();
        case "export":
          return await this.export();
        case "reset":
          return await this.reset(agreement ?? { withSim: false });
        case "change":
          return await this.change(files, secrets);
        default:
          return await this.ask();
      }
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      throw new Cancelled(
        this.isWritten ? "The settings are on the board." : "Nothing was written; the gateway runs as before.",
      );
    } finally {
      await this.session.leaveIfHeld();
      this.interruption.end();
    }
  }

  private async show(): Promise<number> {
    const { answerer, line } = await answererAt(this.session.port);
    if (answerer.kind === "gateway") {
      const lines = await shownByGateway(line)
        .then(shownLines)
        .finally(() => line.close());
      for (const each of [...lines, ...(answerer.diagnosis.problems ?? [])]) this.words.say(each);
      return 0;
    }
    await line.close();
    const { draft } = await this.look();
    for (const each of shownLines(shownOf(draft.settings()))) this.words.say(each);
    return 0;
  }

  private async showKey(): Promise<number> {
    const { answerer, line } = await answererAt(this.session.port);
    try {
      if (answerer.kind !== "gateway")
        throw new DeviceError(
          "No gateway runs on the board that could be asked.\n  npm run doctor looks for the reason.",
        );
      for (const each of await portalKeyLines(line)) this.words.say(each);
      return 0;
    } finally {
      await line.close();
    }
  }

  private async export(): Promise<number> {
    const { found, draft } = await this.look();
    if (found.fields === null) throw new DeviceError("The board has no settings yet.\n  npm run setup makes some.");
    const path = this.options.export ?? "";
    exportTo(path, draft);
    this.words.say(`Wrote ${path}: the settings without passwords and other secrets. Only you can read it.`);
    return 0;
  }

  private async reset(agreement: Agreement): Promise<number> {
    await this.session.enter();
    await this.session.look();
    this.interruption.check();
    await resetBoard(this.session, agreement, this.words);
    this.words.say("The board is as it was before it was set up. npm run setup sets it up anew.");
    return 0;
  }

  private async change(files: readonly OwnFile[], secrets: ReadonlyMap<string, string>): Promise<number> {
    const { found, draft } = await this.look();
    applyChanges(draft, this.options.changes, secrets);
    this.requireRight(draft);
    for (const unused of checkNeededFiles(draft.settings(), files, found.files)) this.words.warn(unused);
    this.interruption.check();
    return this.finish(found, draft, files);
  }

  private async ask(): Promise<number> {
    const { found, draft } = await this.look();
    this.interruption.check();
    this.words.say("Its radio looks for networks, ten seconds at most …");
    const networks = await this.session.scan(draft.text("wifi_country"));
    this.interruption.check();
    // While somebody thinks, it works.
    await this.session.leave();
    this.interruption.end();
    const files = await atTerminal((terminal) => this.interview(terminal, draft, networks, found));
    this.interruption.begin();
    if (files === null) {
      this.words.say("Nothing was written.");
      return EXIT_BOARD;
    }
    if (this.isNothing(found, draft, files)) return this.nothingToDo();
    this.words.say("Writing …");
    await this.session.enter();
    return this.finish(found, draft, files);
  }

  /** @returns the files to write; null when it is not to be */
  private async interview(
    terminal: OwnTerminal,
    draft: Draft,
    networks: readonly Network[],
    found: Found,
  ): Promise<readonly OwnFile[] | null> {
    terminal.say(`\n${HOW_TO_ANSWER}`);
    const certificates = new CertificateQuestions(terminal, found.files);
    const interview = new Interview(terminal, draft, networks, certificates);
    for (;;) {
      await interview.run();
      const { wrong, known } = judge(draft);
      terminal.say("\nThe settings, those that change with a *:");
      for (const line of summaryOf(draft, certificates.files)) terminal.say(line);
      for (const problem of known) terminal.say(`! ${problem} (It was so before.)`);
      for (const problem of wrong) terminal.say(`✗ ${problem}`);
      if (wrong.length === 0 && this.isNothing(found, draft, certificates.files)) return [];
      const question =
        wrong.length === 0 ? "\nWrite them to the board?" : "\nThis cannot be so. Go through the questions again?";
      const isYes = /^(y(es)?)?$/i.test(await terminal.ask(`${question} [Y/n] `));
      if (!isYes) return null;
      if (wrong.length === 0) return certificates.files;
    }
  }

  /** Writes, restarts, watches. The board stands at its prompt. */
  private async finish(found: Found, draft: Draft, files: readonly OwnFile[]): Promise<number> {
    const { session, words } = this;
    if (this.isNothing(found, draft, files)) {
      await session.leave();
      return this.nothingToDo();
    }
    await session.save(found, draft, files);
    this.isWritten = true;
    const changed = [...draft.changedKeys(), ...files.map(({ path }) => path)];
    words.say(`Written and read back: ${changed.join(", ") || "all settings"}.`);
    await session.leave();
    this.interruption.check();
    // From here on Ctrl-C ends this command, and nothing else.
    this.interruption.end();
    const wrong = await watchStart(session.port, found.build, words);
    if (wrong === SETUP_MODE) return EXIT_BOARD;
    words.say(
      wrong === 0
        ? `The gateway is set up: it is connected, and waits for messages${whereTo(draft)}.`
        : `The settings are on the board, but ${wrong === 1 ? "one thing does" : `${wrong} things do`} not work yet. npm run setup corrects a setting; npm run doctor looks again.`,
    );
    return wrong === 0 ? 0 : EXIT_BOARD;
  }

  private isNothing(found: Found, draft: Draft, files: readonly OwnFile[]): boolean {
    return !found.damaged && files.length === 0 && draft.changedKeys().length === 0;
  }

  private nothingToDo(): number {
    this.words.say("Nothing is new: the settings on the board are these already.");
    return 0;
  }

  private async look(): Promise<{ found: Found; draft: Draft }> {
    this.words.say("Reading what is set; for this the gateway stops for some seconds …");
    const before = await this.session.enter();
    const found = await this.session.look();
    const newer = newerVersion(found.fields?.find(([key]) => key === "version")?.[1]);
    if (newer) throw new DeviceError(`${newer}\n  Nothing was written. npm run setup -- --reset removes them.`);
    if (found.damaged)
      this.words.warn(
        found.fields === null
          ? "/settings.json on the board is damaged, and there is no copy: this begins with nothing."
          : "/settings.json on the board is damaged: this begins with the last good settings.",
      );
    return { found: { ...found, build: found.build ?? before }, draft: new Draft(found.fields) };
  }

  private requireRight(draft: Draft): void {
    const { wrong, known } = judge(draft);
    for (const problem of known) this.words.warn(`${problem} (It was so before.)`);
    if (wrong.length === 0) return;
    const lines = wrong.map((problem) => `  ${problem}`).join("\n");
    throw new DeviceError(`The settings cannot be so: nothing was written.\n${lines}`, EXIT_BOARD);
  }
}

/** Where they go; Adafruit IO has a scheme of its own. */
function whereTo(draft: Draft): string {
  return draft.text("broker_kind") === "mqtt" ? `, which go to the topic ${printable(draft.text("topic"))}/sms` : "";
}

async function atTerminal<T>(questions: (terminal: OwnTerminal) => Promise<T>): Promise<T> {
  const terminal = new OwnTerminal();
  try {
    return await questions(terminal);
  } finally {
    terminal.close();
  }
}

function nobodyToAsk(task: "ask" | "reset"): DeviceError {
  return new DeviceError(
    task === "reset"
      ? "--reset asks for the word RESET, and there is no terminal to ask at: nothing was removed."
      : "There is no terminal to ask at: nothing was done.\n" +
          "  Without questions: npm run setup -- --settings FILE, or --set KEY=VALUE and --set-secret KEY.",
    EXIT_ENVIRONMENT,
  );
}
