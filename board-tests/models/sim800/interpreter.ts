// From bytes to answers: finds command lines, runs them one at a time through the table, frames what they give.
// Framing: V.250 5.7.1; a result is CR LF, its text, CR LF. The echo is whatever came in.

import { spoilt } from "./answer-faults.ts";
import { type Command, parseCommandLine } from "./command-line.ts";
import { commandHandler } from "./commands/table.ts";
import { type Answer, type Modem, type Prompt, refuse } from "./modem.ts";
import { finalText } from "./result-codes.ts";
import type { Transmitter } from "./transmitter.ts";

const CR = 0x0d;
const LF = 0x0a;
const CTRL_Z = 0x1a;
const ESC = 0x1b;
const BACKSPACE = 0x08;

/** Characters of a command line at most (manual 1.4.3). */
const LINE_LENGTH_MAX = 556;

/** Bytes kept while a command runs. */
const TYPE_AHEAD_MAX = 1_024;

/** What stands after the name in a command, by its form: for `commandMs`. */
const FORM_MARKS = { execute: "", query: "?", test: "=?", set: "=" } as const;

/** Added to the name of a command for what follows the text at its prompt. */
export const BODY = ":body";

export interface CommandRecord {
  atMs: number;
  line: string;
}

const COMMAND_LOG_MAX = 1_000;

export class Interpreter {
  private line = "";
  private lastLine = "";
  private busy = false;
  private typeAhead: number[] = [];
  private prompt: { of: string; prompt: Prompt } | undefined;
  /** The last command lines, oldest first. */
  readonly log: CommandRecord[] = [];

  constructor(
    private readonly modem: Modem,
    private readonly transmitter: Transmitter,
  ) {}

  /** Forgets what was under way. */
  restart(): void {
    this.line = "";
    this.lastLine = "";
    this.busy = false;
    this.typeAhead = [];
    this.prompt = undefined;
  }

  receive(byte: number): void {
    if (!this.busy) return this.accept(byte);
    if (this.modem.settings.behaviour.typeAhead === "keep" && this.typeAhead.length < TYPE_AHEAD_MAX)
      this.typeAhead.push(byte);
  }

  private accept(byte: number): void {
    if (this.modem.profile.echo) this.transmitter.sendEcho(byte);
    if (this.prompt) this.acceptBody(byte, this.prompt);
    else if (byte === CR) this.runLine(this.line);
    else if (byte === BACKSPACE) this.line = this.line.slice(0, -1);
    else if (byte !== LF) this.line += String.fromCharCode(byte);
    // A/ takes no carriage return (V.250 5.2.4).
    if (!this.busy && /^a\/$/i.test(this.line)) this.runLine(this.lastLine);
  }

  private acceptBody(byte: number, { of, prompt }: { of: string; prompt: Prompt }): void {
    if (byte !== CTRL_Z && byte !== ESC) {
      this.line += String.fromCharCode(byte);
      return;
    }
    const body = this.line.trim();
    this.line = "";
    this.prompt = undefined;
    if (byte === ESC) return this.leavePrompt(of);
    const failure = this.modem.faults.take("fail", of + BODY);
    this.answer(failure ? refuse(failure.result) : prompt.finish(body), of + BODY);
  }

  private leavePrompt(of: string): void {
    const result = this.modem.settings.behaviour.escapeAnswer === "ok" ? "OK" : "none";
    this.answer({ units: [], result }, of);
  }

  private runLine(text: string): void {
    this.line = "";
    const start = text.search(/AT|at/);
    if (start < 0) return; // no command line: nothing answers (V.250 5.2.1)
    const line = text.slice(start);
    this.lastLine = line;
    this.record(line);
    const commands = line.length > LINE_LENGTH_MAX ? undefined : parseCommandLine(line.slice(2));
    if (!commands) return this.answer(refuse("ERROR"), "");
    this.run(commands);
  }

  private record(line: string): void {
    this.log.push({ atMs: this.modem.now(), line });
    if (this.log.length > COMMAND_LOG_MAX) this.log.shift();
  }

  /** Runs the commands of one line: their information together, the first error ends it (V.250 5.4.2). */
  private run(commands: Command[]): void {
    const units: string[] = [];
    let answer: Answer = { units: [], result: "OK" };
    const afterwards: (() => void)[] = [];
    for (const command of commands) {
      answer = this.runOne(command);
      units.push(...answer.units);
      if (answer.afterwards) afterwards.push(answer.afterwards);
      if (answer.result !== "OK") break;
    }
    const last = commands.at(-1);
    const runAll = () => {
      for (const action of afterwards) action();
    };
    const delayMs = answer.delayMs ?? this.usualMs(last);
    this.answer({ ...answer, units, afterwards: runAll, delayMs }, last?.name ?? "");
  }

  private usualMs(command: Command | undefined): number | undefined {
    if (!command) return undefined;
    const { commandMs } = this.modem.settings.timing;
    return commandMs[command.name + FORM_MARKS[command.form]] ?? commandMs[command.name];
  }

  private runOne(command: Command): Answer {
    const failure = this.modem.faults.take("fail", command.name);
    if (failure) return refuse(failure.result);
    const handler = commandHandler(this.modem.model, command.name);
    return handler ? handler(this.modem, command) : refuse("ERROR");
  }

  private answer(answer: Answer, name: string): void {
    const slow = this.modem.faults.take("slow", name)?.ms ?? 0;
    const isSilent = this.modem.faults.take("silent", name) !== undefined;
    this.busy = true;
    this.modem.later((answer.delayMs ?? this.modem.settings.timing.replyMs) + slow, () => {
      const breaksOff = !isSilent && this.send(answer, name);
      this.prompt = answer.prompt && { of: name, prompt: answer.prompt };
      this.transmitter.afterSending(() => (breaksOff ? this.modem.restart() : this.finish(answer)));
    });
  }

  /** True if the modem restarts in the middle of it. */
  private send(answer: Answer, name: string): boolean {
    const final = answer.result === "none" ? [] : [`\r\n${finalText(answer.result, this.modem.profile.cmee)}\r\n`];
    const { units, breaksOff } = spoilt([...answer.units, ...final], name, this.modem.faults);
    this.transmitter.sendAnswer(units, this.modem.faults.take("interrupt", name));
    return breaksOff;
  }

  private finish(answer: Answer): void {
    this.busy = false;
    answer.afterwards?.();
    while (this.typeAhead.length > 0 && !this.busy) this.accept(this.typeAhead.shift() as number);
  }
}
