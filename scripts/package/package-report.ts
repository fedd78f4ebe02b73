// What npm run package prints: lines for people, or one JSON object for scripts.
import { join } from "node:path";
import { grouped } from "../build/columns.ts";
import type { BuildReport } from "../build.ts";
import { sha256 } from "../python-tools/sha256.ts";
import type { Artefact } from "./artefact.ts";
import type { Package } from "./make-package.ts";
import type { PackageOptions } from "./options.ts";

export function packageLines(report: BuildReport, made: Package, { board, out, dryRun }: PackageOptions): string {
  const rows = made.artefacts.map((artefact) => row(artefact, out));
  const widths = [0, 1].map((column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  const [path = 0, bytes = 0] = widths;
  return [
    `${dryRun ? "Would make" : "Made"} of build ${report.build}, for the ${board.title}:`,
    ...rows.map(([a = "", b = "", c = ""]) => `  ${a.padEnd(path)}  ${b.padStart(bytes)} bytes  ${c}`),
    ...made.leftOut.map(({ kind, why }) => `Left out: the .${kind} file: ${why}`),
    ...made.notes.map((note) => `Note: ${note}`),
    ...(dryRun ? ["Nothing was written: --dry-run."] : []),
  ].join("\n");
}

function row({ path, files, purpose }: Artefact, out: string): string[] {
  const bytes = [...files.values()].reduce((sum, content) => sum + content.length, 0);
  const count = files.size > 1 ? ` (${files.size} files)` : "";
  return [join(out, path), grouped(bytes), purpose + count];
}

export function packageJson(report: BuildReport, made: Package, { board, out, dryRun }: PackageOptions): string {
  const artefacts = made.artefacts.map(({ kind, path, files }) => ({
    kind,
    path: join(out, path),
    files: [...files].map(([name, content]) => ({
      path: join(out, name),
      bytes: content.length,
      sha256: sha256(content),
    })),
  }));
  const { leftOut, notes } = made;
  return JSON.stringify({ build: report.build, board: board.name, dryRun, artefacts, leftOut, notes });
}
