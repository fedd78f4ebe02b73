import { isEven } from "./even.ts";
export const isOdd = (n: number): boolean => n !== 0 && isEven(n - 1);
