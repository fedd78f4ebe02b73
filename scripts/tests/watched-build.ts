// A watched build of a copy of the gateway, for tests: edits it, waits for what the watch says, compares with a cold build.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { copyProject, type WatchedProject } from "../bench/watched-project.ts";
import { filesBelow } from "../build/inputs.ts";
import { Watch } from "../build/watch.ts";
import { build } from "../build.ts";

export class WatchedBuild {
  readonly project: WatchedProject = copyProject(0);
  /** What the watch has said since the last edit: the ids of builds, the texts of refusals. */
  said: string[] = [];
  private heard = () => {};
  private watch: Watch | null = null;

  async start(): Promise<void> {
    const hear = (text: string) => {
      this.said.push(text);
      this.heard();
    };
    const { project } = this;
    this.watch = await Watch.start({
      project,
      onBuilt: ({ build: id }) => hear(id),
      onFailed: ({ message }) => hear(message),
    });
  }

  async end(): Promise<void> {
    await this.watch?.close();
    rmSync(this.project.root, { recursive: true });
  }

  read(path: string): string {
    return readFileSync(join(this.project.firmware, path), "utf8");
  }

  /** Writes a file, and gives what the watch says first after that. */
  async edit(path: string, text: string): Promise<string> {
    this.said = [];
    const answered = new Promise<void>((resolve) => {
      this.heard = resolve;
    });
    writeFileSync(join(this.project.firmware, path), text);
    await answered;
    return this.said[0] ?? "";
  }

  /** What lies in dist/, once all of the program was compiled, is what a build makes that starts with nothing. */
  async expectColdBuild(): Promise<void> {
    await this.watch?.settled();
    const buildId = this.said.at(-1) ?? "";
    const dist = join(this.project.root, "cold");
    const cold = await build({ project: { ...this.project, dist } });
    expect(cold.build).toBe(buildId);
    expect(contents(this.project.dist, buildId)).toEqual(contents(dist, buildId));
  }
}

function contents(dist: string, buildId: string): Record<string, string> {
  const folders = ["device", "python", `maps/${buildId}`];
  const paths = folders.flatMap((folder) => filesBelow(join(dist, folder)).map((path) => `${folder}/${path}`));
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(dist, path)).toString("base64")]));
}
