// A real browser for tests and pictures: Debian's Chromium, driven by playwright-core, with a profile of its own that goes with it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findTool } from "../support/require-tool.ts";

/** Names another Chromium than that on the PATH. */
const ENVIRONMENT = "SMS_GATEWAY_CHROMIUM";
/** No sandbox: tests run as root, too. The rest keeps it from speaking to anybody by itself. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface BrowserOptions {
  /** Hosts that are somebody else: `{"192.168.4.1": "127.0.0.1:49152"}`. */
  readonly hosts?: Readonly<Record<string, string>>;
  /** In CSS pixels; a small phone's unless given. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** BCP 47; `en-GB` unless given. */
  readonly language?: string;
  readonly isTouched?: boolean;
  /** IANA; UTC unless given. */
  readonly timeZone?: string;
}

export const PHONE = { width: 360, height: 640 };
export const DESK = { width: 1280, height: 800 };

/** Absolute path of the browser; undefined where there is none. */
export function chromiumPath(): string | undefined {
  return process.env[ENVIRONMENT] || findTool("chromium");
}

export interface Browser {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, exceptions and refused loads since the start: a page that is well has none. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Starts one, with an empty page. Rejects where there is no Chromium, with the line that installs it. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new Error("There is no Chromium: sudo apt-get install chromium");
  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const rules = Object.entries(options.hosts ?? {}).map(([host, target]) => `MAP ${host} ${target}`);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: [...FLAGS, ...(rules.length > 0 ? [`--host-resolver-rules=${rules.join(",")}`] : [])],
    viewport: options.viewport ?? PHONE,
    colorScheme: options.dark ? "dark" : "light",
    timezoneId: options.timeZone ?? "UTC",
    locale: options.language ?? "en-GB",
    hasTouch: options.isTouched ?? false,
    reducedMotion: "reduce",
  });
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { page, context, complaints, close };
}
