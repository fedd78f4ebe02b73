// The virtual board's USB serial port as a device of this machine.
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { describeWith } from "../../support/require-tool.ts";
import { VirtualBoard } from "../../virtual-board/board.ts";
import { UsbPort } from "../usb-port.ts";

const ECHO = `import sys, machine
print("started")
while True:
    line = sys.stdin.readline().strip()
    print("echo", line)
    if line == "restart":
        machine.reset()
    if line == "much":
        print("x" * 1000 + "the end")
`;
const SOON_MS = 5_000;

let folder: string;
let board: VirtualBoard;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "usb-"));
  board = await VirtualBoard.create({ firmware: { "main.py": ECHO }, time: "real" });
});
afterEach(async () => {
  await board.close();
  rmSync(folder, { recursive: true });
});

/** What comes by the port until it holds `wanted`. */
async function received(port: number, wanted: string): Promise<string> {
  const octets = Buffer.alloc(256);
  let text = "";
  for (const end = performance.now() + SOON_MS; !text.includes(wanted) && performance.now() < end; ) {
    try {
      text += octets.toString("utf8", 0, readSync(port, octets));
    } catch (error) {
      if (!["EAGAIN", "EIO"].includes((error as NodeJS.ErrnoException).code ?? "")) throw error;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  return text;
}

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + SOON_MS; !holds(); ) {
    if (performance.now() > end) throw new Error("it did not come about");
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describeWith(["python3"], "the board's USB serial port", () => {
  it("takes what is written to it, and gives what the board prints, with MicroPython's line ends", async () => {
    const link = join(folder, "pico");
    const usb = await UsbPort.open(link, board);
    await board.powerOn();
    const port = openSync(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    writeFileSync(port, "hello\n");
    expect(await received(port, "echo hello\r\n")).toContain("echo hello\r\n");
    closeSync(port);
    await usb.close();
    expect(existsSync(link)).toBe(false);
  });

  it("goes when the board restarts, and comes back with what was printed meanwhile", async () => {
    const link = join(folder, "pico");
    const usb = await UsbPort.open(link, board);
    await board.powerOn();
    const port = openSync(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    expect(await received(port, "started")).toContain("started");
    writeFileSync(port, "restart\n");
    await until(() => !existsSync(link));
    closeSync(port);
    await until(() => existsSync(link));
    const again = openSync(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    expect(await received(again, "started")).toContain("started");
    closeSync(again);
    await usb.close();
  });

  it("keeps the end of what nobody took", async () => {
    const link = join(folder, "pico");
    const usb = await UsbPort.open(link, board);
    await board.powerOn();
    board.type("much\n");
    await board.runUntil(() => board.stdout.some((line) => line.endsWith("the end")), SOON_MS);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const port = openSync(link, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
    const text = await received(port, "the end");
    expect(text.length).toBeLessThanOrEqual(256);
    expect(text).toMatch(/^x+the end\r\n$/);
    closeSync(port);
    await usb.close();
  });

  it("leaves alone what has its name already, but for what a killed run left behind", async () => {
    const [taken, stale] = [join(folder, "taken"), join(folder, "stale")];
    writeFileSync(taken, "mine");
    symlinkSync(join(folder, "nowhere"), stale);
    await expect(UsbPort.open(taken, board)).rejects.toThrow(/there is something of this name/);
    await expect(UsbPort.open(join(folder, "none", "pico"), board)).rejects.toThrow(/could not be made/);
    const usb = await UsbPort.open(stale, board);
    await usb.close();
    expect(existsSync(stale)).toBe(false);
  });
});
