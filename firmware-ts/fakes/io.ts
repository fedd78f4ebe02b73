// Stand-in for MicroPython's io module: the files of the world.
import type { OctetFile } from "io";
import { OSError, world } from "./world.ts";

const ENOENT = 2;
const EROFS = 30;

export function open(path: string, mode: "rb" | "wb"): OctetFile {
  return mode === "rb" ? reading(path) : writing(path);
}

function reading(path: string): OctetFile {
  // As MicroPython's MemoryError arrives.
  if (world.heapFullFor === path) throw new RangeError("out of memory");
  const content = world.files.get(path);
  if (content === undefined) throw new OSError(ENOENT);
  let at = 0;
  return {
    read: (count) => {
      const octets = content.slice(at, at + count);
      at += octets.length;
      return octets;
    },
    readinto: (octets) => {
      const there = content.subarray(at, at + octets.length);
      octets.set(there);
      at += there.length;
      return there.length;
    },
    seek: (offset, whence) => {
      at = offset + (whence === 0 ? 0 : whence === 1 ? at : content.length);
      return at;
    },
    write: () => 0,
    close: () => {},
  };
}

/** Durable when it is closed, as with littlefs. */
function writing(path: string): OctetFile {
  if (world.isReadOnly) throw new OSError(EROFS);
  let content = Buffer.alloc(0);
  return {
    read: () => new Uint8Array(0),
    readinto: () => 0,
    seek: () => 0,
    write: (octets) => {
      content = Buffer.concat([content, Buffer.from(octets)]);
      return octets.length;
    },
    close: () => {
      world.onFlashStep();
      world.files.set(path, content);
    },
  };
}

void ({ open } satisfies typeof import("io"));
