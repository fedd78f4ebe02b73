// npm run docs:images: makes the pictures of the documentation, by running the gateway on the virtual board.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseSimOptions } from "../board-tests/control/sim-options.ts";
import { Simulator } from "../board-tests/control/simulator.ts";
import { repository } from "./build/project.ts";
import { build } from "./build.ts";

const MESSAGE = { from: "Amazon", text: "Your verification code is 791985" };
const WAIT_MS_MAX = 60_000;
const LOOK_EVERY_MS = 200;

async function main(): Promise<void> {
  const { device } = await build();
  const data = mkdtempSync(join(tmpdir(), "docs-images-"));
  const options = parseSimOptions(["--headless", "--http", "0", "--mqtt", "0", "--data", data]);
  if (!options) throw new Error("the simulator takes other options than these");
  const simulator = await Simulator.start(options, device);
  try {
    await simulator.powerOn();
    await takePictures(`http://127.0.0.1:${simulator.httpPort}/api`);
  } finally {
    await simulator.stop();
    rmSync(data, { recursive: true });
  }
}

async function takePictures(api: string): Promise<void> {
  await untilDisplayShows(api, "Modem  ok");
  const headers = { "Content-Type": "application/json" };
  await fetch(`${api}/modem/sms`, { method: "POST", headers, body: JSON.stringify(MESSAGE) });
  await untilDisplayShows(api, MESSAGE.from);
  const picture = await fetch(`${api}/display.png`);
  const folder = join(repository, "docs", "images");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "display.png"), Buffer.from(await picture.arrayBuffer()));
  console.log("docs/images/display.png");
}

async function untilDisplayShows(api: string, text: string): Promise<void> {
  const deadline = performance.now() + WAIT_MS_MAX;
  let shown = "";
  while (performance.now() < deadline) {
    shown = await (await fetch(`${api}/display.txt`)).text();
    if (shown.includes(text)) return;
    await sleep(LOOK_EVERY_MS);
  }
  throw new Error(`the display does not show "${text}" but:\n${shown}`);
}

await main();
