// The image of a board's file system with the gateway's files, made by littlefs itself.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Identity } from "../../firmware-ts/boards/index.ts";
import { grouped } from "../build/columns.ts";
import { DeviceError } from "../device/device-error.ts";
import { pythonWithLittlefs } from "../python-tools/index.ts";
import { run } from "../python-tools/run.ts";
import { type FileTree, withScratchFolder, writeTree } from "./board-files.ts";

const SCRIPT = fileURLToPath(new URL("file_system.py", import.meta.url));
/** The script's exit code when the files do not fit. */
const TOO_LARGE = 3;

/** The whole image, blank where nothing is. Throws a DeviceError when the files do not fit, and ToolError. */
export async function fileSystemImage(files: FileTree, board: Identity): Promise<Buffer> {
  const python = await pythonWithLittlefs();
  return withScratchFolder(async (folder) => {
    const [root, image] = [join(folder, "root"), join(folder, "image")];
    writeTree(root, files);
    const command = [...python.command, SCRIPT, root, image, String(board.fileSystemOctets)];
    const outcome = await run(command, python.env);
    if (outcome.status === TOO_LARGE) throw new DeviceError(doNotFit(files, board));
    if (outcome.status !== 0) throw new Error(`file_system.py failed: ${outcome.stderr}`);
    return readFileSync(image);
  });
}

function doNotFit(files: FileTree, board: Identity): string {
  const octets = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  return (
    `The gateway's ${files.size} files do not fit on the ${board.title}: they have ${grouped(octets)} bytes, ` +
    `and its file system ${grouped(board.fileSystemOctets)}.`
  );
}
