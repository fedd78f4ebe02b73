import { Words } from "./words.ts";

export function answer(n: u8): string {
  return new Words("it is").text(n);
}
