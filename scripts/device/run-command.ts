// How a command beside a board ends: its exit code, and a sentence instead of a stack for what its user can mend.
import { BuildFailed, ProgramRefused } from "../build/build-error.ts";
import { ToolError } from "../python-tools/tool-error.ts";
import { DeviceError, EXIT_BOARD, EXIT_ENVIRONMENT } from "./device-error.ts";

/** Runs `command` with the words of the command line. What is nobody's mistake but ours is thrown on. */
export async function runCommand(command: (args: string[]) => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (error instanceof DeviceError) process.exitCode = error.exitCode;
    else if (error instanceof ProgramRefused) process.exitCode = EXIT_BOARD;
    else if (error instanceof ToolError || error instanceof BuildFailed) process.exitCode = EXIT_ENVIRONMENT;
    else throw error;
    console.error(error.message);
  }
}
