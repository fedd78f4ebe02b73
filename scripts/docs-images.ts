// npm run docs:images: makes the pictures of the documentation, by running the gateway on the virtual board, and the setup page in
// Chromium.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { displayPng } from "../board-tests/models/display-png.ts";
import { encodeDeliver } from "../board-tests/models/sim800/pdu-encode.ts";
import type { VirtualBoard } from "../board-tests/virtual-board/board.ts";
import { PageBench } from "../firmware-ts/page/tests/page-bench.ts";
import { gatewayBoard, start, withBoard } from "./bench/gateway-board.ts";
import { repository } from "./build/project.ts";
import { build } from "./build.ts";

const MESSAGE = { from: "Amazon", text: "Your verification code is 791985", time: "2026-11-22T09:30:45+00:00" };

/** From the message's arrival to its text on the display, in ms of the board's time, with a margin. */
const SHOWN_AFTER_MS = 3_000;

/** The display's picture as a PNG file, while it shows the message. */
async function pictureOfMessage(board: VirtualBoard): Promise<Uint8Array> {
  await start(board);
  for (const pdu of encodeDeliver(MESSAGE)) await board.hardware({ do: "modem-deliver", pdu });
  await board.advance(SHOWN_AFTER_MS);
  const frame = await board.display();
  if (frame === null) throw new Error("the virtual board has no display");
  return displayPng(frame);
}

/** Each picture of the setup page: it is opened, something is done, and it is looked at, as PNG. */
async function pictureOfPage(dark: boolean, use: (bench: PageBench) => Promise<void>): Promise<Uint8Array> {
  const bench = await PageBench.open(
    (portal) => Object.assign(portal.script, { failsAt: "connack", problem: "connack-4" }),
    {
      dark,
    },
  );
  try {
    await use(bench);
    return await bench.page.screenshot();
  } finally {
    await bench.close();
  }
}

const choosing = async (bench: PageBench) => {
  await bench.page.locator("#facts dd").first().waitFor();
  await bench.page.getByRole("radio", { name: "Home" }).check();
};

const testing = async (bench: PageBench) => {
  await bench.fillBasics();
  await bench.page.locator("#test").click();
  await bench.says("User or password wrong");
  await bench.page.locator("#save").scrollIntoViewIfNeeded();
  await bench.page.evaluate("scrollBy(0, 30)");
};

/** The same of the setup mode, at a start with the switch closed. */
async function pictureOfSetup(board: VirtualBoard): Promise<Uint8Array> {
  await board.hardware({ do: "switch", setup: true });
  await board.powerOn();
  await board.advance(SHOWN_AFTER_MS);
  const frame = await board.display();
  if (frame === null) throw new Error("the virtual board has no display");
  return displayPng(frame);
}

const { device } = await build();
const folder = join(repository, "docs", "images");
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "display.png"), await withBoard(await gatewayBoard(device), pictureOfMessage));
writeFileSync(join(folder, "display-setup.png"), await withBoard(await gatewayBoard(device), pictureOfSetup));
writeFileSync(join(folder, "setup-page.png"), await pictureOfPage(false, choosing));
writeFileSync(join(folder, "setup-test.png"), await pictureOfPage(true, testing));
console.log("docs/images: display.png, display-setup.png, setup-page.png, setup-test.png");
