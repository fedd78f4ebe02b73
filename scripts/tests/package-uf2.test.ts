// The one file to drop on the drive: what the boot ROM makes of it, what MicroPython then finds, and which files of
// MicroPython are refused.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { type BuildReport, build } from "../build.ts";
import { DeviceError } from "../device/device-error.ts";
import { boardFiles } from "../package/board-files.ts";
import { makePackage } from "../package/make-package.ts";
import { pythonWithLittlefs } from "../python-tools/index.ts";
import { sha256 } from "../python-tools/sha256.ts";
import { type BootRom, droppedOn, RP2040, RP2350 } from "./boot-rom.ts";
import { block, FLASH, type Synthetic, syntheticMicropython, workaroundBlock } from "./synthetic-micropython.ts";

const READER = fileURLToPath(new URL("read_file_system.py", import.meta.url));
const BLOCK = 512;

const named = (name: string) => BOARDS.find((board) => board.name === name) as Identity;
const PICO_W = named("pico-w");
const PICO_2_W = named("pico-2-w");

let root: string;
let report: BuildReport;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "package-uf2-"));
  report = await build();
}, 120_000);
afterAll(() => rmSync(root, { recursive: true }));

async function uf2(board: Identity, micropython: Buffer, settings?: string): Promise<Buffer> {
  const { artefacts } = await makePackage(report, {
    board,
    micropython: { path: "firmware.uf2", content: micropython },
    settings: settings === undefined ? null : settingsFile(settings),
    out: "dist",
    dryRun: false,
    json: false,
  });
  const { files, path } = artefacts.find(({ kind }) => kind === "uf2") ?? { files: new Map(), path: "" };
  return files.get(path) ?? Buffer.alloc(0);
}

function settingsFile(text: string): { path: string; content: Buffer } {
  const path = join(root, "settings.json");
  writeFileSync(path, text);
  return { path, content: Buffer.from(text) };
}

/** A flash full of something else. */
function usedFlash(board: Identity): Buffer {
  return Buffer.alloc(board.flashOctets, 0x5a);
}

const fileSystemOf = (flash: Buffer, board: Identity) => flash.subarray(board.flashOctets - board.fileSystemOctets);

/** @param grownOctets that are written first, as the board will */
async function mounted(image: Buffer, grownOctets = 0): Promise<{ version: string; files: Map<string, Buffer> }> {
  const path = join(root, "image");
  writeFileSync(path, image);
  const { command, env } = await pythonWithLittlefs();
  const [python = "", ...words] = command;
  const said = execFileSync(python, [...words, READER, path, String(grownOctets)], { env, maxBuffer: 2 ** 24 });
  const { version, files } = JSON.parse(said.toString()) as { version: string; files: Record<string, string> };
  return {
    version,
    files: new Map(Object.entries(files).map(([name, octets]) => [name, Buffer.from(octets, "base64")])),
  };
}

const hashes = (files: ReadonlyMap<string, Buffer>) =>
  [...files].map(([path, content]) => `${path} ${sha256(content)}`).sort();

