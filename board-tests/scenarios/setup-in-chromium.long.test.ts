// The whole way as a person with a phone goes it: the page that the compiled firmware serves on the virtual board, in a real
// Chromium of a phone's size, with a real mosquitto behind the board's Wi-Fi.
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connectAsync, type MqttClient } from "mqtt";
import { expect, it, onTestFinished, vi } from "vitest";
import { freePort, startMosquitto } from "../control/mosquitto.ts";
import { EMBEDDED_HOST, EMBEDDED_PORT } from "../control/sim-settings.ts";
import { violationsOn } from "../support/accessibility.ts";
import { describeWith, toolPath } from "../support/require-tool.ts";
import { freshBoard, SetupPage, saveAndPublish, until, WIFI } from "./support/setup-page.ts";

vi.setConfig({ testTimeout: 240_000 });

/** Nobody listens there. */
const CLOSED_PORT = 1884;
const BROKER = "Mosquitto";
const USER = { username: "gateway", password: "battery staple" };

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

/** A board that can reach that broker, once it is told so. */
async function boardNear(port: number) {
  const redirect = {
    [`${EMBEDDED_HOST}:${EMBEDDED_PORT}`]: `127.0.0.1:${port}`,
    [`${EMBEDDED_HOST}:${CLOSED_PORT}`]: `127.0.0.1:${await freePort()}`,
  };
  return freshBoard({ redirect });
}

async function fillAll(setup: SetupPage): Promise<void> {
  await setup.choose(WIFI.ssid, BROKER);
  await setup.fill({ wifi_password: WIFI.key, broker_host: EMBEDDED_HOST });
  await setup.fill({ broker_user: USER.username, broker_password: USER.password });
}

describeWith(["chromium", "mosquitto"], "the setup page of a board", () => {
  it("leads from a first start to a gateway that publishes, past each step that fails", async () => {
    const { heard, port } = await broker();
    const board = await boardNear(port);
    const setup = await SetupPage.of(board);
    expect(await setup.page.locator("img").count()).toBe(0);
    await fillAll(setup);

    await setup.fill({ wifi_password: "wrong horse" });
    await setup.test("Password refused");
    await setup.fill({ wifi_password: WIFI.key, broker_host: "no-such-host.invalid" });
    await setup.test("Unknown host");
    await setup.fill({ broker_host: EMBEDDED_HOST, broker_port: `${CLOSED_PORT}` });
    await setup.test("Nobody listens there");
    await setup.fill({ broker_port: `${EMBEDDED_PORT}`, broker_password: "wrong staple" });
    await setup.test("refuses this user");
    await setup.fill({ broker_password: USER.password });
    await setup.test("It works");
    await saveAndPublish(setup, board, heard, [WIFI.key, USER.password]);
  });

  it("is filled in, tested and saved by the keyboard alone, and axe-core has nothing against it", async () => {
    const { heard, port } = await broker();
    const setup = await SetupPage.of(await boardNear(port));
    const { page } = setup;
    await accessible(setup);
    await goTo(setup, WIFI.ssid);
    await press(setup, "ArrowDown", "ArrowUp");
    await goTo(setup, "wifi_password");
    await page.keyboard.type(WIFI.key);
    await goTo(setup, "preset");
    while ((await page.locator("#preset").inputValue()) !== BROKER) await press(setup, "ArrowDown");
    const filled = { broker_host: EMBEDDED_HOST, broker_user: USER.username, broker_password: USER.password };
    for (const [id, text] of Object.entries(filled)) {
      await goTo(setup, id);
      await page.keyboard.type(text);
    }
    await goTo(setup, "test");
    await setup.test("It works", () => press(setup, "Enter"));
    await accessible(setup);
    await goTo(setup, "save");
    await setup.save(() => press(setup, "Space"));
    await until(() => heard.get("gateway/status") === "online");
  });

  it("whose power is cut while it saves has all of the settings or none, and is set up again", async () => {
    const { heard, port } = await broker();
    const board = await boardNear(port);
    const setup = await SetupPage.of(board);
    await fillAll(setup);
    const from = board.log.length;
    await setup.page.locator("#save").click();
    await until(() => board.log.slice(from).some(({ type }) => type === "flash"));
    await board.powerOff();
    const files = await board.readFlash();
    await board.powerOn();
    if ("settings.json" in files) {
      await until(() => heard.get("gateway/status") === "online");
      return;
    }
    const again = await SetupPage.of(board);
    await fillAll(again);
    await again.save();
    await until(() => heard.get("gateway/status") === "online");
  });
});

/** By light and in the dark. */
async function accessible({ page }: SetupPage): Promise<void> {
  for (const colorScheme of ["dark", "light"] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violationsOn(page), colorScheme).toEqual([]);
  }
}

async function press({ page }: SetupPage, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** By Tab, to the control of that id or value. */
async function goTo({ page }: SetupPage, name: string): Promise<void> {
  const isThere = `[document.activeElement.id, document.activeElement.value].includes(${JSON.stringify(name)})`;
  for (let n = 0; n < 40; n++) {
    if (await page.evaluate(isThere)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${name} is not reached by Tab`);
}
