// The command from its arguments to its exit code; every failure ends here as text for a person.
import { InternalError } from "../diagnostics/internal-error.ts";
import { shownPath } from "../diagnostics/shown-path.ts";
import { LineTable } from "../source-map/line-table.ts";
import { type Arguments, parseArguments } from "./arguments.ts";
import { commands } from "./commands.ts";
import { ExitCode } from "./exit-code.ts";
import { readIfThere } from "./files.ts";
import { HELP } from "./help.ts";
import type { Host } from "./host.ts";
import { UserError } from "./user-error.ts";

export async function main(argv: readonly string[], host: Host): Promise<number> {
  try {
    const args = parseArguments(argv);
    if (args.command === "help") {
      host.stdout(HELP);
      return ExitCode.done;
    }
    return await carryOut(args, args.command, host);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    host.stderr(`ts2mpy: ${error.message}\n`);
    return ExitCode.usage;
  }
}

async function carryOut(args: Arguments, command: keyof typeof commands, host: Host): Promise<number> {
  try {
    return await commands[command](args, host);
  } catch (error) {
    if (error instanceof UserError) throw error;
    host.stderr(internalFailure(error, args, host));
    return ExitCode.internal;
  }
}

/** Says what to report: the statement that was worked on, and, if asked for, where in the compiler. */
function internalFailure(error: unknown, { files, options }: Arguments, { cwd }: Host): string {
  const failure = InternalError.at(error, undefined, undefined);
  const place = failure.file && failure.span ? placeOf(failure.file, failure.span.start, cwd) : null;
  const stack = (failure.cause instanceof Error ? failure.cause : failure).stack?.split("\n") ?? [];
  return [
    `ts2mpy: the compiler itself failed${place ? ` at ${place.shown}` : ""}: ${failure.message}`,
    ...(place ? [`  ${place.line.trim()}`] : []),
    ...(options.stack ? stack.filter((line) => line.startsWith("    at ")) : []),
    `This is a fault of ts2mpy, not of your program. Please report ${place ? "this line" : `the source of ${files.join(", ")}`} and what it says with --stack.`,
    "",
  ].join("\n");
}

function placeOf(file: string, start: number, cwd: string): { shown: string; line: string } | null {
  const text = readIfThere(file);
  if (text === null) return null;
  const lines = new LineTable(text);
  const { line, column } = lines.position(start);
  return { shown: `${shownPath(file, cwd)}:${line}:${column}`, line: lines.lineText(line) };
}
