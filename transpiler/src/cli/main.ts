// The command from its arguments to its exit code; every failure ends here as text for a person.
import { InternalError } from "../diagnostics/internal-error.ts";
import { type Arguments, parseArguments } from "./arguments.ts";
import { commands } from "./commands.ts";
import { ExitCode } from "./exit-code.ts";
import { HELP } from "./help.ts";
import type { Host } from "./host.ts";
import { UserError } from "./user-error.ts";

/** Frames of our own stack that a report needs to be of use. */
const STACK_LINES = 5;

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
    host.stderr(internalFailure(error, args.files));
    return ExitCode.internal;
  }
}

function internalFailure(error: unknown, files: readonly string[]): string {
  const failure = error instanceof Error ? error : new Error(String(error));
  const stack = failure.stack?.split("\n").filter((line) => line.startsWith("    at ")) ?? [];
  const span = failure instanceof InternalError ? failure.span : undefined;
  const place = span ? ` at offset ${span.start} of the source` : "";
  return [
    `ts2mpy: the compiler itself failed${place}: ${failure.message}`,
    ...stack.slice(0, STACK_LINES),
    `This is a fault of ts2mpy, not of your program. Please report these lines with the source of ${files.join(", ")}.`,
    "",
  ].join("\n");
}
