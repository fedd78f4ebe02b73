// How long a watched build takes from a file's saving to the .mpy written, for edits inside bodies of functions, in a
// project of 50 modules. The compiler runs in this process, as under npm run build -- --watch.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Watch } from "../build/watch.ts";
import type { Figure } from "./figure.ts";
import { copyProject, editedBody, type WatchedProject } from "./watched-project.ts";

const MODULES = 50;
const EDITS = 60;
/** The first edits warm the engine up, as those of the first minutes at work do. */
const WARMING = 20;
const P50_MS_MAX = 150;
const REST_MS_MAX = 500;

export async function measureWatch(): Promise<Figure[]> {
  const project = copyProject(MODULES);
  let built = () => {};
  const watch = await Watch.start({
    project,
    onBuilt: () => built(),
    onFailed: (error) => {
      throw error;
    },
  });
  const [times, rests]: [number[], number[]] = [[], []];
  try {
    for (let n = 0; n < EDITS; n++) {
      const startedAt = performance.now();
      const ms = await timed(project, n, (heard) => {
        built = heard;
      });
      // A person takes longer from one saving to the next than the rest of the program.
      await watch.settled();
      if (n < WARMING) continue;
      times.push(ms);
      rests.push(performance.now() - startedAt);
    }
  } finally {
    await watch.close();
    rmSync(project.root, { recursive: true });
  }
  const most = (limit: number) => ({ limit, is: "most" }) as const;
  const edit = { name: `edit to .mpy, ${MODULES} modules`, unit: "ms" } as const;
  return [
    { ...edit, id: "watch_p50_ms", name: `${edit.name}, p50`, value: at(times, 0.5), target: most(P50_MS_MAX) },
    { ...edit, id: "watch_p90_ms", name: `${edit.name}, p90`, value: at(times, 0.9) },
    {
      id: "watch_rest_p50_ms",
      name: "edit to all of the program compiled, p50",
      unit: "ms",
      value: at(rests, 0.5),
      target: most(REST_MS_MAX),
    },
  ];
}

function at(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

/** From the saving of an edit to the end of the build, in ms. */
async function timed(project: WatchedProject, n: number, listen: (heard: () => void) => void): Promise<number> {
  const edits = project.modules.flatMap((path) => {
    const file = join(project.firmware, path);
    const text = readFileSync(file, "utf8");
    const edited = editedBody(text, n, `    console.log(${n});`);
    return edited === null ? [] : [{ file, edited }];
  });
  const { file, edited } = edits[n % edits.length] as (typeof edits)[number];
  const startedAt = performance.now();
  return new Promise((resolve) => {
    listen(() => resolve(performance.now() - startedAt));
    writeFileSync(file, edited);
  });
}
