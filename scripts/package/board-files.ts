// What a board's file system holds, by path, and the folder of it that the Python tools read.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Identity } from "../../firmware-ts/boards/index.ts";
import type { BuildReport } from "../build.ts";
import { BOARD_MANIFEST, boardManifest, deviceFiles } from "../device/board-manifest.ts";

/** Path below the root, with slashes, to content. */
export type FileTree = ReadonlyMap<string, Buffer>;

/** The build's files in order of path, and after them the manifest, which says that they are all there. */
export function boardFiles(report: BuildReport, board: Identity): FileTree {
  const paths = Object.keys(deviceFiles(report));
  const files = paths.map((path): [string, Buffer] => [path, readFileSync(join(report.device, path))]);
  return new Map([...files, [BOARD_MANIFEST, Buffer.from(boardManifest(report, board))]]);
}

/** Writes the files below `folder`. */
export function writeTree(folder: string, files: FileTree): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Calls `use` with a folder of its own that nobody else can read: the settings have passwords. */
export async function withScratchFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "sms-gateway-package-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
