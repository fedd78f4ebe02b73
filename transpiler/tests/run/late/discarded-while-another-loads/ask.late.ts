import { phrase } from "./phrase.ts";

export function ask(n: u8): string {
  return phrase(n);
}
