// What the project takes from elsewhere is pinned: by exact version and by hash, and not to a download host.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { repository } from "../build/project.ts";

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
}

const read = (name: string) => JSON.parse(readFileSync(join(repository, name), "utf8"));

describe("npm's packages", () => {
  const locked = Object.entries<LockedPackage>(read("package-lock.json").packages).filter(([path]) => path !== "");

  test("are asked for in one exact version each", () => {
    const { dependencies, devDependencies } = read("package.json") as Record<string, Record<string, string>>;
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-\d+)?$/.test(version))).toEqual([]);
  });

  test("are locked by hash", () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
  });

  test("are not tied to a download host", () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
  });
});
