// The folder for mip, installed for real: by mpremote, from a web server, onto a board by its USB serial port.
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { UsbPort } from "../../board-tests/control/usb-port.ts";
import { describeWith } from "../../board-tests/support/require-tool.ts";
import { VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { filesBelow } from "../build/inputs.ts";
import { type BuildReport, build } from "../build.ts";
import { boardFiles, writeTree } from "../package/board-files.ts";
import { mipPackage } from "../package/mip-package.ts";
import { pinnedMpremote } from "../python-tools/index.ts";

const [PICO_W] = BOARDS as [Identity];

let root: string;
let report: BuildReport;
let server: Server;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "package-mip-"));
  report = await build();
  writeTree(root, mipPackage(report, boardFiles(report, PICO_W)).files);
  server = createServer(({ url = "" }, response) => {
    const path = join(root, "mip", url);
    response.statusCode = existsSync(path) ? 200 : 404;
    response.end(existsSync(path) ? readFileSync(path) : "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
}, 120_000);
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(root, { recursive: true });
});

/** Runs mpremote on a board without a program, and gives what lies on its flash then. */
async function installed(source: string): Promise<{ said: string; flash: Map<string, Buffer> }> {
  const folder = mkdtempSync(join(root, "board-"));
  const flash = join(folder, "flash");
  const board = await VirtualBoard.create({ firmware: {}, flash: { dir: flash }, time: "real" });
  const port = join(folder, "port");
  const usb = await UsbPort.open(port, board);
  try {
    await board.powerOn();
    const [program = "", ...words] = await pinnedMpremote();
    const args = [...words, "connect", port, "mip", "install", "--target", "/", source];
    const { stdout } = await promisify(execFile)(program, args);
    const files = filesBelow(flash).map((path): [string, Buffer] => [path, readFileSync(join(flash, path))]);
    return { said: stdout, flash: new Map(files) };
  } finally {
    await usb.close();
    await board.close();
  }
}

const sorted = (files: ReadonlyMap<string, Buffer>) => [...files].sort(([a], [b]) => (a < b ? -1 : 1));

describeWith(["python3"], "mpremote mip install", () => {
  test.each([
    ["a web server", () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`],
    ["the folder", () => join(root, "mip", "package.json")],
  ])("from %s puts the build onto the board, main.py and the manifest last", async (_where, source) => {
    const { said, flash } = await installed(source());
    expect(sorted(flash)).toEqual(sorted(boardFiles(report, PICO_W)));
    expect(said.match(/Installing: (\S+)/g)?.slice(-2)).toEqual([
      "Installing: //main.py",
      "Installing: //manifest.json",
    ]);
  });
});
