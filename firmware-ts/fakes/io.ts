// Stand-in for MicroPython's io module: the files of the world.
import type { OctetFile } from "io";
import { OSError, world } from "./world.ts";

const ENOENT = 2;

export function open(path: string, _mode: "rb"): OctetFile {
  const content = world.files.get(path);
  if (content === undefined) throw new OSError(ENOENT);
  let at = 0;
  return {
    read: (count) => {
      const octets = content.slice(at, at + count);
      at += octets.length;
      return octets;
    },
    close: () => {},
  };
}

void ({ open } satisfies typeof import("io"));
