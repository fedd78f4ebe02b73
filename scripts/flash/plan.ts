// What has to be done on a board's flash so that it holds this build and nothing of another; without doing any of it.
import type { Identity } from "../../firmware-ts/boards/index.ts";
import { BOARD_MANIFEST, deviceFiles, manifestText, parseManifest } from "../device/board-manifest.ts";
import { DeviceError } from "../device/device-error.ts";
import type { BoardFiles } from "../device/on-board.ts";

/** The settings, the user's certificates, and what the gateway itself writes: never removed or read. */
const OWN_DATA = new Set([
  ..."settings.json settings.good settings.kept settings.save settings.draft ca.der client.der client.key.der".split(
    " ",
  ),
  ..."ca.der.draft client.der.draft client.key.der.draft portal.key reset.wanted".split(" "),
  ..."journal outbox parts discovery starts crash".split(" "),
]);
/** Begun and not ended; of no use to anybody. */
const LEFTOVERS = new Set(
  "manifest.new settings.new ca.new client.new client.key.new journal.new outbox.new parts.new".split(" "),
);
/** Everything in it is the gateway's, whoever copied it there. */
const PACKAGE_FOLDER = "gateway/";
const MAIN = "main.py";
const BOOT = "boot.py";
/** In every main.py of the gateway's. */
const OUR_MAIN = /The first file that runs on the board: loads the gateway/;

export interface Build {
  readonly build: string;
  /** dist/build.json's: path below dist/ to SHA-256. */
  readonly files: Readonly<Record<string, string>>;
}

export interface Plan {
  /** To be written, in order of path. main.py is not among them: it is taken away first and comes last. */
  readonly copy: readonly string[];
  /** Whether it differs. */
  readonly mainDiffers: boolean;
  /** Files of another build. */
  readonly remove: readonly string[];
  readonly folders: readonly string[];
  readonly emptyFolders: readonly string[];
  /** A main.py or boot.py that is not ours. */
  readonly rename: readonly string[];
  /** Files that are not the gateway's, with their octets. */
  readonly foreign: readonly (readonly [path: string, bytes: number])[];
  /** While files are copied, and at the end. */
  readonly manifests: { readonly unfinished: string; readonly whole: string };
  /** Whether the board has the manifest of this build. */
  readonly isWhole: boolean;
  /** Whether a copy was interrupted before. */
  readonly wasInterrupted: boolean;
  /** The build on the board before; null none, or not known. */
  readonly before: string | null;
  /** Nothing has to be done. */
  readonly isDone: boolean;
}

export interface PlanOptions {
  /** Everything is copied again, and what is foreign removed. */
  readonly clean: boolean;
  /** Settings, or certificates of the user's, are written as well. */
  readonly settings: boolean;
}

export function planCopy(build: Build, board: Identity, found: BoardFiles, options: PlanOptions): Plan {
  const wanted = deviceFiles(build);
  const manifest = parseManifest(found.manifest);
  const isAlike = (path: string) => !options.clean && found.files[path]?.[1] === wanted[path];
  const copy = Object.keys(wanted).filter((path) => path !== MAIN && !isAlike(path));
  const isOurs = (path: string) =>
    path in (manifest?.files ?? {}) || path.startsWith(PACKAGE_FOLDER) || LEFTOVERS.has(path);
  const others = Object.keys(found.files).filter((path) => !(path in wanted) && path !== BOARD_MANIFEST);
  const rename = foreignPrograms(found);
  const foreign = others.filter((path) => !isOurs(path) && !OWN_DATA.has(path) && path !== BOOT);
  const remove = [...others.filter(isOurs), ...(options.clean ? foreign : [])];
  const whole = manifestText({ build: build.build, board: board.name, whole: true, files: wanted });
  const unfinished = manifestText({
    build: build.build,
    board: board.name,
    whole: false,
    files: { ...manifest?.files, ...wanted },
  });
  const isWhole = found.manifest === whole;
  return {
    copy,
    mainDiffers: !isAlike(MAIN),
    remove,
    folders: foldersOf(Object.keys(wanted)).filter((folder) => !found.folders.includes(folder)),
    emptyFolders: emptied(found, remove),
    rename,
    foreign: options.clean ? [] : foreign.map((path) => [path, found.files[path]?.[0] ?? 0]),
    manifests: { unfinished, whole },
    isWhole,
    wasInterrupted: manifest?.whole === false,
    before: manifest?.whole ? manifest.build : null,
    isDone: copy.length === 0 && isAlike(MAIN) && isWhole && remove.length === 0 && !options.settings,
  };
}

/** @param text of a main.py, its beginning at least */
export function isGatewayMain(text: string): boolean {
  return OUR_MAIN.test(text);
}

/** A main.py that is not the gateway's; a boot.py that does anything at all (MicroPython makes one of comments alone). */
function foreignPrograms({ main, boot }: BoardFiles): string[] {
  const isCode = (line: string) => line.trim() !== "" && !line.trim().startsWith("#");
  const names: string[] = [];
  if (main !== null && !isGatewayMain(main)) names.push(MAIN);
  if (boot?.split("\n").some(isCode)) names.push(BOOT);
  return names;
}

/** Every folder of these files, the outer before the inner. */
function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    const parts = path.split("/").slice(0, -1);
    for (let depth = 1; depth <= parts.length; depth++) folders.add(parts.slice(0, depth).join("/"));
  }
  return [...folders].sort();
}

/** Folders in which nothing is left, the inner before the outer. */
function emptied(found: BoardFiles, removed: readonly string[]): string[] {
  const kept = Object.keys(found.files).filter((path) => !removed.includes(path));
  const hadFiles = foldersOf(removed);
  return hadFiles.filter((folder) => !kept.some((path) => path.startsWith(`${folder}/`))).reverse();
}

/**
 * Throws a DeviceError when the files do not fit. A file's old content stays until the new one is whole, so the largest
 * one counts twice; a folder takes two blocks.
 * @param sizeOf octets of a file of the build
 */
export function requireSpace(plan: Plan, found: BoardFiles, sizeOf: (path: string) => number): void {
  const { block_bytes: block, free_blocks: free } = found;
  const blocks = (bytes: number) => Math.ceil(bytes / block) || 1;
  const files = [...plan.copy, MAIN];
  const news = files.map((path) => blocks(sizeOf(path)));
  const olds = [...files, ...plan.remove].map((path) => (found.files[path] ? blocks(found.files[path][0]) : 0));
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const needed = sum(news) - sum(olds) + Math.max(0, ...news) + 2 * plan.folders.length;
  if (needed <= free) return;
  const largest = [...plan.foreign].sort((a, b) => b[1] - a[1]).slice(0, 5);
  throw new DeviceError(
    `The board's flash has ${kilobytes(free * block)} free and ${kilobytes(needed * block)} are needed: nothing was written.\n` +
      (largest.length > 0
        ? `  The largest files that are not the gateway's: ${largest.map(([path, bytes]) => `${path} (${kilobytes(bytes)})`).join(", ")}.\n` +
          "  Remove what you do not need (mpremote fs rm NAME), or all of them: npm run flash -- --clean"
        : "  Put MicroPython on the board anew, after flash_nuke.uf2."),
  );
}

export function kilobytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024)} KB`;
}
