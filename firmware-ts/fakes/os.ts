// Stand-in for MicroPython's os module: a chance that is the same in every run, and the files of the world.
import { OSError, world } from "./world.ts";

const ENOENT = 2;
const EROFS = 30;

export function urandom(count: number): Uint8Array {
  return new Uint8Array(count).fill(0x80);
}

export function uname(): readonly string[] {
  return ["rp2", "rp2", "1.28.0", "v1.28.0", "Raspberry Pi Pico W with RP2040"];
}

export function remove(path: string): void {
  if (world.isReadOnly) throw new OSError(EROFS);
  if (!world.files.delete(path)) throw new OSError(ENOENT);
}

export function rename(path: string, to: string): void {
  const content = world.files.get(path);
  if (content === undefined) throw new OSError(ENOENT);
  world.files.delete(path);
  world.files.set(to, content);
}

void ({ remove, urandom, uname, rename } satisfies typeof import("os"));
