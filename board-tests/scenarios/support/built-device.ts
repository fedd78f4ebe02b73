// The firmware as it goes onto a board: built once, if anything changed, however many test files ask for it.
import { build } from "../../../scripts/build.ts";

let building: Promise<string> | undefined;

/** Folder of what the build made for the board; the build itself sees to it that only one process builds. */
export function builtDevice(): Promise<string> {
  building ??= build().then(({ device }) => device);
  return building;
}
