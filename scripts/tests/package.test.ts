// npm run package as it is called, and what it makes beside the UF2 file: each read back with another tool than ours.
import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { filesBelow } from "../build/inputs.ts";
import { repository } from "../build/project.ts";
import { type BuildReport, build } from "../build.ts";
import { boardManifest } from "../device/board-manifest.ts";
import { boardFiles, type FileTree } from "../package/board-files.ts";
import { fileSystemImage } from "../package/file-system.ts";
import { mipPackage } from "../package/mip-package.ts";
import { parsePackageOptions } from "../package/options.ts";
import { thonnyZip } from "../package/thonny-zip.ts";
import { sha256 } from "../python-tools/sha256.ts";
import { syntheticMicropython } from "./synthetic-micropython.ts";

const named = (name: string) => BOARDS.find((board) => board.name === name) as Identity;
const PICO_W = named("pico-w");

let root: string;
let report: BuildReport;
let files: FileTree;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "package-"));
  report = await build();
  files = boardFiles(report, PICO_W);
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

describe("the manifest on the board", () => {
  test("is compact JSON with the files in order of path, and a line end", () => {
    const some = {
      ...report,
      build: "0123456789ab",
      files: { "device/main.py": "aa", "device/gateway/a.mpy": "bb", "maps/x": "cc" },
    };
    expect(boardManifest(some, PICO_W)).toBe(
      '{"build":"0123456789ab","board":"pico-w","whole":true,"files":{"gateway/a.mpy":"bb","main.py":"aa"}}\n',
    );
  });

  test("has the hash of each file beside it, and is the last of them", () => {
    const manifest = JSON.parse(files.get("manifest.json")?.toString() ?? "");
    const others = [...files].filter(([path]) => path !== "manifest.json");
    expect(Object.entries(manifest.files)).toEqual(others.map(([path, content]) => [path, sha256(content)]));
    expect(others.map(([path]) => path)).toEqual(filesBelow(report.device));
    expect([...files.keys()].at(-1)).toBe("manifest.json");
  });
});

test("files that do not fit on the board are refused", async () => {
  const tooMany = new Map([["big", Buffer.alloc(PICO_W.fileSystemOctets)]]);
  await expect(fileSystemImage(tooMany, PICO_W)).rejects.toThrow(/1 files do not fit on the Raspberry Pi Pico W: they/);
});

