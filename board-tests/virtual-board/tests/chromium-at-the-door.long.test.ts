// A real Chromium at a board's own access point: by the address that the board believes to have, and by that of this machine.
import { expect, it, onTestFinished } from "vitest";
import { openBrowser } from "../../control/chromium.ts";
import { describeWith } from "../../support/require-tool.ts";
import type { BoardOptions, VirtualBoard } from "../board.ts";
import { echoPortal } from "./echo-portal.ts";
import { boardWith } from "./with-board.ts";

async function portalBoard(options: Partial<BoardOptions>): Promise<VirtualBoard> {
  const board = await boardWith(echoPortal(), options);
  await board.runUntil(() => board.portal !== null, 5_000);
  if (board.virtual) board.run();
  return board;
}

/** @param portal where 192.168.4.1 is on this machine; null: the browser uses that address itself */
async function pageAt(portal: string | null) {
  const browser = await openBrowser(portal === null ? {} : { hosts: { "192.168.4.1": portal } });
  onTestFinished(() => browser.close());
  return browser.page;
}

describeWith(["chromium"], "Chromium", () => {
  it.each([
    ["real time", { time: "real", network: { kind: "host" } }],
    ["virtual time", { time: "virtual", network: { kind: "model" }, charged: true }],
  ] as const)("opens http://192.168.4.1 in %s, and asks again from the page", async (_time, options) => {
    const board = await portalBoard(options);
    const page = await pageAt(board.portal?.http ?? "");
    await page.goto("http://192.168.4.1/first");
    expect(await page.title()).toBe("/first");
    const ask = async () => (await fetch("/second", { method: "POST", body: "x".repeat(2000) })).text();
    const answer = await page.evaluate(ask);
    expect(answer).toContain("POST /second HTTP/1.1");
    expect(answer).toContain("Origin: http://192.168.4.1\r\n");
    expect(answer).toContain("x".repeat(2000));
  });

  it("asks the board as 192.168.4.1 by the address of this machine too, and is led back to that", async () => {
    const board = await portalBoard({ time: "real", network: { kind: "host" } });
    const page = await pageAt(null);
    await page.goto(`http://${board.portal?.http}/first`);
    const text = await page.evaluate(async () => (await fetch("/second", { method: "POST", body: "x" })).text());
    expect(text).toContain("Host: 192.168.4.1\r\n");
    expect(text).toContain("Origin: http://192.168.4.1\r\n");
  });
});
