// The page that explains every code of ours.
import { fileURLToPath } from "node:url";

/** Absolute path of docs/language.md. */
export const REFERENCE = fileURLToPath(new URL("../../../docs/language.md", import.meta.url));

/** Where a code is explained, below the folder of ts2mpy; null for TypeScript's own codes. */
export function docsPage(code: string): string | null {
  return code.startsWith("TP") ? `docs/language.md#${code.toLowerCase()}` : null;
}
