// What a build makes depends on the sources and on nothing else: not on its folder, the locale, the time zone, the order in
// which the system lists files, or what was built before.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesBelow } from "../build/inputs.ts";
import { gatewayProject, repository } from "../build/project.ts";
import { sha256 } from "../python-tools/sha256.ts";

const builder = fileURLToPath(new URL("./same-bytes/build-there.ts", import.meta.url));
const reversed = pathToFileURL(fileURLToPath(new URL("./same-bytes/reversed-folders.mjs", import.meta.url))).href;

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "same-bytes-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Builds a copy of the gateway, and gives the hash of everything in its dist/. */
function builtIn(folder: string, env: Record<string, string> = {}, preload: readonly string[] = []): string[] {
  cpSync(gatewayProject.firmware, join(folder, "firmware-ts"), { recursive: true });
  cpSync(gatewayProject.runtime, join(folder, "runtime-py"), { recursive: true });
  const imports = ["tsx", ...preload].flatMap((name) => ["--import", name]);
  execFileSync(process.execPath, [...imports, builder, folder], { cwd: repository, env: { ...process.env, ...env } });
  const dist = join(folder, "dist");
  return filesBelow(dist).map((path) => `${sha256(readFileSync(join(dist, path)))} ${path}`);
}

describe("the gateway is the same to the byte", () => {
  let files: string[];
  beforeAll(() => {
    files = builtIn(join(root, "one"));
    for (const ending of [".mpy", ".py", ".map", "build.json"])
      expect(files.some((line) => line.endsWith(ending))).toBe(true);
  }, 180_000);

  test("in a folder of another name and depth, built twice over", () => {
    const folder = join(root, "another", "deeper, with a space");
    expect(builtIn(folder)).toEqual(files);
    expect(builtIn(folder)).toEqual(files);
  }, 180_000);

  test("in another language, time zone and order of files", () => {
    const env = { LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", LANGUAGE: "tr", TZ: "Pacific/Kiritimati" };
    expect(builtIn(join(root, "two"), env, [reversed])).toEqual(files);
  }, 180_000);
});
