// Stand-in for runtime-py/starting.py: names are MicroPython's business.
export function enter_names(_skipped: readonly string[]): void {}

void ({ enter_names } satisfies Partial<typeof import("starting")>);
