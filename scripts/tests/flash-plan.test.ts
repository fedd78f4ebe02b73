// The plan of npm run flash: whatever was on a board, afterwards it holds this build, and all that is not the gateway's.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { manifestText } from "../device/board-manifest.ts";
import { judgeMicroPython, requireBoard } from "../device/micropython.ts";
import type { BoardFiles } from "../device/on-board.ts";
import { planCopy, requireSpace } from "../flash/plan.ts";
import { sha256 } from "../python-tools/sha256.ts";

const PICO_W = BOARDS[0] as Identity;
const OUR_MAIN = "# The first file that runs on the board: loads the gateway and starts it\n";
const WANTED = ["main.py", "hex_guard.mpy", "gateway/main.mpy", "gateway/domain/at.mpy", "umqtt/simple.mpy"];
const BUILD = {
  build: "37823c1f200d",
  files: Object.fromEntries(WANTED.map((path) => [`device/${path}`, sha256(path)])),
};

const stale = fc.constantFrom("gateway/old.mpy", "gateway/older/deep.mpy", "umqtt/robust.mpy");
const foreign = fc.constantFrom("notes.txt", "lib/mine.py", "data/log.csv", "umqtt/own.py", "settings.json.bak");

/** What may be on a board: files of this build, whole or not, of another, and of other people. */
const boards = fc
  .record({
    present: fc.subarray(WANTED),
    damaged: fc.subarray(WANTED),
    stale: fc.uniqueArray(stale),
    foreign: fc.uniqueArray(foreign),
    hasSettings: fc.boolean(),
    manifest: fc.constantFrom("none", "damaged", "older", "this", "unfinished"),
    main: fc.constantFrom("ours", "foreign"),
    boot: fc.constantFrom(null, "# comments\n", "import network\n"),
  })
  .map((made) => {
    const known = [...WANTED, ...made.stale];
    const files: Record<string, readonly [number, string | null]> = {};
    for (const path of made.present) files[path] = [10, sha256(made.damaged.includes(path) ? `${path}?` : path)];
    for (const path of [...made.stale, ...made.foreign]) files[path] = [10, null];
    if (made.hasSettings) files["settings.json"] = [100, null];
    if (made.boot !== null) files["boot.py"] = [10, null];
    const listed = {
      build: "older",
      board: "pico-w",
      whole: true,
      files: Object.fromEntries(known.map((path) => [path, ""])),
    };
    const whole = {
      ...listed,
      build: BUILD.build,
      files: Object.fromEntries(WANTED.map((path) => [path, sha256(path)])),
    };
    const texts: Record<string, string | null> = {
      none: null,
      damaged: "{",
      older: manifestText(listed),
      this: manifestText(whole),
      unfinished: manifestText({ ...listed, whole: false }),
    };
    const found: BoardFiles = {
      release: "1.28.0",
      machine: PICO_W.machine,
      block_bytes: 4096,
      blocks: 212,
      free_blocks: 150,
      files,
      folders: [],
      manifest: texts[made.manifest] ?? null,
      main: made.present.includes("main.py") ? (made.main === "ours" ? OUR_MAIN : "print(1)") : null,
      boot: made.boot,
    };
    return { made, found };
  });

/** The board's files after the plan: path to hash, null for what was never looked at. */
function applied(found: BoardFiles, options: { clean: boolean; settings: boolean }): Map<string, string | null> {
  const plan = planCopy(BUILD, PICO_W, found, options);
  const files = new Map(Object.entries(found.files).map(([path, [, digest]]) => [path, digest]));
  if (plan.isDone) return files;
  for (const path of plan.rename) {
    files.set(`${path}.bak`, files.get(path) ?? null);
    files.delete(path);
  }
  for (const path of plan.remove) files.delete(path);
  for (const path of [...plan.copy, "main.py"]) files.set(path, BUILD.files[`device/${path}`] ?? null);
  return files;
}

describe("whatever was on a board", () => {
  it("it holds every file of the build afterwards, and keeps settings and what is foreign", () => {
    fc.assert(
      fc.property(boards, ({ made, found }) => {
        const files = applied(found, { clean: false, settings: false });
        for (const path of WANTED) expect(files.get(path), path).toBe(sha256(path));
        for (const path of made.foreign) expect(files.has(path), path).toBe(true);
        expect(files.has("settings.json")).toBe(made.hasSettings);
        if (made.boot?.startsWith("import"))
          expect(files.has("boot.py")).toBe(planCopy(BUILD, PICO_W, found, { clean: false, settings: false }).isDone);
        if (made.main === "foreign" && found.main !== null && !made.damaged.includes("main.py")) return;
        for (const path of made.stale) if (path.startsWith("gateway/")) expect(files.has(path), path).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("nothing of another build and nothing foreign is left by --clean but the settings", () => {
    fc.assert(
      fc.property(boards, ({ made, found }) => {
        const files = applied(found, { clean: true, settings: false });
        const left = [...files.keys()].filter((path) => !WANTED.includes(path) && !/^(main|boot)\.py/.test(path));
        expect(left).toEqual(made.hasSettings ? ["settings.json"] : []);
      }),
    );
  });

  it("there is nothing to do only for a board that has all of this build and its manifest", () => {
    fc.assert(
      fc.property(boards, ({ made, found }) => {
        const { isDone } = planCopy(BUILD, PICO_W, found, { clean: false, settings: false });
        const isWhole = WANTED.every((path) => found.files[path]?.[1] === sha256(path)) && made.manifest === "this";
        if (isDone) expect(isWhole).toBe(true);
        if (isWhole && made.stale.every((path) => !path.startsWith("gateway/"))) expect(isDone).toBe(true);
      }),
    );
  });
});

it("files that do not fit are refused with what takes the room", () => {
  const found: BoardFiles = {
    release: "1.28.0",
    machine: PICO_W.machine,
    block_bytes: 4096,
    blocks: 212,
    free_blocks: 3,
    files: { "music.wav": [800_000, null] },
    folders: [],
    manifest: null,
    main: null,
    boot: null,
  };
  const plan = planCopy(BUILD, PICO_W, found, { clean: false, settings: false });
  expect(() => requireSpace(plan, found, () => 2_000)).toThrow(/12 KB free[\s\S]*music.wav \(782 KB\)/);
  expect(() => requireSpace(plan, { ...found, free_blocks: 20 }, () => 2_000)).not.toThrow();
});

it.each([
  ["1.20.0", /too old/],
  ["1.23.0", /too old/],
  ["1.24.1", /octets of the modem/],
  ["1.26.0", /Wi-Fi goes away/],
  ["1.27.0", /Wi-Fi goes away/],
  ["1.28.0", null],
  ["1.29.0-preview", null],
  ["2.0.0", null],
])("MicroPython %s", (release, expected) => {
  const judged = () => {
    const verdict = judgeMicroPython(release, PICO_W);
    return verdict.kind === "works" ? verdict.warning : null;
  };
  let said: string | null;
  try {
    said = judged();
  } catch (error) {
    said = (error as Error).message;
  }
  if (expected === null) expect(said).toBeNull();
  else expect(said).toMatch(expected);
});

it("a board that says that it is another is refused", () => {
  for (const board of BOARDS) {
    expect(() => requireBoard(board.machine, board)).not.toThrow();
    for (const other of BOARDS)
      if (other !== board) expect(() => requireBoard(other.machine, board)).toThrow(/nothing was written/);
  }
});
