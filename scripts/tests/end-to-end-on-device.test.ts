// Sealing and signing on the device: a board's compiled code and its C functions give what the vectors say, and refuse what
// was tampered with.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { printedBy } from "../../board-tests/virtual-board/tests/with-board.ts";
import { filesBelow } from "../build/inputs.ts";
import { onDevice } from "../build/on-device.ts";
import { repository } from "../build/project.ts";
import { build } from "../build.ts";

const VECTORS = join(repository, "firmware-ts/tests/vectors/end-to-end.json");
const PROGRAM = "tests/programs/end-to-end.ts";
/** What of the hand-written Python it needs. */
const GUARDS = ["hex_guard.py", "base64_guard.py"];

/** The program's build, with a main.py that imports the modules and no more. */
async function builtProgram(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), "end-to-end-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const runtime = join(root, "runtime-py");
  mkdirSync(runtime);
  for (const name of GUARDS) writeFileSync(join(runtime, name), readFileSync(join(repository, "runtime-py", name)));
  writeFileSync(join(runtime, "main.py"), "# @modules\n");
  const firmware = join(repository, "firmware-ts");
  const { device } = await build({ project: { firmware, runtime, dist: join(root, "dist"), entry: PROGRAM } });
  return device;
}

test("a board makes of the vectors what they say, and lets nothing through that was changed", async () => {
  const { ids, key, sealed, signed } = JSON.parse(readFileSync(VECTORS, "utf8"));
  const rows = [
    { kind: "key", key },
    ...ids.map(({ parts }: { parts: string[] }) => ({ kind: "id", payload: parts.join(" ") })),
    ...sealed.map(({ id, iv, payload, topic }: Record<string, string>) => ({ kind: "sealed", id, iv, payload, topic })),
    ...signed.map(({ payload, topic }: Record<string, string>) => ({ kind: "signed", payload, topic })),
    { kind: "signed", payload: signed[0].payload, topic: signed[2].topic },
    { kind: "tampered", payload: signed[0].payload, topic: signed[0].topic },
  ];
  const device = await builtProgram();
  const { module, name } = onDevice(device, PROGRAM, "run");
  const firmware: Record<string, string | Uint8Array> = { vectors: rows.map((row) => JSON.stringify(row)).join("\n") };
  for (const path of filesBelow(device, new Set())) firmware[path] = new Uint8Array(readFileSync(join(device, path)));
  firmware["main.py"] = `import sys\nsys.path.insert(0, "gateway")\nfrom ${module} import ${name} as run\nrun()\n`;
  const printed = await printedBy("", { firmware });
  expect(printed).toEqual([
    key,
    ...ids.map(({ id }: { id: string }) => id),
    ...sealed.map((each: { sealed: string }) => each.sealed),
    ...signed.map(({ command }: { command: string }) => command),
    "unsigned",
    "0 passed",
  ]);
}, 120_000);
