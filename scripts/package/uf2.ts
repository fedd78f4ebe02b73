// The blocks of a UF2 file, as data: 512 octets each, little-endian (microsoft/uf2, "File format").

export const BLOCK_OCTETS = 512;
/** What the boot ROMs take of a block, no more and no less: a page of flash (RP2040 datasheet, 2.8.4.2). */
export const PAGE_OCTETS = 256;
/** What flash is erased by. */
export const SECTOR_OCTETS = 4096;

const MAGIC_START = 0x0a324655;
const MAGIC_SECOND = 0x9e5d5157;
const MAGIC_END = 0x0ab16f30;
/** The word at `family` is a family's id and not the length of a file. */
export const FLAG_FAMILY = 0x2000;
/** Tags follow the payload. */
export const FLAG_TAGS = 0x8000;

const At = {
  start: 0,
  second: 4,
  flags: 8,
  address: 12,
  payload: 16,
  number: 20,
  total: 24,
  family: 28,
  data: 32,
  end: 508,
};

export interface Uf2Block {
  readonly flags: number;
  /** Of its payload, as the processor sees the flash. */
  readonly address: number;
  readonly payloadOctets: number;
  readonly number: number;
  readonly total: number;
  readonly family: number;
  /** The whole block. */
  readonly octets: Buffer;
}

/** The block in these 512 octets; null when they are none. */
export function readBlock(octets: Buffer): Uf2Block | null {
  const word = (at: number) => octets.readUInt32LE(at);
  if (octets.length !== BLOCK_OCTETS || word(At.start) !== MAGIC_START) return null;
  if (word(At.second) !== MAGIC_SECOND || word(At.end) !== MAGIC_END) return null;
  return {
    flags: word(At.flags),
    address: word(At.address),
    payloadOctets: word(At.payload),
    number: word(At.number),
    total: word(At.total),
    family: word(At.family),
    octets,
  };
}

/** The page of flash that a block brings. */
export function pageOf({ octets }: Uf2Block): Buffer {
  return octets.subarray(At.data, At.data + PAGE_OCTETS);
}

/** A block that writes one page. */
export function pageBlock(page: Buffer, where: Pick<Uf2Block, "address" | "number" | "total" | "family">): Buffer {
  const octets = Buffer.alloc(BLOCK_OCTETS);
  const put = (at: number, word: number) => octets.writeUInt32LE(word, at);
  put(At.start, MAGIC_START);
  put(At.second, MAGIC_SECOND);
  put(At.flags, FLAG_FAMILY);
  put(At.address, where.address);
  put(At.payload, PAGE_OCTETS);
  put(At.number, where.number);
  put(At.total, where.total);
  put(At.family, where.family);
  page.copy(octets, At.data);
  put(At.end, MAGIC_END);
  return octets;
}
