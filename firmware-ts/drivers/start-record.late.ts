// Counts the starts of the board, and keeps why it restarted, over power cuts. There at the start, and again for a moment when
// something is to be written. What runtime-py/crash_record.py keeps of an exception is read here.
//
// A file's new content is durable when it is closed, whole or not at all (littlefs), so a power cut leaves the old or the new.
import { type OctetFile, open } from "io";
import { restart } from "restarts";

/** Marks of runtime-py/restarts.py. */
const MAINTENANCE = 1;
const STUCK = 3;
const REQUEST = 4;
/** machine.reset_cause(); on a Pico each restart by the program, too. */
const WATCHDOG = 3;
const RESET = 2;
/** Of domain/info.ts: before the word of the first mark. */
const BEFORE_MARKS = 5;

/**
 * Three octets: starts in a row that did not last a minute; how many writes are spent; how often safe mode has let the modem
 * try.
 */
const STARTS = "/starts";
const RECORD = "/crash";
const QUICK = 0;
const SPENT = 1;
const TRIES = 2;

/** So many resets, each within 60 s of the start before, are safe mode. */
const QUICK_MAX = 5;
const TRIES_MAX = 9;
/**
 * When so many writes are spent, nothing is written any more until starts last longer: each hour gives four back, for one. So it
 * is 200 a day at most, 80 and 24 times 5, however often the board restarts.
 */
const SPENT_MAX = 80;
const GIVEN_BACK = 4;
/** Its count, and a minute later that it went well. */
const START_WRITES = 2;
/** Itself, and that it is spent. */
const RECORD_WRITES = 2;
const HOUR_MS = 3600000;
const FOREVER_MS = 1000000000;

/** A trace of ten places, and what stands around it. */
const RECORD_OCTETS_MAX = 1536;
/** By number: those of app/supervisor.ts, and what else may be the matter. */
const TASKS = "|network|broker|modem|flash|display|messages|memory";

/** How this start came about. */
export class StartRecord {
  constructor(
    /** An index of the words in domain/info.ts. */
    readonly cause: int<0, 20>,
    /** How often safe mode has let the modem try; -1: no safe mode. */
    readonly tries: int<-1, 9>,
  ) {}
}

/**
 * Counts this start, but for one that somebody wished: then the last one went well.
 * @param cause machine.reset_cause()
 * @param mark why the last start ended, and what it was busy with: runtime-py/restarts.py
 * @param build that runs
 */
export function countStart(cause: int<0, 15>, mark: int<0, 15>, trail: u32, build: string): StartRecord {
  const starts = kept();
  const quick = starts[QUICK] ?? 0;
  const spent = starts[SPENT] ?? 0;
  const tries = starts[TRIES] ?? 0;
  if (mark === MAINTENANCE || mark === REQUEST) keep(starts, 0, spent, 0);
  else if (spent + START_WRITES <= SPENT_MAX)
    keep(starts, Math.min(quick + 1, QUICK_MAX + 1), spent + START_WRITES, tries);
  const isBitten = cause === WATCHDOG && mark === 0 && trail !== 0;
  if (isBitten) keepRecord(starts, "watchdog", build, (trail >>> 3) * 60, trail & 7);
  const isSafe = (starts[QUICK] ?? 0) > QUICK_MAX;
  // What resets the board without a mark, and is no watchdog, is somebody at the prompt.
  const own = cause === WATCHDOG && !isBitten ? RESET : cause;
  return new StartRecord(mark > 0 ? mark + BEFORE_MARKS : own, isSafe ? Math.min(starts[TRIES] ?? 0, TRIES_MAX) : -1);
}

/** The record of the last crash, JSON; "" none. */
export function crashRecord(): string {
  const file = opened(RECORD);
  if (file === null) return "";
  const octets = file.read(RECORD_OCTETS_MAX);
  file.close();
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
    return text.startsWith('{"reason":"') && text.endsWith("}") ? text : "";
  } catch {
    return "";
  }
}

/**
 * Writes that the start went well, and so did an hour, which gives writes back.
 * @returns after how many milliseconds it is to be said again
 */
export function keepStart(isHour: boolean): int<1, 1000000000> {
  const starts = kept();
  const spent = starts[SPENT] ?? 0;
  keep(starts, 0, isHour ? Math.max(spent - GIVEN_BACK, 0) : spent, 0);
  return (starts[SPENT] ?? 0) > 0 ? HOUR_MS : FOREVER_MS;
}

/** Writes that safe mode lets the modem try: after a reset it is to wait longer. */
export function keepTry(): void {
  const starts = kept();
  keep(
    starts,
    starts[QUICK] ?? 0,
    Math.min((starts[SPENT] ?? 0) + 1, SPENT_MAX),
    Math.min((starts[TRIES] ?? 0) + 1, TRIES_MAX),
  );
}

/** Restarts the board at once. @param task that does not go on; 0: it is wished; 7: for want of memory */
export function restartFor(task: int<0, 7>, build: string, uptimeS: number): void {
  if (task > 0) keepRecord(kept(), "stuck", build, uptimeS, task);
  restart(task > 0 ? STUCK : REQUEST);
}

function kept(): Uint8Array {
  const starts = new Uint8Array(3);
  const file = opened(STARTS);
  if (file !== null) {
    file.readinto(starts);
    file.close();
  }
  return starts;
}

function keep(starts: Uint8Array, quick: number, spent: number, tries: number): void {
  if (starts[QUICK] === quick && starts[SPENT] === spent && starts[TRIES] === tries) return;
  starts[QUICK] = quick & 0xff;
  starts[SPENT] = spent & 0xff;
  starts[TRIES] = tries & 0xff;
  write(STARTS, starts);
}

function keepRecord(starts: Uint8Array, reason: string, build: string, uptimeS: number, task: int<0, 7>): void {
  const spent = (starts[SPENT] ?? 0) + RECORD_WRITES;
  if (spent > SPENT_MAX) return;
  keep(starts, starts[QUICK] ?? 0, spent, starts[TRIES] ?? 0);
  const name = TASKS.split("|")[task] ?? "";
  const record = `{"reason":"${reason}","build":"${build}","uptime_s":${uptimeS},"task":"${name}"}`;
  write(RECORD, new TextEncoder().encode(record));
}

/** A flash that cannot be written keeps nothing from working. */
function write(path: string, octets: ReadonlyUint8Array): void {
  try {
    const file = open(path, "wb");
    file.write(octets);
    file.close();
  } catch {
    // Nothing is known of it at the next start, whatever the reason is.
  }
}

function opened(path: string): OctetFile | null {
  try {
    return open(path, "rb");
  } catch {
    return null;
  }
}
