// Objects of MicroPython's own modules, which Node does not have: what the compiler makes of them runs on the device as it reads.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { compile } from "../src/index.ts";
import { closeDevice, runOnDevice } from "./harness/device-side.ts";

const folder = mkdtempSync(join(tmpdir(), "device-objects-"));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeDevice();
});

it("a method after ?. is not called where there is no object, nor are its arguments evaluated", async () => {
  const entry = join(folder, "main.ts");
  writeFileSync(
    entry,
    `import { type OctetFile, open } from "io";
class Files {
  file: OctetFile | null = null;
  count = 0;
  next(): 1 { this.count += 1; return 1; }
  read(): number { return this.file?.read(this.next()).length ?? -1; }
}
const files = new Files();
files.file?.close();
console.log(files.read(), files.count);
files.file = open("x", "wb");
files.file?.write(Uint8Array.of(65));
files.file?.close();
files.file = open("x", "rb");
console.log(files.read(), files.count);
`,
  );
  const compiled = compile({ entry });
  expect(compiled.diagnostics).toEqual([]);
  const { stdout, failure } = await runOnDevice(compiled);
  expect([stdout, failure]).toEqual(["-1 0\n1 1\n", null]);
});
