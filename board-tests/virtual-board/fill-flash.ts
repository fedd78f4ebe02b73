// Fills a flash, as somebody's photographs would: for what then happens on the board.
import type { Flash } from "./flash.ts";
import { FlashFull } from "./flash-space.ts";

/** Takes so many blocks, whatever the pointers in them take. */
const BYTES_A_BLOCK = 4000;
const FILE_BLOCKS_MAX = 40;
/** Lies within the folder's own blocks. */
const SMALL_BYTES_MAX = 500;

const FOLDER = "photographs";
const SMALL = "thumbnail";

/** No block is free. They lie in a folder of their own: the root keeps the room that it has. */
export function fillBlocks(flash: Flash): void {
  flash.install(`${FOLDER}/0`, new Uint8Array());
  for (let i = 1; flash.freeBlocks() > 0; i++) {
    const blocks = Math.min(flash.freeBlocks(), FILE_BLOCKS_MAX);
    flash.install(`${FOLDER}/${i}`, new Uint8Array(blocks * BYTES_A_BLOCK));
  }
}

/** The root's own blocks are full, too, so that no file in it can be made. */
export function fillRoot(flash: Flash): void {
  let bytes = SMALL_BYTES_MAX;
  for (let i = 0; bytes > 0; ) {
    try {
      flash.install(`${SMALL}${i}`, new Uint8Array(bytes));
      i++;
    } catch (error) {
      if (!(error instanceof FlashFull)) throw error;
      bytes = Math.trunc(bytes / 2);
    }
  }
}

export function removeFillings(flash: Flash): void {
  for (const [name, contents] of flash.list())
    if (contents !== null && (name.startsWith(`${FOLDER}/`) || name.startsWith(SMALL))) flash.uninstall(name);
}
