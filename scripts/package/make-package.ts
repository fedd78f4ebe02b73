// Makes all that npm run package offers for one board, in memory.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Identity } from "../../firmware-ts/boards/index.ts";
import type { BuildReport } from "../build.ts";
import { judgeMicroPython } from "../device/micropython.ts";
import { checkSettingsFile } from "../flash/settings-file.ts";
import { type Artefact, shortName } from "./artefact.ts";
import { boardFiles, type FileTree } from "./board-files.ts";
import { fileSystemImage } from "./file-system.ts";
import { gatewayUf2 } from "./gateway-uf2.ts";
import { readMicropython } from "./micropython-uf2.ts";
import { mipPackage } from "./mip-package.ts";
import type { NamedFile, PackageOptions } from "./options.ts";
import { thonnyZip } from "./thonny-zip.ts";

export interface Package {
  readonly artefacts: readonly Artefact[];
  /** What was not made, and why. */
  readonly leftOut: readonly { readonly kind: Artefact["kind"]; readonly why: string }[];
  /** What whoever uses it has to know. */
  readonly notes: readonly string[];
}

/** Throws a DeviceError when a file that was named is refused, ToolError when a tool is missing. */
export async function makePackage(report: BuildReport, options: PackageOptions): Promise<Package> {
  const { board, micropython } = options;
  const files = boardFiles(report, board);
  const uf2 = micropython && (await uf2File(files, micropython, options));
  const others = [await thonnyZip(report, files, board), mipPackage(report, files)];
  return {
    artefacts: [...(uf2 ? [uf2.artefact] : []), ...others],
    leftOut: uf2 ? [] : [{ kind: "uf2", why: whyNoUf2(options) }],
    notes: uf2 ? uf2.notes : [],
  };
}

function whyNoUf2({ board, out }: PackageOptions): string {
  if (board.uf2Family === null) return `the ${board.title} takes no .uf2 files.`;
  const earlier = existsSync(join(out, uf2Name(board))) ? ` The one in ${out} is of an earlier build.` : "";
  return `it needs MicroPython. Download the .uf2 file at micropython.org/download/${board.download}, then add --micropython FILE.${earlier}`;
}

function uf2Name(board: Identity): string {
  return `sms-gateway-${shortName(board)}.uf2`;
}

async function uf2File(files: FileTree, named: NamedFile, { board, settings }: PackageOptions) {
  const micropython = readMicropython(named.content, named.path, board);
  const path = uf2Name(board);
  const notes = notesOn(path, micropython.version, settings, board);
  const all = settings ? new Map([...files, ["settings.json", settings.content]]) : files;
  const content = gatewayUf2(micropython, await fileSystemImage(all, board), board);
  const artefact: Artefact = {
    kind: "uf2",
    purpose: `MicroPython ${micropython.version} and the gateway in one file, for the drive ${board.driveName}`,
    files: new Map([[path, content]]),
    path,
    isSecret: settings !== null,
  };
  return { artefact, notes };
}

function notesOn(path: string, version: string, settings: NamedFile | null, board: Identity): string[] {
  const verdict = judgeMicroPython(version, board);
  return [
    `${path} empties the board: settings and all other files on it are gone afterwards.`,
    ...(settings ? [`${path} holds the passwords of ${basename(settings.path)}: keep it to yourself.`] : []),
    ...(settings ? checkSettingsFile(settings.path).problems : []),
    ...(verdict.kind === "works" ? [verdict.warning] : []),
  ];
}
