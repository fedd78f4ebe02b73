// The programs in docs/end-to-end.md read what a gateway publishes, refuse what was changed, and sign as it wants it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { repository } from "../build/project.ts";
import { pythonWithPycryptodome } from "../python-tools/index.ts";

const DOCS = readFileSync(join(repository, "docs/end-to-end.md"), "utf8");
const VECTORS = JSON.parse(readFileSync(join(repository, "firmware-ts/tests/vectors/end-to-end.json"), "utf8"));

/** The one program of this language. */
function programIn(language: string): string {
  const found = [...DOCS.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, "g"))];
  if (found.length !== 1) throw new Error(`${found.length} programs in ${language}`);
  return found[0]?.[1] ?? "";
}

/** A tampered one among the genuine. */
const cases = [
  ...VECTORS.sealed.map(({ payload, sealed, topic }: Record<string, string>) => ({ topic, sealed, payload })),
  ...["A", "B"].map((letter) => {
    const [{ sealed, topic }] = VECTORS.sealed;
    return { topic, sealed: sealed.replace('"encrypted":"AS', `"encrypted":"A${letter}`), payload: "null" };
  }),
  { topic: "home/other/sms", sealed: VECTORS.sealed[0].sealed, payload: "null" },
  { topic: VECTORS.sealed[0].topic, sealed: '{"id":"x","encrypted":""}', payload: "null" },
];
const expected = cases.map(({ payload }) => JSON.parse(payload));
const command = JSON.parse(VECTORS.signed[1].command);

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "end-to-end-docs-"));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function expectSigned(payload: string): void {
  const { signed } = JSON.parse(payload);
  expect(JSON.parse(Buffer.from(signed, "base64url").toString())).toEqual(command);
}

test("the one in Node", async () => {
  const file = join(folder(), "end-to-end.mjs");
  writeFileSync(file, programIn("js"));
  const { read, sign } = await import(pathToFileURL(file).href);
  expect(cases.map(({ sealed, topic }) => read(VECTORS.key, topic, sealed))).toEqual(expected);
  const payload = sign(VECTORS.key, VECTORS.signed[1].topic, command);
  expectSigned(payload);
  expect(sign(VECTORS.key, VECTORS.signed[1].topic, JSON.parse(VECTORS.signed[1].command))).toBe(payload);
  expect(JSON.parse(sign(VECTORS.key, "t", { id: "x" })).sig).toMatch(/^[0-9a-f]{64}$/);
});

test("the one in Python, which signs as the one in Node", async () => {
  const made = folder();
  writeFileSync(join(made, "gateway_messages.py"), programIn("python"));
  const script = `import json, sys
sys.path.insert(0, ${JSON.stringify(made)})
from gateway_messages import mac, read, sign
job = json.load(sys.stdin)
signed = json.loads(sign(job["key"], job["topic"], job["command"]))
octets = job["octets"].encode()
print(json.dumps({
    "read": [read(job["key"], each["topic"], each["sealed"]) for each in job["cases"]],
    "signed": json.dumps(signed),
    "sig": mac(job["key"], job["topic"].encode() + b"\\0", octets).hexdigest(),
}))`;
  const { command: python, env } = await pythonWithPycryptodome();
  const [program = "", ...words] = python;
  const { command: octets, payload, topic } = VECTORS.signed[1];
  const input = JSON.stringify({ key: VECTORS.key, cases, command, octets, topic });
  const result = JSON.parse(execFileSync(program, [...words, "-c", script], { env, input }).toString());
  expect(result.read).toEqual(expected);
  expectSigned(result.signed);
  expect(result.sig).toBe(JSON.parse(payload).sig);
});

test("the page names every code by which a command is refused", () => {
  const source = readFileSync(join(repository, "firmware-ts/domain/end-to-end/signed-command.late.ts"), "utf8");
  const codes = [...source.matchAll(/=\s+"(\w+):/g)].map(([, code]) => code as string);
  expect(new Set(codes)).toEqual(new Set(["unsigned", "malformed", "clock", "stale", "repeated"]));
  for (const code of codes.filter((each) => each !== "malformed")) expect(DOCS).toContain(`| \`${code}\` |`);
});
