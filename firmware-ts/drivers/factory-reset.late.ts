// Takes from the flash all that the board was told and all that it has learnt, and overwrites what was free, as a file that is
// removed is still to be read there. Loaded where such a reset was begun: /reset.wanted is written first and removed last, so a
// power cut at any moment ends nothing but the present step, and the next start goes on.
//
// What the build put there stays. What is removed is known by its name; drivers write nothing that is not in the list.
import { type OctetFile, open } from "io";
import { listdir, remove } from "os";
import type { Clock } from "../ports/clock.ts";
import type { Eraser } from "../ports/eraser.ts";
import type { SerialPort } from "../ports/serial-port.ts";
import { opened } from "./flash-file.ts";
import { eraseMessages, type MessageEraser } from "./sim-eraser.ts";

/** What the setup mode writes: an octet, 1 where the SIM's messages go, too (app/setup-mode.late.ts); and a checksum. */
const WANTED = "/reset.wanted";
const ERASE_SIM = 1;

/**
 * Names of files in the root: each as it stands here, and with anything behind a point (`.new`, `.good`, `.der`). Code is never
 * meant: crash.mpy.
 */
const NAMES = " settings ca client journal outbox parts discovery crash starts portal upload erased ";
const CODE = [".mpy", ".py"] as const;

/**
 * A small file lies within its folder's own blocks, of which littlefs has two, and writes into them one behind the other until one is
 * full, then the other one anew: some 16 changes of 256 octets each. So these names, where secrets were, are written and removed so
 * often that both blocks have been made anew (littlefs, DESIGN.md, "Metadata pairs"; blocks of 4,096 octets on a Pico).
 */
const REWRITTEN = "ca client journal outbox parts portal settings";
const REWRITES = 12;
const SMALL_OCTETS = 64;

/**
 * The free flash is filled by files of this size, then by such that take a block, until nothing fits: an erase of 45 ms for each 4,096
 * octets.
 */
const LARGE_PIECES = 16;
const SMALL_PIECES = 4;
const PIECE_OCTETS = 1024;
/** More than there can be on the 848 KiB of a Pico: a large one takes five blocks, so 43 of them are all of it. */
const FILES_MAX = 60;

/** How much is done at the end of each stage, in percent. */
const MESSAGES_DONE = 10;
const REMOVED = 15;
const REWRITTEN_DONE = 40;
const FILLED = 95;

class FactoryReset implements Eraser {
  private stage = 0;
  /** What the stage has come to. */
  private count = 0;
  private pieces = LARGE_PIECES;
  private readonly messages: MessageEraser | null;

  constructor(port: SerialPort, clock: Clock) {
    this.messages = isSimWanted() ? eraseMessages(port, clock) : null;
  }

  isSimLeft(): boolean {
    return this.messages?.isLeft === true;
  }

  step(): int<0, 100> {
    const { count, messages } = this;
    switch (this.stage) {
      case 0:
        return this.next(messages === null || messages.step(), 0, MESSAGES_DONE);
      case 1:
        return this.next(!removeOne(), MESSAGES_DONE, REMOVED);
      case 2:
        this.count = Math.min(count + 1, 1000);
        return this.next(!rewrite(count), REMOVED + Math.trunc(count / 4), REWRITTEN_DONE);
      case 3:
        return this.next(!this.fill(), REWRITTEN_DONE + count, FILLED);
      case 4:
        return this.next(!removeOne(), FILLED, FILLED + 1);
      default:
        removed(WANTED);
        return 100;
    }
  }

  private next(isOver: boolean, percent: number, percentThen: int<0, 100>): int<0, 100> {
    if (!isOver) return Math.min(Math.max(percent, 0), percentThen);
    this.stage = Math.min(this.stage + 1, 5);
    this.count = 0;
    return percentThen;
  }

  /** @returns whether there may be room for more */
  private fill(): boolean {
    if (this.count >= FILES_MAX + LARGE_PIECES) return false;
    if (written(`/erased.${this.count}`, this.pieces)) {
      this.count = Math.min(this.count + 1, 1000);
      return true;
    }
    const isLarge = this.pieces === LARGE_PIECES;
    this.pieces = SMALL_PIECES;
    this.count = Math.min(this.count + 1, 1000);
    return isLarge;
  }
}

export function openFactoryReset(port: SerialPort, clock: Clock): FactoryReset {
  return new FactoryReset(port, clock);
}

function isSimWanted(): boolean {
  const octets = new Uint8Array(1);
  const file = opened(WANTED);
  if (file === null) return false;
  file.readinto(octets);
  file.close();
  return octets[0] === ERASE_SIM;
}

/** @returns whether there was something to remove */
function removeOne(): boolean {
  for (const name of listdir("/")) {
    const point = name.indexOf(".");
    const stem = point < 0 ? name : name.slice(0, point);
    const isCode = CODE.some((ending) => name.endsWith(ending));
    const isLeft = NAMES.includes(` ${stem} `) || name === "reset.wanted.new";
    if (isLeft && !isCode && removed(`/${name}`)) return true;
  }
  return false;
}

/** @param count of this before @returns whether there is more to do */
function rewrite(count: int<0, 1000>): boolean {
  const names = REWRITTEN.split(" ");
  const name = names[Math.trunc(count / REWRITES)];
  if (name === undefined) return false;
  // Where there is a folder of that name, as for the page, it stays.
  const path = `/${name}.new`;
  written(path, 0);
  removed(path);
  return true;
}

/** @returns false for a folder that is not empty, and a file that is not there */
function removed(path: string): boolean {
  try {
    remove(path);
    return true;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
}

/** @param pieces 0: some octets @returns whether all of it is there */
function written(path: string, pieces: int<0, 16>): boolean {
  const file = created(path);
  if (file === null) return false;
  const octets = new Uint8Array(pieces === 0 ? SMALL_OCTETS : PIECE_OCTETS);
  try {
    for (let i = 0; i < Math.max(pieces, 1); i++) file.write(octets);
    file.close();
    return true;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    closed(file);
    return false;
  }
}

/** One that could not be written whole. */
function closed(file: OctetFile): void {
  try {
    file.close();
  } catch (error) {
    if (error instanceof RangeError) throw error;
  }
}

function created(path: string): OctetFile | null {
  try {
    return open(path, "wb");
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}
