// Where a build reads from and writes to. The tests build other projects than the gateway.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface Project {
  /** The folder of main.ts, and of types/ with the declarations of what is fetched or hand-written. */
  readonly firmware: string;
  /** Hand-written MicroPython; its main.py becomes the board's. */
  readonly runtime: string;
  /** Receives device/, maps/, python/ and build.json. */
  readonly dist: string;
  /** Functions with @native and @viper become machine code. */
  readonly native?: boolean;
}

export const repository = fileURLToPath(new URL("../..", import.meta.url));

export const gatewayProject: Project = {
  firmware: join(repository, "firmware-ts"),
  runtime: join(repository, "runtime-py"),
  dist: join(repository, "dist"),
};

/** The Python package on the board that holds the program's modules. */
export const PACKAGE = "gateway";
