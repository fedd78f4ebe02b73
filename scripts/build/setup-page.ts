// The setup page as it lies on the board: files that are whole answers, head and gzip body. The portal sends them as they are, so that
// serving costs the board neither work nor heap. GET / is the page, with the English texts; GET /de the German ones as JSON.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { Plugin } from "esbuild";
import { sha256 } from "../python-tools/sha256.ts";
import { BuildFailed } from "./build-error.ts";
import type { Project } from "./project.ts";

/** Below the root of the board's file system. */
export const SETUP_PAGE = "portal/page.http";
export const GERMAN_TEXTS = "portal/de.http";

const FOLDER = "page";
/** Browsers of 2020: what the window of a phone that asks to sign in may be. */
const TARGET = "es2020";
/** Properties of the page's own, which get names of one letter there: none of the browser's, and none that goes over the wire. */
const OWN_NAMES = /^(isSecret|fallback|choices|control|label|hint|tested|isAsked|isOver|needs|unknown)$/;
/** A file whose exports are worked out here and put into the page as they are. */
const BAKED = /\.baked\.ts$/;
/** More make it no smaller. */
const ZOPFLI_ITERATIONS = 15;

export interface SetupPage {
  readonly html: string;
  /** The answers by their paths on the board. */
  readonly files: Readonly<Record<string, Buffer>>;
}

/** Null for a program that has no page. Throws BuildFailed for one that does not compile. */
export async function setupPage({ firmware }: Pick<Project, "firmware">): Promise<SetupPage | null> {
  const folder = join(firmware, FOLDER);
  if (!existsSync(folder)) return null;
  const script = await bundled(join(folder, "main.ts"));
  const style = withShortNames(await bundled(join(folder, "page.css")));
  const html = shortened(readFileSync(join(folder, "page.html"), "utf8"))
    .replace("/*style*/", () => style)
    .replace("/*script*/", () => script);
  const { germanTexts } = await exportsOf(join(folder, "texts.ts"));
  const german = JSON.stringify((germanTexts as () => unknown)());
  const policy = `Content-Security-Policy: ${policyFor(script, style)}`;
  const [page, texts] = await Promise.all([
    answer("text/html; charset=utf-8", html, [policy]),
    answer("application/json", german),
  ]);
  return { html, files: { [GERMAN_TEXTS]: texts, [SETUP_PAGE]: page } };
}

/** Without what HTML does without: lines, ends of options, and quotes around words (HTML 13.1.2.3, 13.1.2.4). */
function shortened(html: string): string {
  return html
    .replaceAll(">\n<", "><")
    .replace(/<\/(option|html)>/g, "")
    .replace(/="([\w.-]+)"/g, "=$1");
}

/** Properties of the style's own, which get names of one letter. */
function withShortNames(style: string): string {
  const names = [...new Set(style.match(/--\w+/g))];
  return style.replace(/--\w+/g, (name) => `--${names.indexOf(name).toString(36)}`);
}

/** Script or style in one text. What would end its element must stand in none of it. */
async function bundled(entry: string): Promise<string> {
  const text = await built(entry, {
    minify: true,
    mangleProps: OWN_NAMES,
    // Nobody else's script is there that its names could get in the way of.
    format: "esm",
    target: TARGET,
    plugins: [baking],
  });
  if (/<\/(script|style)|<!--/i.test(text))
    throw new BuildFailed(`${entry}: its text would end the element that it stands in.`);
  return text.trim();
}

async function built(entry: string, options: object): Promise<string> {
  const { build } = await import("esbuild");
  const common = {
    tsconfigRaw: "{}",
    bundle: true,
    write: false,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
  } as const;
  try {
    const { outputFiles = [] } = await build({ ...common, ...options, entryPoints: [entry] });
    return outputFiles[0]?.text ?? "";
  } catch (error) {
    throw new BuildFailed(`The setup page: ${(error as Error).message}`);
  }
}

/** Runs a file by itself. */
async function exportsOf(path: string): Promise<Record<string, unknown>> {
  const module = { exports: {} as Record<string, unknown> };
  runInContext(await built(path, { format: "cjs" }), createContext({ module, exports: module.exports }));
  return module.exports;
}

/** Gives the exports of a baked file in its place. */
const baking: Plugin = {
  name: "baking",
  setup({ onLoad }) {
    onLoad({ filter: BAKED }, async ({ path }) => {
      const lines = Object.entries(await exportsOf(path)).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
      );
      return { contents: lines.join("\n"), loader: "js" };
    });
  },
};

function policyFor(script: string, style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** As Content-Security-Policy has it. */
function hashOf(text: string): string {
  return `'sha256-${Buffer.from(sha256(text), "hex").toString("base64")}'`;
}

/** Bodies of before, for a build that watches. */
const bodies = new Map<string, Uint8Array>();

/** Zopfli's gzip is a twentieth smaller than zlib's, the same with each version of Node, and holds no time [RFC 1952 2.3.1]. */
async function gzipped(text: string): Promise<Uint8Array> {
  const { gzipAsync } = await import("@gfx/zopfli");
  const body = bodies.get(text) ?? (await gzipAsync(text, { numiterations: ZOPFLI_ITERATIONS }));
  bodies.set(text, body);
  return body;
}

async function answer(type: string, text: string, more: readonly string[] = []): Promise<Buffer> {
  const body = await gzipped(text);
  const head = [
    "HTTP/1.1 200 OK",
    `Content-Type: ${type}`,
    "Content-Encoding: gzip",
    `Content-Length: ${body.length}`,
    "Cache-Control: no-store",
    ...more,
    "X-Content-Type-Options: nosniff",
    "Referrer-Policy: no-referrer",
    "Connection: close",
    "",
    "",
  ];
  return Buffer.concat([Buffer.from(head.join("\r\n")), body]);
}
