// What npm run package makes, before it is written.
import type { FileTree } from "./board-files.ts";

export interface Artefact {
  readonly kind: "uf2" | "thonny" | "mip";
  /** What it is for, in a few words. */
  readonly purpose: string;
  /** Below the folder that everything goes to. */
  readonly files: FileTree;
  /** The file to be named first; one of `files`. */
  readonly path: string;
  /** It holds passwords: only its owner may read it. */
  readonly isSecret?: boolean;
}

/** As the names of files have a board: pico-w is picow. */
export function shortName(board: { readonly name: string }): string {
  return board.name.replaceAll("-", "");
}
