// Where a build reads from and writes to. The tests build other projects than the gateway.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";

export interface Project {
  /** The folder of the program, and of types/ with the declarations of what is fetched or hand-written. */
  readonly firmware: string;
  /** Hand-written MicroPython; its main.py becomes the board's, and of its chips/ only the files of one chip go there. */
  readonly runtime: string;
  /** Receives device/, maps/, python/ and build.json. */
  readonly dist: string;
  /** The program's first file, below `firmware`; main.ts unless given. */
  readonly entry?: string;
  /** What it is built for; DEFAULT_BOARD unless given. */
  readonly board?: Pick<Identity, "name" | "chip">;
  /** Functions with @native and @viper become machine code. */
  readonly native?: boolean;
}

/** Folder of `runtime` with a folder for each chip. */
export const CHIPS = "chips";

export const repository = fileURLToPath(new URL("../..", import.meta.url));

/** The board that the gateway is made for. */
export const DEFAULT_BOARD: Identity = BOARDS[0] as Identity;

export const gatewayProject: Project = gatewayOn(DEFAULT_BOARD);

/** The gateway for a board, with the board's file of firmware-ts/start as its entry. */
export function gatewayOn(board: Identity): Project {
  return {
    firmware: join(repository, "firmware-ts"),
    runtime: join(repository, "runtime-py"),
    dist: join(repository, "dist"),
    entry: `start/${board.name}.ts`,
    board,
  };
}

/** The folder of what only this board's chip needs of the hand-written MicroPython. */
export function chipFolder({ runtime, board = DEFAULT_BOARD }: Project): string {
  return join(runtime, CHIPS, board.chip);
}

/** The Python package on the board that holds the program's modules. */
export const PACKAGE = "gateway";
