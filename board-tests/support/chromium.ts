// A real browser for tests of what a board serves: Debian's Chromium, with a profile of its own for each start.
import { type Browser, chromium } from "playwright-core";
import { toolPath } from "./require-tool.ts";

/** Nothing of its own on the network, nothing that a machine without a screen lacks. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @param portal where 192.168.4.1 is on this machine, `127.0.0.1:PORT`; null: the browser uses that address itself */
export function startChromium(portal: string | null): Promise<Browser> {
  const rules = portal === null ? [] : [`--host-resolver-rules=MAP 192.168.4.1 ${portal}`];
  return chromium.launch({ executablePath: toolPath("chromium"), args: [...FLAGS, ...rules] });
}
