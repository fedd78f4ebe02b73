// runtime-py/starting.py: what the start needs that is not TypeScript.
declare module "starting" {
  /** Enters the names of late code into MicroPython's table. @param skipped late modules that are never loaded */
  export function enter_names(skipped: readonly string[]): void;
}
