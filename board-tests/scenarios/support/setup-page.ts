// The setup page of a board that nobody has told anything, in a real Chromium of a phone's size, in real time: what a person does there.
import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import { openBrowser } from "../../control/chromium.ts";
import { VirtualBoard } from "../../virtual-board/board.ts";
import type { BoardOptions } from "../../virtual-board/board-options.ts";
import { builtDevice } from "./built-device.ts";
import { pduOf } from "./messages.ts";
import { until as holds } from "./secure-board.ts";

const ADDRESS = "192.168.4.1";
/** For one step on a busy machine, in ms of real time. */
const STEP_MS_MAX = 30_000;
/** The board takes a test in so long, in ms. */
const TEST_EVERY_MS = 5_000;
export const WIFI = { ssid: "home", key: "correct horse" };
/** A radio and a modem that are quicker than most; the other network is an attacker's. */
const RADIO = {
  scanMs: 100,
  joinMs: 100,
  dhcpMs: 50,
  accessPoints: [
    { ...WIFI, rssi: -50 },
    { ssid: '"><img src=x onerror=alert(1)>', key: "x", rssi: -70 },
  ],
};
const MODEM_MS = { bootMs: 300, simReadyMs: 320, callReadyMs: 350, smsReadyMs: 360, registeredMs: 2_500 };
const HANDSHAKE_MS = 200;

/** Where hosts and ports of settings are on this machine, and names. */
export interface Internet {
  readonly redirect: Record<string, string>;
  readonly names?: Record<string, string>;
}

/** Powered. @param prepare before it has power */
export async function freshBoard(
  internet: Internet,
  prepare: (board: VirtualBoard) => Promise<void> = async () => {},
): Promise<VirtualBoard> {
  const options: BoardOptions = {
    firmware: await builtDevice(),
    settings: undefined,
    time: "real",
    network: { kind: "host", handshakeMs: HANDSHAKE_MS, ...internet },
    wifi: RADIO,
    hardware: { modem: { timing: MODEM_MS, networkEpochMs: Date.now() } },
  };
  const board = await VirtualBoard.create(options);
  onTestFinished(() => board.close());
  await prepare(board);
  await board.powerOn();
  return board;
}

export const until = (condition: () => boolean): Promise<void> => holds(condition, undefined, STEP_MS_MAX);

/**
 * Saves what was tested: the gateway comes to its broker, and publishes a message.
 * @param heard there, by topic
 * @param secrets that the board must not have said
 */
export async function saveAndPublish(
  setup: SetupPage,
  board: VirtualBoard,
  heard: ReadonlyMap<string, string>,
  secrets: readonly string[],
): Promise<void> {
  expect(heard.get("gateway/status")).toBe("offline");
  await setup.save();
  await until(() => heard.get("gateway/status") === "online");
  await board.hardware({ do: "modem-deliver", pdu: pduOf({ text: "Your code is 791985" }) });
  await until(() => heard.has("gateway/sms"));
  expect(JSON.parse(heard.get("gateway/sms") ?? "")).toMatchObject({ code: "791985" });
  const said = board.stdout.join("\n");
  for (const secret of secrets) expect(said).not.toContain(secret);
}

export class SetupPage {
  /** When the last test was begun; on the clock of performance.now(). */
  private testedAt = -TEST_EVERY_MS;

  private constructor(readonly page: Page) {}

  /** Once the board serves it. */
  static async of(board: VirtualBoard): Promise<SetupPage> {
    await until(() => board.portal !== null);
    const browser = await openBrowser({ hosts: { [ADDRESS]: board.portal?.http ?? "" } });
    onTestFinished(() => browser.close());
    await browser.page.goto(`http://${ADDRESS}/`);
    await browser.page.locator("#all").waitFor({ state: "visible", timeout: STEP_MS_MAX });
    return new SetupPage(browser.page);
  }

  /** By the ids of controls. */
  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [id, value] of Object.entries(values)) await this.page.locator(`#${id}`).fill(value);
  }

  async choose(network: string, broker: string): Promise<void> {
    await this.page.getByRole("radio", { name: network }).check();
    await this.page.locator("#preset").selectOption({ label: broker });
  }

  /** Of the test, or of what is wrong in the form; or at another place. */
  async says(words: string, place = "told"): Promise<void> {
    const told = this.page.locator(`#${place}`);
    const hasSaid = told.filter({ hasText: words }).waitFor({ timeout: STEP_MS_MAX });
    await hasSaid.catch(async () => expect(await told.textContent()).toContain(words));
  }

  /** As soon as the board takes one. */
  async test(words: string, press = () => this.page.locator("#test").click()): Promise<void> {
    const wait = this.testedAt + TEST_EVERY_MS - performance.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(wait, 0)));
    const begun = this.page.waitForResponse((response) => response.url().endsWith("/api/test"));
    await press();
    expect((await begun).status()).toBe(202);
    this.testedAt = performance.now();
    await this.says(words);
  }

  async save(press = () => this.page.locator("#save").click()): Promise<void> {
    await press();
    await this.page.getByText("Saved. The gateway restarts").waitFor({ timeout: STEP_MS_MAX });
  }

  async inLanguage(language: "en" | "de"): Promise<void> {
    await this.page.locator("#language").selectOption(language);
  }
}