describe.each<[string, Identity, BootRom, Buffer[]]>([
  ["pico-w", PICO_W, RP2040, []],
  ["pico-2-w", PICO_2_W, RP2350, [workaroundBlock()]],
])("the UF2 file for a %s", (_name, board, rom, before) => {
  const program = syntheticMicropython({ board, pages: 37 });
  const micropython = Buffer.concat([...before, program]);
  let file: Buffer;
  let flash: Buffer;
  beforeAll(async () => {
    file = await uf2(board, micropython);
    flash = droppedOn(usedFlash(board), file, rom) ?? Buffer.alloc(0);
  }, 60_000);

  test("puts MicroPython and a file system with every file of the build onto a flash that was used", async () => {
    for (let n = 0; n < 37; n++) {
      const page = program.subarray(n * BLOCK + 32, n * BLOCK + 288);
      expect(flash.subarray(n * 256, (n + 1) * 256).equals(page), `page ${n}`).toBe(true);
    }
    const { version, files } = await mounted(fileSystemOf(flash, board));
    expect(hashes(files)).toEqual(hashes(boardFiles(report, board)));
    expect(version).toBe("2.0");
  });

  test("leaves nothing of an older file system, such as settings or folders", () => {
    const fromClean = droppedOn(Buffer.alloc(board.flashOctets, 0xff), file, rom) ?? Buffer.alloc(0);
    expect(fileSystemOf(flash, board).equals(fileSystemOf(fromClean, board))).toBe(true);
  });

  test("touches nothing between MicroPython and the file system", () => {
    const between = flash.subarray(3 * 4096, board.flashOctets - board.fileSystemOctets);
    expect(between.equals(Buffer.alloc(between.length, 0x5a))).toBe(true);
  });

  test("has blocks of one family, in order and whole sectors, all within the flash", () => {
    const own = file.subarray(before.length * BLOCK);
    const total = own.length / BLOCK;
    expect(total).toBe(3 * 16 + board.fileSystemOctets / 256);
    for (let n = 0; n < total; n++) {
      const words = Array.from({ length: 8 }, (_, word) => own.readUInt32LE(n * BLOCK + 4 * word));
      const sector = n < 48 ? FLASH : FLASH + board.flashOctets - board.fileSystemOctets - 48 * 256;
      expect(words).toEqual([0x0a324655, 0x9e5d5157, 0x2000, sector + n * 256, 256, n, total, board.uf2Family]);
      expect(own.readUInt32LE(n * BLOCK + 508)).toBe(0x0ab16f30);
    }
  });

  test("keeps the blocks that stand before the others as they are", () => {
    expect(file.subarray(0, before.length * BLOCK).equals(Buffer.concat(before))).toBe(true);
  });

  test("has a file system that can be written to, and is whole afterwards", async () => {
    const { files } = await mounted(fileSystemOf(flash, board), 200_000);
    expect(files.get("grown.bin")?.length).toBe(200_000);
    expect(files.get("new/file")?.toString()).toBe("as the board will");
    for (const [path, content] of boardFiles(report, board)) expect(files.get(path)?.equals(content), path).toBe(true);
  });

  test("is the same from the same input", async () => {
    expect((await uf2(board, micropython)).equals(file)).toBe(true);
  });
});

test("the settings go in as they are", async () => {
  const settings = '{"version":1,\n "wifi_ssid":"Café", "broker_host":"10.0.0.1"}\n';
  const file = await uf2(PICO_W, syntheticMicropython({ board: PICO_W }), settings);
  const flash = droppedOn(usedFlash(PICO_W), file, RP2040) ?? Buffer.alloc(0);
  const { files } = await mounted(fileSystemOf(flash, PICO_W));
  expect(files.get("settings.json")?.toString()).toBe(settings);
});

test.each(["{", "[]", "{}", "null", '"text"', '{"wifi_password":"secret",}'])(
  "settings that are %s are refused, and not shown",
  async (settings) => {
    const refused = uf2(PICO_W, syntheticMicropython({ board: PICO_W }), settings);
    await expect(refused).rejects.toThrow(DeviceError);
    await expect(refused).rejects.toThrow(
      /settings\.json cannot be used: nothing was written\.\n {2}(?![\s\S]*secret)/,
    );
  },
);

