// The zip for Thonny: the board's files in a folder of their own, and a page that says what to click.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Identity } from "../../firmware-ts/boards/index.ts";
import type { BuildReport } from "../build.ts";
import { findPython } from "../python-tools/pip.ts";
import { run } from "../python-tools/run.ts";
import { type Artefact, shortName } from "./artefact.ts";
import { type FileTree, withScratchFolder, writeTree } from "./board-files.ts";

const SCRIPT = fileURLToPath(new URL("zip_folder.py", import.meta.url));
const PAGE = new URL("thonny.html", import.meta.url);
/** The folder that a zip unpacks to. */
const FOLDER = "sms-gateway";

/** Throws ToolError when Python is missing. */
export async function thonnyZip(report: BuildReport, files: FileTree, board: Identity): Promise<Artefact> {
  const python = await findPython();
  const path = `sms-gateway-${shortName(board)}-thonny.zip`;
  const content = await withScratchFolder(async (folder) => {
    const [root, zip] = [join(folder, "root"), join(folder, "zip")];
    const onBoard = [...files].map(([name, octets]): [string, Buffer] => [`${FOLDER}/board/${name}`, octets]);
    writeTree(root, new Map([[`${FOLDER}/README.html`, page(report, board)], ...onBoard]));
    const { status, stderr } = await run([...python, SCRIPT, root, zip]);
    if (status !== 0) throw new Error(`zip_folder.py failed: ${stderr}`);
    return readFileSync(zip);
  });
  return {
    kind: "thonny",
    purpose: "to copy with Thonny; README.html in it says how",
    files: new Map([[path, content]]),
    path,
  };
}

/** The page with what differs from board to board: in place of `{{name}}`, and `<!-- uf2 -->` up to its end. */
function page(report: BuildReport, board: Identity): Buffer {
  const kind = board.uf2Family === null ? "esp32" : "uf2";
  const values: Readonly<Record<string, string>> = {
    title: board.title,
    download: board.download,
    drive: board.driveName ?? "",
    build: report.build,
    // "Raspberry Pi Pico W" is "Pico W" in Thonny's list.
    variant: board.title.replace(/^Raspberry Pi /, ""),
  };
  const text = readFileSync(PAGE, "utf8")
    .replace(/<!-- for (\w+) -->\n(.*?)<!-- end -->\n/gs, (_all, of: string, part: string) => (of === kind ? part : ""))
    .replace(/\{\{(\w+)\}\}/g, (_all, name: string) => values[name] ?? "");
  return Buffer.from(text);
}
