import { Words } from "./words.ts";

export function phrase(n: u8): string {
  return `${new Words("what is").text(n)}?`;
}
