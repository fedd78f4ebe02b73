// Modules of one lifetime are one file on the board: what the build writes then, and what it says of a table that cannot be.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { filesBelow } from "../build/inputs.ts";
import { onDevice } from "../build/on-device.ts";
import type { Project } from "../build/project.ts";
import { moduleTable } from "../build/report.ts";
import { BuildFailed, build } from "../build.ts";

let root: string;
let project: Project;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "lifetimes-"));
  project = { firmware: join(root, "firmware-ts"), runtime: join(root, "runtime-py"), dist: join(root, "dist") };
  for (const folder of [join(project.firmware, "domain"), join(project.firmware, "types"), project.runtime])
    mkdirSync(folder, { recursive: true });
  writeFileSync(join(project.runtime, "main.py"), "# @modules\n");
  write("domain/inbox.ts", "export function count(text: string): number {\n  return text.length;\n}\n");
  write(
    "domain/outbox.ts",
    'import { count as inboxCount } from "./inbox.ts";\n' +
      "export function count(text: string): number {\n  const all = inboxCount(text) + 1;\n  return all + all;\n}\n",
  );
  write(
    "main.ts",
    'import { count } from "./domain/outbox.ts";\nexport function start(): void {\n  console.log(count("a"));\n}\n',
  );
  group({ start: ["main.ts"], resident: ["*"] });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(project.firmware, path), text);
const group = (table: unknown) => write("lifetimes.json", JSON.stringify(table));

test("a file for each group goes onto the board, one for each module is there to be read", async () => {
  const { device, maps, build: id } = await build({ project });
  const compiled = (folder: string) => filesBelow(folder).filter((path) => path.startsWith("gateway/"));
  expect(compiled(device)).toEqual(["gateway/resident.mpy", "gateway/start.mpy"]);
  expect(readFileSync(join(device, "main.py"), "utf8")).toBe("import gateway.resident\nimport gateway.start\n");
  const python = join(project.dist, "python");
  expect(compiled(python)).toEqual(["gateway/domain/inbox.py", "gateway/domain/outbox.py", "gateway/main.py"]);
  expect(readFileSync(join(python, "gateway/domain/outbox.py"), "utf8")).toContain("def count(text):");
  expect(compiled(join(maps, id))).toEqual(["gateway/resident.py.map", "gateway/start.py.map"]);
});

test("the table of modules has a row for each, with its share, and counts nothing twice", async () => {
  const report = await build({ project });
  const resident = report.modules.filter(({ name, within }) => (within ?? name) === "gateway.resident");
  expect(resident.map(({ name, linesOfTypeScript }) => [name, linesOfTypeScript])).toEqual([
    ["gateway.resident", 0],
    ["domain/inbox.ts", 3],
    ["domain/outbox.ts", 5],
  ]);
  const [file, inbox, outbox] = resident.map(({ bytesOfMpy }) => bytesOfMpy) as [number, number, number];
  expect(inbox).toBeGreaterThan(5);
  expect(outbox).toBeGreaterThan(inbox);
  expect(inbox + outbox).toBeLessThan(file);
  const files = report.modules.filter(({ within }) => within === undefined);
  const total = files.reduce((sum, { bytesOfMpy }) => sum + bytesOfMpy, 0).toLocaleString("en");
  expect(moduleTable(report)).toMatch(new RegExp(`^total +12 .* ${total}$`, "m"));
});

test("says where on the board each of two alike is", async () => {
  const { device } = await build({ project });
  const [inbox, outbox] = ["domain/inbox.ts", "domain/outbox.ts"].map((file) => onDevice(device, file, "count"));
  expect([inbox?.module, outbox?.module]).toEqual(["gateway.resident", "gateway.resident"]);
  expect(inbox?.name).not.toBe(outbox?.name);
  expect(() => onDevice(device, "domain/sent.ts", "count")).toThrow(/has no domain\/sent\.ts/);
});

describe("a table that cannot be fails the build with a sentence", () => {
  const tables: [string, () => void, RegExp][] = [
    ["no JSON", () => write("lifetimes.json", "{"), /lifetimes\.json is no JSON: /],
    [
      "a list",
      () => group(["main.ts"]),
      /lifetimes\.json must hold an object: a name and a list of files for each group\./,
    ],
    ["a name that is none", () => group({ "a b": ["*"] }), /each group has a name of letters and a list of files/],
    ["files that are no list", () => group({ all: "*" }), /each group has a name of letters and a list of files/],
    [
      "groups that need each other",
      () => group({ ends: ["domain/inbox.ts", "main.ts"], rest: ["*"] }),
      /lifetimes\.json: gateway\.ends needs gateway\.domain\.outbox of gateway\.rest, which needs it in turn/,
    ],
  ];

  test.each(tables)("%s", async (_what, change, sentence) => {
    change();
    const failed = build({ project });
    await expect(failed).rejects.toThrow(BuildFailed);
    await expect(failed).rejects.toThrow(sentence);
  });
});
