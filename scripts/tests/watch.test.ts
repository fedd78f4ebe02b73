// npm run build -- --watch: what it leaves in dist/ is what a cold build would, whatever was edited before.
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

  test("says what is refused, and goes on once it is mended", async () => {
    await watched.start();
    const text = watched.read(PATH);
    expect(await watched.edit(PATH, `${text}\nexport const half = 1 / 2;\n`)).toContain("TP3002");
    expect(await watched.edit(PATH, `${text}\n`)).toMatch(BUILD_ID);
  });
});