describe("the zip for Thonny", () => {
  const READ = `
import base64, json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    infos = archive.infolist()
    print(json.dumps([[i.filename, base64.b64encode(archive.read(i)).decode(), i.date_time, i.external_attr >> 16] for i in infos]))`;

  async function unpacked(board: Identity): Promise<[string, string, number[], number][]> {
    const artefact = await thonnyZip(report, files, board);
    const path = join(root, artefact.path);
    writeFileSync(path, artefact.files.get(artefact.path) ?? "");
    return JSON.parse(execFileSync("python3", ["-c", READ, path], { maxBuffer: 2 ** 24 }).toString());
  }

  test("has the board's files in a folder of their own, and the page beside it", async () => {
    const entries = await unpacked(PICO_W);
    const board = entries.filter(([name]) => name.startsWith("sms-gateway/board/"));
    const found = board.map(([name, content]) => [
      name.slice("sms-gateway/board/".length),
      sha256(Buffer.from(content, "base64")),
    ]);
    expect(found.sort()).toEqual([...files].map(([name, content]) => [name, sha256(content)]).sort());
    const others = entries.filter((entry) => !board.includes(entry)).map(([name]) => name);
    expect(others).toEqual(["sms-gateway/README.html"]);
  });

  test("has the same bytes each time, whatever the time of the day", async () => {
    const bytes = async () =>
      [...(await thonnyZip(report, files, PICO_W)).files].map(([path, content]) => path + sha256(content));
    const once = await bytes();
    expect(await bytes()).toEqual(once);
    for (const [, , date, mode] of await unpacked(PICO_W))
      expect([date, mode]).toEqual([[1980, 1, 1, 0, 0, 0], 0o100644]);
  });

  test.each([
    ["pico-w", /RPI-RP2[\s\S]*<b>Pico W<\/b>/, /ESP32/],
    ["pico-2-w", /RP2350[\s\S]*<b>Pico 2 W<\/b>/, /RPI-RP2|ESP32/],
    ["xiao-esp32c3", /esptool[\s\S]*ESP32_GENERIC_C3/, /BOOTSEL/],
  ])("says for a %s what its owner sees", async (name, says, saysNot) => {
    const [page] = (await unpacked(named(name))).filter(([path]) => path.endsWith("README.html"));
    const text = Buffer.from(page?.[1] ?? "", "base64").toString();
    expect(text).toMatch(says);
    expect(text).toContain(`build ${report.build}`);
    expect(text).not.toMatch(saysNot);
    expect(text).not.toMatch(/\{\{|<!--/);
  });
});

test("the folder for mip lists every file by a relative url, main.py and the manifest last", () => {
  const { files: tree, path } = mipPackage(report, files);
  const listed = JSON.parse(tree.get(path)?.toString() ?? "");
  expect(listed.version).toBe(report.build);
  expect(new Set(listed.urls.map(([target]: [string]) => target))).toEqual(new Set(files.keys()));
  expect(listed.urls.slice(-2)).toEqual([
    ["main.py", "main.py"],
    ["manifest.json", "manifest.json"],
  ]);
  for (const [target, url] of listed.urls) expect(tree.get(`mip/${url}`)).toBe(files.get(target));
});

describe("the options", () => {
  const here = (name: string) => join(root, name);
  const settingsAlone = () => ["--settings", here("s.json")];
  const toXiao = () => ["--board", "xiao-esp32c3", "--micropython", here("s.json")];
  beforeAll(() => writeFileSync(here("s.json"), "{}"));

  test.each<[string, () => string[], RegExp]>([
    [
      "a board that there is not",
      () => ["--board", "pico"],
      /there is no such board. There are pico-w, pico-2-w, xiao/,
    ],
    [
      "a file that there is not",
      () => ["--micropython", here("none.uf2")],
      /^--micropython .*none\.uf2: there is no such file/,
    ],
    ["a folder for a file", () => ["--micropython", root], /cannot be read \(EISDIR\)/],
    ["settings without a UF2 file to put them in", settingsAlone, /needs MicroPython: add --micropython FILE/],
    ["a UF2 file for a board that takes none", toXiao, /XIAO ESP32C3 takes no \.uf2 files/],
    ["an unknown option", () => ["--uf2"], /Unknown option '--uf2'\.\n {2}npm run package -- --help/],
  ])("refuse %s", (_what, args, sentence) => {
    expect(() => parsePackageOptions(args())).toThrow(sentence);
  });
});

describe("npm run package", () => {
  const run = (...args: string[]) => {
    const command = ["--import", "tsx", "scripts/package.ts", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: repository, encoding: "utf8" });
    return { status, stdout, stderr };
  };

  test("makes all three, and says in JSON what they are", () => {
    const [out, micropython, settings] = [join(root, "out"), join(root, "firmware.uf2"), join(root, "settings.json")];
    writeFileSync(micropython, syntheticMicropython({ board: PICO_W, version: "1.26.1" }));
    writeFileSync(settings, '{"version":1,"wifi_ssid":"home","wifi_password":"secret42","broker_host":"10.0.0.1"}');
    const dry = run("--micropython", micropython, "--settings", settings, "--out", out, "--dry-run");
    expect(dry).toMatchObject({ status: 0, stderr: "" });
    expect(dry.stdout).toMatch(
      /^Would make of build [0-9a-f]{12}, for the Raspberry Pi Pico W:\n[\s\S]*--dry-run\.\n$/,
    );
    expect(existsSync(out)).toBe(false);
    const made = run("--micropython", micropython, "--settings", settings, "--out", out, "--json");
    const said = JSON.parse(made.stdout);
    const paths = said.artefacts.map(({ path }: { path: string }) => path.slice(out.length + 1));
    expect(paths).toEqual(["sms-gateway-picow.uf2", "sms-gateway-picow-thonny.zip", "mip/package.json"]);
    for (const { files: written } of said.artefacts)
      for (const { path, bytes, sha256: hash } of written) {
        const content = readFileSync(path);
        expect([content.length, sha256(content)]).toEqual([bytes, hash]);
      }
    expect(said.notes.join("\n")).toMatch(
      /empties the board[\s\S]*passwords of settings\.json[\s\S]*1\.26\.1 is older than advised: the gateway can hang/,
    );
    expect(statSync(join(out, "sms-gateway-picow.uf2")).mode & 0o777).toBe(0o600);
    expect(made.stdout + dry.stdout).not.toContain("secret");
  });

  test("makes the others without MicroPython, and says how to name one; old files of mip are gone", () => {
    const out = join(root, "again");
    mkdirSync(join(out, "mip"), { recursive: true });
    writeFileSync(join(out, "mip", "package.json"), '{"urls":[]}');
    writeFileSync(join(out, "mip", "old.mpy"), "");
    writeFileSync(join(out, "sms-gateway-picow.uf2"), "");
    const { status, stdout } = run("--out", out);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /Left out: the \.uf2 file: .*download\/RPI_PICO_W, then add --micropython FILE\. The one in .* earlier/,
    );
    expect(readdirSync(out).sort()).toEqual(["mip", "sms-gateway-picow-thonny.zip", "sms-gateway-picow.uf2"]);
    expect(existsSync(join(out, "mip", "old.mpy"))).toBe(false);
  });

  test("ends with 1 for a file that is refused, with 2 for what it is not called for, and never with a stack", () => {
    const text = join(root, "text.uf2");
    writeFileSync(text, "not a UF2 file");
    mkdirSync(join(root, "foreign", "mip"), { recursive: true });
    const refused = run("--micropython", text);
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toMatch(/^text\.uf2 is not a UF2 file\.\n/);
    const results = [refused, run("--nonsense"), run("--out", text), run("--out", join(root, "foreign"))];
    expect(results.map(({ status }) => status)).toEqual([1, 2, 2, 2]);
    for (const { stderr } of results) expect(stderr).not.toMatch(/^\s+at /m);
  });
});
