import { isEven } from "./even.ts";

export function isOdd(n: number): boolean {
  return !isEven(n);
}
