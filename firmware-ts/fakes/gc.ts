// Stand-in for MicroPython's gc module: Node has memory enough.
export function collect(): void {}

export function threshold(_octets: number): void {}

export function mem_free(): number {
  return 200_608;
}

void ({ collect, threshold, mem_free } satisfies typeof import("gc"));
