import { count } from "./counter.ts";

export const limit = 10;
export function describe(): string {
  return count > limit ? "too many" : `${count} of ${limit}`;
}
