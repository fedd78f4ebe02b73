// Runs a command without a shell and collects what it prints.
import { execFile } from "node:child_process";

export interface Outcome {
  /** Null when the command could not be started at all. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

export function run(command: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<Outcome> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    execFile(program, args, { env, maxBuffer: OUTPUT_BYTES_MAX, windowsHide: true }, (error, stdout, stderr) => {
      const status = error === null ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ status, stdout, stderr });
    });
  });
}
