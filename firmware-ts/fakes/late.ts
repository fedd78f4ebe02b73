// Stand-in for the compiler's module of late modules: under Node all are there from the start.
type LateFunction = (...args: never[]) => unknown;

export function forget(_entry: LateFunction): void {}

export function discard(_entry: LateFunction): void {}

export function loadNext(_entry: LateFunction): boolean {
  return true;
}

void ({ discard, forget, loadNext } satisfies typeof import("late"));
