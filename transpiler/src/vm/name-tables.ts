// MicroPython's tables of names (qstrs, py/qstr.c): each new one is twice as large as the last. On a board the first of a
// program begins small, for the board's own modules have their names in flash; here modules in Python come first, and
// the next table would be as large as all of theirs together.

/** Where the state has its pointer to the last table, from its sched_state, in the pinned VM. */
const LAST_POOL_OFFSET = -216;
/** MICROPY_ALLOC_QSTR_ENTRIES_INIT: what the tables in flash are said to hold, so that the next one holds twice as many. */
const ENTRIES_INIT = 10;
/** Words of a table: the one before, how many names are before, how many it can hold, how many it holds. */
const [ALLOC, LEN] = [2, 3] as const;
const NAMES_MAX = 10_000;

/** The names that come from now on go into tables as those of a program on a board do. Throws for another VM. */
export function beginNameTables(memory: WebAssembly.Memory, schedStateAddress: number): void {
  const words = new Uint32Array(memory.buffer);
  const table = (words[(schedStateAddress + LAST_POOL_OFFSET) >> 2] ?? 0) >> 2;
  const [alloc = 0, len = 0] = [words[table + ALLOC], words[table + LEN]];
  if (table === 0 || len < ENTRIES_INIT || len > alloc || alloc > NAMES_MAX) {
    throw new Error("the VM's tables of names are not where they were: see name-tables.ts");
  }
  // It counts as full, and as one after which a table of the first size comes.
  words[table + ALLOC] = ENTRIES_INIT;
}
