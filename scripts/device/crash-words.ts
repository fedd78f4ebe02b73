// The record of a gateway's last restart by itself, for people: what it says, and its traceback in lines of the TypeScript.
import { stripVTControlCharacters } from "node:util";
import { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";

/** `crash` of gateway/info and of the console's diagnosis. */
export interface Crash {
  readonly reason: string;
  readonly build: string;
  readonly uptime_s: number;
  readonly task?: string;
  readonly trace?: string;
}

const REASONS: Readonly<Record<string, string>> = {
  exception: "a fault of the program",
  watchdog: "the watchdog, as the program hung",
  stuck: "a part of the program did not go on",
};

/** What happened, in one sentence. */
export function crashSentence({ reason, task, uptime_s }: Crash): string {
  const where = task ? ` (${printable(task)})` : "";
  return `${REASONS[reason] ?? printable(reason)}${where}, ${age(uptime_s)} after the start`;
}

/** Its traceback, if it has one. @param maps null: none are at hand, so its lines stay Python's */
export function crashTrace({ build, trace }: Crash, maps: LogMapper | null): string[] {
  if (trace === undefined) return [];
  maps?.map(`build ${build}`);
  const lines = trace.split("\n").map(printable);
  return maps === null ? lines : [...lines.flatMap((line) => maps.map(line).split("\n")), ...maps.remarks];
}

/** @param folder dist/maps */
export function mapsIn(folder: string): LogMapper | null {
  try {
    return new LogMapper(folder);
  } catch {
    return null;
  }
}

/** What stands in a record has been on a board: no control character of it reaches the terminal. */
function printable(text: string): string {
  return stripVTControlCharacters(text).replace(/\p{Cc}/gu, "?");
}

function age(seconds: number): string {
  if (seconds < 120) return `${seconds} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}
