// Which blocks littlefs takes for what (lfs.c 2.11, as MicroPython sets it up: extmod/vfs_lfsx.c, ports/rp2/modules/_boot.py).
// It decides when a flash is full.

/** The file system of a Pico W: 848 KiB in blocks of 4 KiB (ports/rp2/boards/RPI_PICO_W/mpconfigboard.h). */
export const BLOCK_BYTES = 4096;
export const BLOCKS = 212;

/** A file that is no longer lies within its folder's own blocks (inline_max: an eighth of a block). */
const INLINE_BYTES_MAX = 512;

/** A folder keeps what it knows in pairs of blocks, of which one is written anew while the other one still holds. */
export const PAIR_BLOCKS = 2;
/** One of more than half a block is divided at its middle, where there are blocks for another one (lfs_dir_splittingcompact). */
const DIVIDED_BYTES = BLOCK_BYTES / 2;
/** So those of a large folder are two thirds as full. */
const PAIR_BYTES = (DIVIDED_BYTES * 2) / 3;
/** Without them it goes on so far: a block, but for what stands at its begin and end. */
export const PAIR_BYTES_MAX = BLOCK_BYTES - 48;

/** A tag of 4 octets stands before a name, and one before where the contents lie or the contents themselves. */
const TAG_BYTES = 4;
const PLACE_BYTES = 8;
/** What the root says of the file system. */
export const SUPERBLOCK_BYTES = 40;

/** Thrown where littlefs answers LFS_ERR_NOSPC. */
export class FlashFull extends Error {}

/** Blocks of a file. From the second one on, each begins with pointers to those before it (lfs_ctz_index). */
export function blocksOf(bytes: number): number {
  if (bytes <= INLINE_BYTES_MAX) return 0;
  let blocks = 1;
  for (let left = bytes - BLOCK_BYTES; left > 0; blocks++) left -= BLOCK_BYTES - 4 * (trailingZeros(blocks) + 1);
  return blocks;
}

/** As many as littlefs takes for a folder's entries, where there are blocks. */
export function pairsOf(bytes: number): number {
  return bytes <= DIVIDED_BYTES ? 1 : Math.ceil(bytes / PAIR_BYTES);
}

/** What an entry takes in its folder. @param bytes of a file; null for a folder */
export function entryBytes(name: string, bytes: number | null): number {
  const isInline = bytes !== null && bytes <= INLINE_BYTES_MAX;
  return TAG_BYTES + Buffer.byteLength(name) + TAG_BYTES + (isInline ? bytes : PLACE_BYTES);
}

function trailingZeros(value: number): number {
  return 31 - Math.clz32(value & -value);
}
