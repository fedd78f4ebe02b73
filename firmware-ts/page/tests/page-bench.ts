// A setup page in a browser of its own, with a portal that it speaks to.
import { join } from "node:path";
import type { Page } from "playwright-core";
import { type Browser, type BrowserOptions, openBrowser } from "../../../board-tests/control/chromium.ts";
import { violationsOn } from "../../../board-tests/support/accessibility.ts";
import { GERMAN_TEXTS, SETUP_PAGE, setupPage } from "../../../scripts/build/setup-page.ts";
import type { Network } from "../portal-answers.ts";
import { PortalStandIn } from "./portal-stand-in.ts";

const FIRMWARE = join(import.meta.dirname, "../..");
export const ADDRESS = "192.168.4.1";

export const NETWORKS: readonly Network[] = [
  { ssid: "Home", rssi: -48, locked: true },
  { ssid: "Neighbour", rssi: -67, locked: true },
  { ssid: "Café guests", rssi: -80, locked: false },
];

const made = setupPage({ firmware: FIRMWARE });

export class PageBench {
  private constructor(
    readonly portal: PortalStandIn,
    private readonly browser: Browser,
  ) {}

  /** Opens the page, and waits for the form. @param prepare the portal, before anybody asks it */
  static async open(
    prepare: (portal: PortalStandIn) => void = () => {},
    options: BrowserOptions = {},
  ): Promise<PageBench> {
    const { files = {} } = (await made) ?? {};
    const portal = new PortalStandIn({ "/": files[SETUP_PAGE] as Buffer, "/de": files[GERMAN_TEXTS] as Buffer });
    portal.networks = [...NETWORKS];
    prepare(portal);
    const address = await portal.listen();
    const bench = new PageBench(portal, await openBrowser({ ...options, hosts: { [ADDRESS]: address } }));
    await bench.page.goto(`http://${ADDRESS}/`);
    await bench.page.locator("#all").waitFor({ state: "visible" });
    return bench;
  }

  get page(): Page {
    return this.browser.page;
  }

  get complaints(): readonly string[] {
    return this.browser.complaints;
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.portal.close();
  }

  /** What the page says of the test, once it says `words`. */
  async says(words: string | RegExp, id = "told"): Promise<void> {
    await this.page.locator(`#${id}`).filter({ hasText: words }).waitFor({ timeout: 15_000 });
  }

  async fill(values: Readonly<Record<string, string>>): Promise<void> {
    for (const [id, value] of Object.entries(values)) await this.page.locator(`#${id}`).fill(value);
  }

  /** The shortest way to settings that the gateway takes. */
  async fillBasics(): Promise<void> {
    await this.page.getByRole("radio", { name: "Home" }).check();
    await this.page.locator("#preset").selectOption("HiveMQ Cloud");
    await this.fill({
      wifi_password: "correct horse",
      broker_host: "a1.s1.eu.hivemq.cloud",
      broker_user: "gateway",
      broker_password: "battery staple",
    });
  }

  /** What axe-core has against the page as it stands, a line each. */
  violations(): Promise<string[]> {
    return violationsOn(this.page);
  }

  async unfoldAll(): Promise<void> {
    await this.page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
  }
}
