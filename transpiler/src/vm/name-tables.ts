// MicroPython's tables of names (qstrs, py/qstr.c): each new one is twice as large as the last. On a board the first of a
// program begins small, for the board's own modules have their names in flash; here modules in Python come first, and
// the next table would be as large as all of theirs together.

/** Where the state has its pointer to the last table, from its sched_state, in the pinned VM. */
const LAST_POOL_OFFSET = -216;
/** MICROPY_ALLOC_QSTR_ENTRIES_INIT: what the tables in flash are said to hold, so that the next one holds twice as many. */
const ENTRIES_INIT = 10;
/** Words of a table: the one before, how many names are before, how many it can hold, how many it holds. */
const [BEFORE, ALLOC, LEN] = [1, 2, 3] as const;
/** Then the addresses of their hashes and of their lengths, and of each name's text. */
const [LENGTHS, TEXTS] = [5, 6] as const;
/** Of the word BEFORE: the table is in order, so a name is looked up by halving. */
const IS_SORTED = 0x80000000;
/** A table is followed by one for twice as many names. */
const GROWTH = 2;
/** One that nobody knows, and the first of any in order. */
const NEW_NAME = "A00";
const NAMES_MAX = 10_000;

/** The names that come from now on go into tables as those of a program on a board do. Throws for another VM. */
export function beginNameTables(memory: WebAssembly.Memory, schedStateAddress: number): void {
  const { words, table } = lastTable(memory, schedStateAddress);
  // It counts as full, and as one after which a table of the first size comes.
  words[table + ALLOC] = ENTRIES_INIT;
}

/**
 * Puts names into a table in order, as those of a board's modules stand in its flash: to look for a name in it takes
 * hardly any time. `intern` makes the VM take the names up, one after the other.
 */
export function takeUpSorted(
  memory: WebAssembly.Memory,
  schedStateAddress: number,
  names: readonly string[],
  intern: (names: readonly string[]) => void,
): void {
  const before = lastTable(memory, schedStateAddress);
  // The table so far counts as full and as half the size, which leaves a hole in the numbers of names: no harm.
  const lenBefore = before.words[before.table + LEN] ?? 0;
  before.words[before.table + ALLOC] = Math.ceil(names.length / GROWTH);
  before.words[before.table + LEN] = before.words[before.table + ALLOC] ?? 0;
  intern([NEW_NAME]);
  before.words[before.table + LEN] = lenBefore;
  intern([...names].sort());
  const { words, table } = lastTable(memory, schedStateAddress);
  words[table + BEFORE] = (words[table + BEFORE] ?? 0) | IS_SORTED;
  words[table + ALLOC] = ENTRIES_INIT;
}

/** The text of a name by its number. */
export function nameText(memory: WebAssembly.Memory, schedStateAddress: number, name: number): string {
  const { words, table: last } = lastTable(memory, schedStateAddress);
  let table = last;
  const before = () => (words[table + BEFORE] ?? 0) & ~IS_SORTED;
  while (name < before()) table = (words[table] ?? 0) >> 2;
  const at = name - before();
  const bytes = new Uint8Array(memory.buffer);
  const length = bytes[(words[table + LENGTHS] ?? 0) + at] ?? 0;
  const start = words[table + TEXTS + at] ?? 0;
  return new TextDecoder().decode(bytes.slice(start, start + length));
}

function lastTable(memory: WebAssembly.Memory, schedStateAddress: number): { words: Uint32Array; table: number } {
  const words = new Uint32Array(memory.buffer);
  const table = (words[(schedStateAddress + LAST_POOL_OFFSET) >> 2] ?? 0) >> 2;
  const [alloc = 0, len = 0] = [words[table + ALLOC], words[table + LEN]];
  if (table === 0 || len > NAMES_MAX || alloc > NAMES_MAX) {
    throw new Error("the VM's tables of names are not where they were: see name-tables.ts");
  }
  return { words, table };
}
