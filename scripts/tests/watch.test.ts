// npm run build -- --watch: what it leaves in dist/ is what a cold build would, whatever was edited before.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { editedBody } from "../bench/watched-project.ts";
import { WatchedBuild } from "./watched-build.ts";

const PATH = "domain/reconnection.ts";
const BUILD_ID = /^[0-9a-f]{12}$/;

/** Each test builds twice from nothing. */
const TEST_MS_MAX = 90_000;

let watched: WatchedBuild;
beforeEach(() => {
  watched = new WatchedBuild();
});
afterEach(() => watched.end());

describe("a watched build", { timeout: TEST_MS_MAX }, () => {
  test("after edits within bodies and of declarations is the cold build", async () => {
    await watched.start();
    const text = watched.read(PATH);
    expect(await watched.edit(PATH, editedBody(text, 0, "    if (Math.abs(3) === 4) this.succeeded();") ?? "")).toMatch(
      BUILD_ID,
    );
    await watched.expectColdBuild();
    expect(await watched.edit(PATH, `${text}\nexport const extra: number = 5;\n`)).toMatch(BUILD_ID);
    await watched.expectColdBuild();
  });

  test("makes the setup page again when a file of the page has changed", async () => {
    await watched.start();
    const page = () => readFileSync(join(watched.project.dist, "device/portal/page.http"), "base64");
    const before = page();
    expect(await watched.edit("page/page.css", `${watched.read("page/page.css")}h1 { margin: 0 }\n`)).toMatch(BUILD_ID);
    expect(page()).not.toBe(before);
    expect(await watched.edit("page/dom.ts", `${watched.read("page/dom.ts")}}\n`)).toContain("page/dom.ts");
  });

  test("says what is refused, and goes on once it is mended", async () => {
    await watched.start();
    const text = watched.read(PATH);
    expect(await watched.edit(PATH, `${text}\nexport const half = 1 / 2;\n`)).toContain("TP3002");
    expect(await watched.edit(PATH, `${text}\n`)).toMatch(BUILD_ID);
  });
});
