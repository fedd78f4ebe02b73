// What is the user's own and goes onto the board beside the build, settings and certificates: copied under another name, and
// given its own at the end, so that a copy that breaks off changes nothing.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OwnFile } from "./own-files.ts";

const SETTINGS = "settings.json";

export class OwnCopies {
  /** On the board's flash. */
  readonly paths: readonly string[];
  private readonly folder: string;

  /** @param settings path of a settings.json here */
  constructor(
    private readonly settings: string | undefined,
    readonly files: readonly OwnFile[],
  ) {
    this.paths = [...(settings === undefined ? [] : [SETTINGS]), ...files.map(({ path }) => path)];
    // mpremote copies files: these are for its eyes, and this user's, only.
    this.folder = mkdtempSync(join(tmpdir(), "sms-gateway-"));
    for (const { path, der } of files) writeFileSync(join(this.folder, path), der, { mode: 0o600 });
  }

  /** For mpremote. */
  commands(): string[][] {
    return this.paths.map((path) => ["fs", "cp", "-f", this.here(path), `:${fresh(path)}`]);
  }

  /** Name until the end, and name. */
  renames(): (readonly [string, string])[] {
    return this.paths.map((path) => [fresh(path), path]);
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private here(path: string): string {
    return path === SETTINGS && this.settings !== undefined ? this.settings : join(this.folder, path);
  }
}

function fresh(path: string): string {
  return path.replace(/\.(json|der)$/, ".new");
}
