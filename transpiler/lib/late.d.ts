// Late modules: those whose file's name ends in `.late.ts`. One is loaded, with all that nobody else needs, when a function
// of it is called. In Node, where all modules are there from the start, these functions do nothing.
declare module "late" {
  /** What these functions are given: any function of the late module, by its imported name. */
  type LateFunction = (...args: never[]) => unknown;
  /**
   * Takes the function's module out of memory, with all that was loaded for it and that no other late module needs; the
   * next call loads it again. Objects that it has made keep the code that they need: drop them before.
   */
  export function forget(entry: LateFunction): void;
  /**
   * The same, for what is certain to be of no more use: on the device, functions and methods of it that are still held stop
   * when they are called. A collection takes what was left on the stack for a pointer, and after forget() one of these can
   * keep all of a module, after this one an object of it.
   */
  export function discard(entry: LateFunction): void;
  /**
   * Loads one more module of those that a call of the function would load, for a caller that may not wait long at once.
   * @returns whether all are there; false at most as often as there are modules
   */
  export function loadNext(entry: LateFunction): boolean;
}
