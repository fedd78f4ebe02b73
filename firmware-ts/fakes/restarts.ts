// Stand-in for runtime-py/restarts.py.
import { reset } from "./machine.ts";
import { world } from "./world.ts";

export const mark = 0;
export const trail = 0;

export function leave(left: number): void {
  world.trail = left;
}

export function restart(why: number): void {
  world.marks.push(why);
  reset();
}

void ({ mark, trail, leave, restart } satisfies typeof import("restarts"));