describe("a UF2 file is refused that", () => {
  const good = syntheticMicropython({ board: PICO_W });
  const made = (options: Partial<Synthetic>) => syntheticMicropython({ board: PICO_W, ...options });
  /** With a word of one block changed. */
  const changed = (nth: number, offset: number, word: number) => {
    const file = Buffer.from(good);
    file.writeUInt32LE(word, nth * BLOCK + offset);
    return file;
  };
  const START = PICO_W.flashAddress + PICO_W.flashOctets - PICO_W.fileSystemOctets;
  const payload = Buffer.alloc(256);
  const mixed = Buffer.concat([good, block({ address: FLASH, number: 0, total: 1, family: 0xe48bff59, payload })]);
  const again = (pages: number) =>
    Buffer.concat(
      Array.from({ length: pages }, (_, n) => {
        const octets = Buffer.from(good.subarray(n * BLOCK, (n + 1) * BLOCK));
        octets.writeUInt32LE(pages, 24);
        return octets;
      }),
    );

  test.each<[string, Buffer, RegExp]>([
    ["is empty", Buffer.alloc(0), /is not a UF2 file/],
    ["is something else", Buffer.from("PK\x03\x04".padEnd(2000, "x")), /is not a UF2 file/],
    ["ends in the middle of a block", good.subarray(0, 700), /is cut off: it ends in the middle/],
    ["lacks its last block", good.subarray(0, -BLOCK), /is cut off: it says that it has 40 blocks, and has 39/],
    ["has a damaged block", changed(3, 508, 0), /is damaged: what should be its block 4 is none/],
    [
      "is for another chip",
      syntheticMicropython({ board: PICO_2_W }),
      /another board: its block 1 of 40 is for RP2350/,
    ],
    ["is partly for another chip", mixed, /for another board: its block 41 of 41 is for RP2350/],
    ["has the workaround of another chip", Buffer.concat([workaroundBlock(), good]), /block 1 of 41 is for RP2350/],
    ["is for a family that nobody knows", changed(0, 28, 7), /the unknown family 0x00000007/],
    ["names no family", changed(0, 8, 0), /names no family/],
    ["has blocks that are not for the flash", changed(2, 8, 0x2001), /the board would skip: its block 3 of 40/],
    ["has a payload of 476 octets", changed(5, 16, 476), /its block 6 of 40 has 476 octets, not 256/],
    ["begins within a page", changed(1, 12, FLASH + 0x180), /begins in the middle of a page, at 0x10000180/],
    ["goes below the flash", changed(1, 12, 0x0ffff000), /reaches beyond the 2,048 KiB.*0x0ffff000/],
    ["goes beyond the flash", changed(1, 12, 0x10200000), /reaches beyond the 2,048 KiB.*0x10200000/],
    ["goes to RAM", changed(1, 12, 0x20000000), /reaches beyond/],
    ["reaches into the file system", changed(39, 12, START), /file system, which begins at 0x1012c000: its block 40/],
    ["writes a page twice", changed(39, 12, FLASH), /writes the same place twice.*0x10000000/],
    ["counts its blocks wrongly", changed(4, 20, 3), /is damaged: its block 5 of 40 says that it is 4 of 40/],
    ["has a block of another total", changed(4, 24, 4), /is damaged: its block 5 of 40 says that it is 5 of 4/],
    ["is no MicroPython", again(4), /holds no MicroPython/],
    [
      "is for a Pico without W",
      made({ machine: "Raspberry Pi Pico with RP2040" }),
      /another board: Raspberry Pi Pico with/,
    ],
    ["is too old", made({ version: "1.23.0" }), /MicroPython 1\.23\.0, which is too old: the gateway needs 1\.24/],
    [
      "has another file system",
      made({ fileSystem: { address: 0x100a0000, octets: 1441792 } }),
      /1,?408 KiB at 0x100a0000/,
    ],
  ])("%s", async (_story, file, sentence) => {
    const refused = uf2(PICO_W, file);
    await expect(refused).rejects.toThrow(DeviceError);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toThrow(/^firmware\.uf2 [\s\S]*\n {2}MicroPython for the Raspberry Pi Pico W is/);
  });

  test("but not a preview, nor one that does not say where its file system is", async () => {
    await expect(uf2(PICO_W, made({ version: "1.30.0-preview.12.gabc" }))).resolves.toBeDefined();
    await expect(uf2(PICO_W, made({ fileSystem: null }))).resolves.toBeDefined();
  });
});
