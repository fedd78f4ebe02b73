// A factory reset knows each file that the program writes: those that its sources name, and what may be left of a write.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { TicksClock } from "../drivers/clock.ts";
import { openFactoryReset } from "../drivers/factory-reset.late.ts";
import { Sim800Port } from "../drivers/sim800-port.ts";
import { world } from "../fakes/world.ts";

const FIRMWARE = new URL("..", import.meta.url).pathname;
/** Begins it, and is removed last. */
const WANTED = "/reset.wanted";

beforeEach(() => world.reset());

function sources(folder: string, ending: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) =>
    entry.isFile() && entry.name.endsWith(ending) ? [readFileSync(join(entry.parentPath, entry.name), "utf8")] : [],
  );
}

/** Paths in the sources that have to do with files, and the names of the journal. */
function writtenPaths(): string[] {
  const texts = [...sources(join(FIRMWARE, "drivers"), ".ts"), ...sources(join(FIRMWARE, "..", "runtime-py"), ".py")];
  const named = texts.flatMap((text) => [...text.matchAll(/["`](\/[a-z][a-z./-]*)["`]/g)].map(([, path = ""]) => path));
  const journal = readFileSync(join(FIRMWARE, "ports", "journal.ts"), "utf8");
  const names = /KeptName = (.*);/.exec(journal)?.[1] ?? "";
  const kept = [...names.matchAll(/"([a-z.]+)"/g)].map(([, name]) => `/${name}`);
  // What stands in a folder is the build's, and the program only reads it.
  return [...new Set([...named, ...kept, "/ca.der", "/client.der", "/client.key.der"])].filter(
    (path) => !path.slice(1).includes("/"),
  );
}

it("a factory reset removes each file that the sources name, whole or half written, and no code", () => {
  const paths = writtenPaths();
  expect(paths).toEqual(expect.arrayContaining(["/settings.json", "/journal", "/outbox", "/crash", "/starts", WANTED]));
  const code = ["/main.py", "/chip.mpy", "/crash.mpy", "/manifest.json", "/photograph.jpg"];
  const all = [...paths, ...paths.map((path) => `${path}.new`), ...paths.map((path) => `${path}.draft`), ...code];
  for (const path of all) world.files.set(path, new TextEncoder().encode("secret"));
  world.files.delete(`${WANTED}.draft`);
  const reset = openFactoryReset(new Sim800Port(0, 16, 17, 26), new TicksClock());
  // The world's flash is never full.
  for (let step = 0; step < 1_000 && reset.step() < 100; step++) {}
  expect([...world.files.keys()].sort()).toEqual([...code].sort());
});
