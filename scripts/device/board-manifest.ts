// /manifest.json on a board: which build is on it, and which of its files are the gateway's.
import type { Identity } from "../../firmware-ts/boards/index.ts";
import type { BuildReport } from "../build.ts";

export const BOARD_MANIFEST = "manifest.json";

export interface BoardManifest {
  /** The build id. */
  readonly build: string;
  /** The board that it was built for, by the word after --board. */
  readonly board: string;
  /** False while files are being copied: those listed may be of two builds. */
  readonly whole: boolean;
  /** Path from the root, without a slash at its front, to SHA-256 in hex; this file is not among them. */
  readonly files: Readonly<Record<string, string>>;
}

/** The files that go onto the board: path to SHA-256. */
export function deviceFiles({ files }: Pick<BuildReport, "files">): Record<string, string> {
  const device = Object.entries(files).filter(([path]) => path.startsWith("device/"));
  return Object.fromEntries(device.map(([path, digest]) => [path.slice("device/".length), digest]));
}

/** The manifest's text. */
export function boardManifest(report: Pick<BuildReport, "build" | "files">, board: Identity): string {
  return manifestText({ build: report.build, board: board.name, whole: true, files: deviceFiles(report) });
}

export function manifestText(manifest: BoardManifest): string {
  const files = Object.fromEntries(Object.entries(manifest.files).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...manifest, files })}\n`;
}

/** Null for what is no manifest. */
export function parseManifest(text: string | null): BoardManifest | null {
  try {
    const value = JSON.parse(text ?? "") as BoardManifest;
    return typeof value.build === "string" && typeof value.files === "object" && value.files !== null ? value : null;
  } catch {
    return null;
  }
}
