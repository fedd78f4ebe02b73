// What functions know when they begin, from the place where they are made or called. It is looked up as cells are: who reads
// it is walked again when it changes.
import { Environment } from "./environment.ts";

/** Stands among the cells for what a function knows when it begins. */
export function entryOf(func: number): number {
  return -1 - func;
}

export class Entries {
  private readonly known = new Map<number, Environment>();
  /** Of the walk that goes on: a place may be come to more than once. */
  private noted = new Map<number, Environment>();

  note(func: number, environment: Environment): void {
    const before = this.noted.get(func);
    if (before) before.become(before.copy(), environment);
    else this.noted.set(func, environment);
  }

  of(func: number): Environment {
    return this.known.get(func)?.copy() ?? new Environment();
  }

  /** The walk is over; gives those that are not what they were. */
  settle(): number[] {
    const { noted } = this;
    this.noted = new Map();
    const changed = [...noted].filter(([func, now]) => !this.known.get(func)?.isSame(now));
    for (const [func, now] of changed) this.known.set(func, now);
    return changed.map(([func]) => entryOf(func));
  }
}
