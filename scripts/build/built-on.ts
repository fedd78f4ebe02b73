// The day that a build is of: what the gateway never takes the time to be before. Of the same sources it is the same, on
// whichever machine: the day of the last commit, or of SOURCE_DATE_EPOCH, the seconds since 1970 that reproducible builds
// are given (reproducible-builds.org). Sources without a history are of the day of their files.
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./project.ts";

const DAY_S = 86_400;
const TO_2000_S = 946_684_800;

/** Seconds since the beginning of 2000, at the beginning of the day in UTC. */
export function builtOn(environment: NodeJS.ProcessEnv = process.env, folder = repository): number {
  const seconds = secondsSaid(environment.SOURCE_DATE_EPOCH) ?? secondsCommitted(folder) ?? secondsOfFiles(folder);
  return Math.max(seconds - (seconds % DAY_S) - TO_2000_S, 0);
}

function secondsSaid(text: string | undefined): number | null {
  return text !== undefined && /^\d{9,10}$/.test(text) ? Number(text) : null;
}

function secondsCommitted(folder: string): number | null {
  try {
    const said = execFileSync("git", ["log", "-1", "--format=%ct"], { cwd: folder, encoding: "utf8", stdio: "pipe" });
    return secondsSaid(said.trim());
  } catch {
    return null;
  }
}

function secondsOfFiles(folder: string): number {
  return Math.trunc(statSync(join(folder, "package.json")).mtimeMs / 1000);
}
