// Stand-in for MicroPython's os module: a chance that is the same in every run, and the files of the world.
import { OSError, world } from "./world.ts";

const ENOENT = 2;

export function urandom(count: number): Uint8Array {
  return new Uint8Array(count).fill(0x80);
}

export function uname(): readonly string[] {
  return ["rp2", "rp2", "1.28.0", "v1.28.0", "Raspberry Pi Pico W with RP2040"];
}

export function rename(path: string, to: string): void {
  const content = world.files.get(path);
  if (content === undefined) throw new OSError(ENOENT);
  world.onFlashStep();
  world.files.delete(path);
  world.files.set(to, content);
}

/** Of the root, which has all that is here. */
export function listdir(_path: string): readonly string[] {
  return [...world.files.keys()].map((path) => path.slice(1));
}

export function remove(path: string): void {
  world.onFlashStep();
  if (!world.files.delete(path)) throw new OSError(ENOENT);
}

void ({ urandom, uname, rename, listdir, remove } satisfies Pick<
  typeof import("os"),
  "urandom" | "uname" | "rename" | "listdir" | "remove"
>);
