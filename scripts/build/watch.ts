// Builds again whenever a file of the program has changed, with a compiler that stays in memory.
import { type FSWatcher, watch as watchFolder } from "node:fs";
import { type CompileResult, Session } from "../../transpiler/src/index.ts";
import { umqttSource } from "../python-tools/index.ts";
import { type BuildReport, build, compileOptions } from "./build.ts";
import { BuildFailed, ProgramRefused } from "./build-error.ts";
import type { KnownBytecode } from "./bytecode.ts";
import { inputFolders } from "./inputs.ts";
import { gatewayProject, type Project } from "./project.ts";

/** An editor writes a file in several steps, some ms apart. */
const SETTLE_MS = 5;
/** So long after a build the rest of the program is compiled, unless there is another change. */
const REST_MS = 20;

export interface WatchOptions {
  readonly project?: Project;
  /**
   * `ms`: from the notice of the change to the end of the build. After an edit within a body only what it changes is
   * compiled first; where all of the program gives something else, that is built after it.
   */
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
  /** Until the change that was noticed is whole; until there is time for the rest. */
  private timer: NodeJS.Timeout | null = null;
  private restTimer: NodeJS.Timeout | null = null;
  private noticedAt = 0;
  private building: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: WatchOptions,
    umqtt: string,
  ) {
    this.project = options.project ?? gatewayProject;
    this.session = new Session(compileOptions(this.project, umqtt));
  }

  /** Builds once, and then watches. */
  static async start(options: WatchOptions): Promise<Watch> {
    const watch = new Watch(options, (await umqttSource()).text);
    watch.watchFolders();
    watch.noticedAt = performance.now();
    await watch.build();
    return watch;
  }

  async close(): Promise<void> {
    for (const watcher of this.folders.values()) watcher.close();
    for (const timer of [this.timer, this.restTimer]) if (timer) clearTimeout(timer);
    await this.building;
  }

  /** Waits until what was noticed is built, and all of the program compiled. */
  async settled(): Promise<void> {
    while (this.timer || this.restTimer) {
      await new Promise((resolve) => setTimeout(resolve, REST_MS));
      await this.building;
    }
    await this.building;
  }

  private watchFolders(): void {
    for (const folder of inputFolders(this.project)) {
      if (!this.folders.has(folder))
        this.folders.set(
          folder,
          watchFolder(folder, () => this.notice()),
        );
    }
  }

  private notice(): void {
    if (this.restTimer) clearTimeout(this.restTimer);
    this.restTimer = null;
    if (this.timer) clearTimeout(this.timer);
    else this.noticedAt = performance.now();
    this.timer = setTimeout(() => {
      this.timer = null;
      this.next(() => this.build());
    }, SETTLE_MS);
  }

  private next(work: () => Promise<void>): void {
    this.building = this.building.then(work);
  }

  private async build(): Promise<void> {
    await this.attempt(() => this.session.recompile());
    if (this.timer || this.restTimer) return;
    this.restTimer = setTimeout(() => {
      this.restTimer = null;
      this.noticedAt = performance.now();
      this.next(() => this.buildRest());
    }, REST_MS);
  }

  private async buildRest(): Promise<void> {
    const result = this.session.checkRest();
    if (result) await this.attempt(() => result);
  }

  private async attempt(compile: () => CompileResult): Promise<void> {
    const { project, known, previous } = this;
    const startedAt = this.noticedAt;
    try {
      this.previous = await build({ project, known, previous, compile, force: previous !== null });
      this.options.onBuilt(this.previous, performance.now() - startedAt);
    } catch (error) {
      if (!(error instanceof ProgramRefused || error instanceof BuildFailed)) throw error;
      this.options.onFailed(error);
    } finally {
      this.watchFolders();
    }
  }
}
