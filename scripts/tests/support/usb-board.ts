// A virtual board behind its USB serial port, in real time, for the commands that people type beside a real one.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { defaultSettings, EMBEDDED_HOST, EMBEDDED_PORT } from "../../../board-tests/control/sim-settings.ts";
import { UsbPort } from "../../../board-tests/control/usb-port.ts";
import { VirtualBoard } from "../../../board-tests/virtual-board/board.ts";
import type { BoardOptions } from "../../../board-tests/virtual-board/board-options.ts";

/** A port of this machine where nobody listens. */
const NOBODY = "127.0.0.1:9";

export interface UsbBoard {
  readonly board: VirtualBoard;
  /** Of the port. */
  readonly path: string;
  /** The files on its flash, but for what a gateway keeps there of its own starts. */
  files(): Promise<Record<string, string>>;
}

/** With power, closed when the test ends. What is not said is a Pico W with the gateway's settings and no program. */
export async function usbBoard(options: Partial<BoardOptions> = {}): Promise<UsbBoard> {
  const folder = mkdtempSync(join(tmpdir(), "usb-board-"));
  const path = join(folder, "port");
  const { flash, ...others } = options;
  const board = await VirtualBoard.create({
    firmware: {},
    settings: defaultSettings(),
    time: "real",
    network: { kind: "host", redirect: { [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: NOBODY } },
    flash: { eraseMs: 0, ...flash },
    ...others,
  });
  const port = await UsbPort.open(path, board);
  onTestFinished(async () => {
    await port.close();
    await board.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await board.powerOn();
  return {
    board,
    path,
    files: async () =>
      Object.fromEntries(
        Object.entries(await board.readFlash())
          .filter(([name]) => name !== "starts" && name !== "crash" && name !== "settings.good")
          .map(([name, contents]) => [name, Buffer.from(contents).toString("latin1")]),
      ),
  };
}
