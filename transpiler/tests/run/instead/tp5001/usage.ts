import { limit } from "./limits.ts";

export function used(): number {
  return limit - 1;
}
