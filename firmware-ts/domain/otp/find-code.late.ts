// One-time codes, and all that only they need: loaded while the modem is still telling a message (app/code-finder.ts).
import { codeIn } from "./one-time-code.ts";

/** As codeIn. */
export function codeOf(text: string): string | null {
  return codeIn(text);
}
