// MicroPython's gc module.
declare module "gc" {
  export function collect(): void;
  /** From now on the heap is collected each time that so many octets have been taken of it, not only when it is full. */
  export function threshold(octets: int<0, 16777215>): void;
  export function mem_free(): int<0, 16777215>;
}
