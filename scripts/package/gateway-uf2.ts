// Puts MicroPython and the file system into one UF2 file.
//
// Every page of each sector that is touched gets a block, blank ones too, in order of address and from a sector's start:
// the RP2040's boot ROM erases by the number of a block (one sector for each 16), not by its address, so a sector with
// fewer blocks would leave others unerased (RP2040-E14). And every sector of the file system is touched: what an earlier
// one left there, such as old folders or settings, must not be taken for a part of this one.
import type { Identity } from "../../firmware-ts/boards/index.ts";
import type { MicropythonImage } from "./micropython-uf2.ts";
import { PAGE_OCTETS, pageBlock, SECTOR_OCTETS } from "./uf2.ts";

const BLANK = 0xff;
const BLANK_PAGE = Buffer.alloc(PAGE_OCTETS, BLANK);

/** Where the file system begins, as the processor sees it: at the end of the flash. */
export function fileSystemAddress(board: Identity): number {
  return board.flashAddress + board.flashOctets - board.fileSystemOctets;
}

/** @param fileSystem its whole image */
export function gatewayUf2(micropython: MicropythonImage, fileSystem: Buffer, board: Identity): Buffer {
  const pages = [...wholeSectors(micropython.pages), ...pagesOf(fileSystem, fileSystemAddress(board))];
  const family = board.uf2Family ?? 0;
  const blocks = pages.map(([address, page], number) =>
    pageBlock(page, { address, number, total: pages.length, family }),
  );
  return Buffer.concat([...micropython.workaround, ...blocks]);
}

/** Pages by address, in order, with blank ones where a sector lacks some. */
function wholeSectors(pages: ReadonlyMap<number, Buffer>): [number, Buffer][] {
  const sectors = new Set([...pages.keys()].map((address) => address - (address % SECTOR_OCTETS)));
  return [...sectors]
    .sort((a, b) => a - b)
    .flatMap((sector) =>
      Array.from({ length: SECTOR_OCTETS / PAGE_OCTETS }, (_, n): [number, Buffer] => {
        const address = sector + n * PAGE_OCTETS;
        return [address, pages.get(address) ?? BLANK_PAGE];
      }),
    );
}

function pagesOf(image: Buffer, start: number): [number, Buffer][] {
  return Array.from({ length: image.length / PAGE_OCTETS }, (_, n) => [
    start + n * PAGE_OCTETS,
    image.subarray(n * PAGE_OCTETS, (n + 1) * PAGE_OCTETS),
  ]);
}
