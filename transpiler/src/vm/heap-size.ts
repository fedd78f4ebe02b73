// How large the VM's heap must be made so that a program finds a given number of bytes free.

/** What gc.mem_free() says at the prompt of a Pico W with MicroPython 1.28 after a collection. */
export const PICO_W_FREE_BYTES = 200_608;

/** Of 1,000 bytes of heap the allocation and finaliser tables take this many (py/gc.c: 3 bits for a block of 16 bytes, and the finaliser's). */
const TABLES_PER_MILLE = 30.3;

/**
 * The size of a heap, in bytes, in which `freeBytes` are free after `usedBytes` were allocated. Exact to four blocks of 16 bytes,
 * which the tests of this folder check.
 */
export function heapSizeFor(freeBytes: number, usedBytes: number): number {
  return Math.ceil((freeBytes + usedBytes) / (1 - TABLES_PER_MILLE / 1000) / 16) * 16;
}
