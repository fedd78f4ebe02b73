// The page as the build makes it: small, whole, the same each time, and with nothing in it that comes from elsewhere.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { GERMAN_TEXTS, SETUP_PAGE, type SetupPage, setupPage } from "../../../scripts/build/setup-page.ts";
import { germanTexts } from "../texts.ts";

const HTML_OCTETS_MAX = 30_000;
const GZIP_OCTETS_MAX = 10_240;

const FIRMWARE = join(import.meta.dirname, "../..");
const { html, files } = (await setupPage({ firmware: FIRMWARE })) as SetupPage;

function split(path: string): { head: string[]; body: Buffer } {
  const octets = files[path] ?? Buffer.alloc(0);
  const end = octets.indexOf("\r\n\r\n");
  return { head: octets.subarray(0, end).toString().split("\r\n"), body: octets.subarray(end + 4) };
}

const headerOf = (path: string, name: string) => {
  const line = split(path).head.find((each) => each.startsWith(`${name}: `));
  return line?.slice(name.length + 2);
};

describe("the setup page", () => {
  test("has 30 KB at most, and 10 KB as it lies on the flash", () => {
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(HTML_OCTETS_MAX);
    expect(split(SETUP_PAGE).body.length).toBeLessThanOrEqual(GZIP_OCTETS_MAX);
    expect(split(GERMAN_TEXTS).body.length).toBeLessThanOrEqual(4096);
  });

  test.each([
    [SETUP_PAGE, "text/html; charset=utf-8"],
    [GERMAN_TEXTS, "application/json"],
  ])("%s is a whole answer", (path, type) => {
    const { head, body } = split(path);
    expect(head[0]).toBe("HTTP/1.1 200 OK");
    expect(headerOf(path, "Content-Type")).toBe(type);
    expect(headerOf(path, "Content-Encoding")).toBe("gzip");
    expect(headerOf(path, "Content-Length")).toBe(String(body.length));
    expect(headerOf(path, "Cache-Control")).toBe("no-store");
    expect(headerOf(path, "X-Content-Type-Options")).toBe("nosniff");
    expect(headerOf(path, "Referrer-Policy")).toBe("no-referrer");
    expect(headerOf(path, "Connection")).toBe("close");
    const text = gunzipSync(body).toString();
    if (path === SETUP_PAGE) expect(text).toBe(html);
    else expect(JSON.parse(text)).toEqual(germanTexts());
  });

  test("allows its own script and style, by their hashes, and nothing else", () => {
    const policy = headerOf(SETUP_PAGE, "Content-Security-Policy") ?? "";
    const hash = (tag: string) => {
      const found = [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, "g"))].map(([, text = ""]) => text);
      expect(found).toHaveLength(1);
      return `'sha256-${createHash("sha256")
        .update(found[0] ?? "")
        .digest("base64")}'`;
    };
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hash("script")}`,
      `style-src ${hash("style")}`,
      "connect-src 'self'",
      "img-src data:",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  test("loads nothing from elsewhere, and makes no markup of texts", () => {
    expect(html.match(/(src|href)="(?!data:,)[^"]*"/g)).toBeNull();
    expect(html.match(/https?:\/\/[^ "<|]*/g)?.filter((address) => address !== "http://192.168.4.1")).toEqual([]);
    expect(html).not.toMatch(
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|\son\w+="|\sstyle="/,
    );
  });

  test("moves nothing, so there is nothing to spare who wants no motion", () => {
    expect(html).not.toMatch(/transition|animation|scroll-behavior|behavior:/);
  });

  test("is the same, octet for octet, when it is made again", async () => {
    const again = await setupPage({ firmware: FIRMWARE });
    expect(again?.files).toEqual(files);
  });

  test("is missing where a program has none, and a mistake in it is told", async () => {
    const firmware = mkdtempSync(join(tmpdir(), "setup-page-"));
    onTestFinished(() => rmSync(firmware, { recursive: true }));
    expect(await setupPage({ firmware })).toBeNull();
    mkdirSync(join(firmware, "page"));
    writeFileSync(join(firmware, "page", "main.ts"), "const = 1;");
    writeFileSync(join(firmware, "page", "page.css"), "");
    await expect(setupPage({ firmware })).rejects.toThrow(/^The setup page: .*main\.ts:1:6/s);
  });
});
