// The whole way as a person with a phone goes it: the page that the compiled firmware serves on the virtual board, in a real
// Chromium of a phone's size, with a real mosquitto behind the board's Wi-Fi.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync, type MqttClient } from "mqtt";
import type { Page } from "playwright-core";
import { expect, it, onTestFinished, vi } from "vitest";
import { openBrowser } from "../control/chromium.ts";
import { freePort, startMosquitto } from "../control/mosquitto.ts";
import { EMBEDDED_HOST, EMBEDDED_PORT } from "../control/sim-settings.ts";
import { describeWith, toolPath } from "../support/require-tool.ts";
import { VirtualBoard } from "../virtual-board/board.ts";
import { builtDevice } from "./support/built-device.ts";
import { pduOf } from "./support/messages.ts";

vi.setConfig({ testTimeout: 240_000 });

const ADDRESS = "192.168.4.1";
/** Nobody listens there. */
const CLOSED_PORT = 1884;
const STEP_MS_MAX = 30_000;
const WIFI = { ssid: "home", key: "correct horse" };
const USER = { username: "gateway", password: "battery staple" };
const QUICK = {
  wifi: {
    scanMs: 100,
    joinMs: 100,
    dhcpMs: 50,
    accessPoints: [
      { ...WIFI, rssi: -50 },
      { ssid: '"><img src=x onerror=alert(1)>', key: "x", rssi: -70 },
    ],
  },
  modem: { timing: { bootMs: 300, simReadyMs: 320, callReadyMs: 350, smsReadyMs: 360, registeredMs: 2_500 } },
};

/** A mosquitto with one user, and somebody who listens there. */
async function broker(): Promise<{ port: number; heard: Map<string, string> }> {
  const folder = mkdtempSync(join(tmpdir(), "passwords-"));
  const file = join(folder, "passwords");
  spawnSync(toolPath("mosquitto_passwd"), ["-b", "-c", file, USER.username, USER.password]);
  // Started by root, mosquitto runs as a user of its own.
  chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
  const mosquitto = await startMosquitto([`password_file ${file}`], "allow_anonymous false");
  const client: MqttClient = await connectAsync(`mqtt://127.0.0.1:${mosquitto.port}`, USER);
  onTestFinished(async () => {
    client.end(true);
    await mosquitto.stop();
    rmSync(folder, { recursive: true });
  });
  const heard = new Map<string, string>();
  client.on("message", (topic, payload) => void heard.set(topic, payload.toString()));
  await client.subscribeAsync("gateway/#", { qos: 1 });
  return { port: mosquitto.port, heard };
}

/** A board that nobody has told anything, in real time. */
async function freshBoard(port: number): Promise<VirtualBoard> {
  const board = await VirtualBoard.create({
    firmware: await builtDevice(),
    settings: undefined,
    time: "real",
    network: {
      kind: "host",
      redirect: {
        [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: `127.0.0.1:${port}`,
        [`${EMBEDDED_HOST}:${CLOSED_PORT}`]: `127.0.0.1:${await freePort()}`,
      },
    },
    wifi: QUICK.wifi,
    hardware: { modem: { ...QUICK.modem, networkEpochMs: Date.now() } },
  });
  onTestFinished(() => board.close());
  await board.powerOn();
  return board;
}

/** The page that it serves, as a phone has it. */
async function pageOf(board: VirtualBoard): Promise<Page> {
  await until(() => board.portal !== null);
  const browser = await openBrowser({ hosts: { [ADDRESS]: board.portal?.http ?? "" } });
  onTestFinished(() => browser.close());
  await browser.page.goto(`http://${ADDRESS}/`);
  await browser.page.locator("#all").waitFor({ state: "visible", timeout: STEP_MS_MAX });
  return browser.page;
}

async function until(condition: () => boolean): Promise<void> {
  for (const endMs = performance.now() + STEP_MS_MAX; !condition(); ) {
    if (performance.now() > endMs) throw new Error(`nothing came of it within ${STEP_MS_MAX} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function says(page: Page, words: string): Promise<void> {
  const told = page.locator("#told");
  const hasSaid = told.filter({ hasText: words }).waitFor({ timeout: STEP_MS_MAX });
  await hasSaid.catch(async () => expect(await told.textContent()).toContain(words));
}

const isSaved = (page: Page) => page.getByText("Saved. The gateway restarts").waitFor({ timeout: STEP_MS_MAX });

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, value] of Object.entries(values)) await page.locator(`#${id}`).fill(value);
}

async function fillAll(page: Page): Promise<void> {
  await page.getByRole("radio", { name: WIFI.ssid }).check();
  await page.locator("#preset").selectOption({ label: "Mosquitto" });
  await fill(page, { wifi_password: WIFI.key, broker_host: EMBEDDED_HOST });
  await fill(page, { broker_user: USER.username, broker_password: USER.password });
}

async function test(page: Page, words: string): Promise<void> {
  await page.locator("#test").click();
  await says(page, words);
  // The board takes a test in 5 s.
  await new Promise((resolve) => setTimeout(resolve, 5_000));
}

describeWith(["chromium", "mosquitto"], "the setup page of a board", () => {
  it("leads from a first start to a gateway that publishes, past each step that fails", async () => {
    const { heard, port } = await broker();
    const board = await freshBoard(port);
    const page = await pageOf(board);
    expect(await page.locator("img").count()).toBe(0);
    await fillAll(page);

    await fill(page, { wifi_password: "wrong horse" });
    await test(page, "Password refused");
    await fill(page, { wifi_password: WIFI.key, broker_host: "no-such-host.invalid" });
    await test(page, "Nobody knows this host");
    await fill(page, { broker_host: EMBEDDED_HOST, broker_port: `${CLOSED_PORT}` });
    await test(page, "Nobody listens there");
    await fill(page, { broker_port: `${EMBEDDED_PORT}`, broker_password: "wrong staple" });
    await test(page, "does not allow this user");
    await fill(page, { broker_password: USER.password });
    await test(page, "It works");
    expect(heard.get("gateway/status")).toBe("offline");

    await page.locator("#save").click();
    await isSaved(page);
    await until(() => heard.get("gateway/status") === "online");
    await board.hardware({ do: "modem-deliver", pdu: pduOf({ text: "Your code is 791985" }) });
    await until(() => heard.has("gateway/sms"));
    expect(JSON.parse(heard.get("gateway/sms") ?? "")).toMatchObject({ code: "791985" });
    // No secret is in what the page was given, or what the board says.
    const said = board.stdout.join("\n");
    for (const secret of [WIFI.key, USER.password]) expect(said).not.toContain(secret);
  });

  it("whose power is cut while it saves has all of the settings or none, and is set up again", async () => {
    const { heard, port } = await broker();
    const board = await freshBoard(port);
    const page = await pageOf(board);
    await fillAll(page);
    const from = board.log.length;
    await page.locator("#save").click();
    await until(() => board.log.slice(from).some(({ type }) => type === "flash"));
    await board.powerOff();
    const files = await board.readFlash();
    await board.powerOn();
    if ("settings.json" in files) {
      await until(() => heard.get("gateway/status") === "online");
      return;
    }
    const again = await pageOf(board);
    await fillAll(again);
    await again.locator("#save").click();
    await isSaved(again);
    await until(() => heard.get("gateway/status") === "online");
  });
});
