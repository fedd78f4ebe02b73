// MicroPython's gc module.
declare module "gc" {
  export function collect(): void;
  export function mem_free(): int<0, 16777215>;
}
