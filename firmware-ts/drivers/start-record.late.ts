// Counts the starts of the board, and keeps why it restarted, over power cuts. There at the start, and again for a moment when
// something is to be written. What runtime-py/crash.py keeps of an exception is read here.
//
// Its names are found elsewhere in the program, too: it is loaded at each start, and a new name stays on the heap for ever.
//
// A file's new content is durable when it is closed, whole or not at all (littlefs), so a power cut leaves the old or the new.
import { type OctetFile, open } from "io";
import { restart } from "restarts";

/** Marks of runtime-py/restarts.py. */
const MAINTENANCE = 1;
const STUCK = 3;
/** And all marks from it on, which say what was wished for. */
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
const REASONS = "watchdog|stuck";
/** By number: those of app/supervisor.ts, and what else may be the matter. */
const TASKS = "|network|broker|modem|flash|display|messages|memory";

/**
 * Counts this start, but for one that somebody wished: then the last one went well.
 * @param cause machine.reset_cause()
 * @param mark why the last start ended, and what it was busy with: runtime-py/restarts.py
 * @param build that runs
 * @returns how this start came about, an index of the words in domain/info.ts, times 16; and 1 more than how often safe mode has
 * let the modem try, 0 without safe mode
 */
export function begin(cause: int<0, 15>, mark: int<0, 15>, trail: u32, build: string): int<0, 400> {
  const octets = kept();
  const used = octets[SPENT] ?? 0;
  const tries = octets[TRIES] ?? 0;
  if (mark === MAINTENANCE || mark >= REQUEST) count(octets, 0, used, 0);
  else if (used + START_WRITES <= SPENT_MAX)
    count(octets, Math.min((octets[QUICK] ?? 0) + 1, QUICK_MAX + 1), used + START_WRITES, tries);
  const isBitten = cause === WATCHDOG && mark === 0 && trail !== 0;
  if (isBitten) note(octets, 0, build, (trail >>> 3) * 60, trail & 7);
  // What resets the board without a mark, and is no watchdog, is somebody at the prompt.
  const own = cause === WATCHDOG && !isBitten ? RESET : cause;
  const word = mark > 0 ? Math.min(mark, REQUEST) + BEFORE_MARKS : own;
  return word * 16 + ((octets[QUICK] ?? 0) > QUICK_MAX ? Math.min(octets[TRIES] ?? 0, TRIES_MAX) + 1 : 0);
}

/** The record of the last crash, JSON; "" none. */
export function record(): string {
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
export function keep(isOver: boolean): int<1, 1000000000> {
  const octets = kept();
  const used = octets[SPENT] ?? 0;
  count(octets, 0, isOver ? Math.max(used - GIVEN_BACK, 0) : used, 0);
  return (octets[SPENT] ?? 0) > 0 ? HOUR_MS : FOREVER_MS;
}

/** Writes that safe mode lets the modem try: after a reset it is to wait longer. */
export function attempted(): void {
  const octets = kept();
  const used = Math.min((octets[SPENT] ?? 0) + 1, SPENT_MAX);
  count(octets, octets[QUICK] ?? 0, used, Math.min((octets[TRIES] ?? 0) + 1, TRIES_MAX));
}

/** Restarts the board at once. @param job that does not go on; 0: it is wished; 7: for want of memory */
export function reset(job: int<0, 7>, build: string, seconds: number): void {
  if (job > 0) note(kept(), 1, build, seconds, job);
  restart(job > 0 ? STUCK : REQUEST);
}

function kept(): Uint8Array {
  const octets = new Uint8Array(3);
  const file = opened(STARTS);
  if (file !== null) {
    file.readinto(octets);
    file.close();
  }
  return octets;
}

function count(octets: Uint8Array, value: number, used: number, tries: number): void {
  if (octets[QUICK] === value && octets[SPENT] === used && octets[TRIES] === tries) return;
  octets[QUICK] = value & 0xff;
  octets[SPENT] = used & 0xff;
  octets[TRIES] = tries & 0xff;
  write(STARTS, octets);
}

function note(octets: Uint8Array, value: 0 | 1, build: string, seconds: number, job: int<0, 7>): void {
  const used = (octets[SPENT] ?? 0) + RECORD_WRITES;
  if (used > SPENT_MAX) return;
  count(octets, octets[QUICK] ?? 0, used, octets[TRIES] ?? 0);
  const name = TASKS.split("|")[job] ?? "";
  const text = `{"reason":"${REASONS.split("|")[value] ?? ""}","build":"${build}","uptime_s":${seconds},"task":"${name}"}`;
  write(RECORD, new TextEncoder().encode(text));
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
