import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeVm, publishedWasm, sha256, type VmRecord } from "../../vm/make-vm.ts";

const folder = new URL("../../vm/", import.meta.url);

describe("the committed micropython.wasm", () => {
  it("is what make-vm.ts makes of the published package, byte for byte", () => {
    const committed = readFileSync(new URL("micropython.wasm", folder));
    const record = JSON.parse(readFileSync(new URL("vm.json", folder), "utf8")) as VmRecord;
    const published = publishedWasm();
    const made = makeVm(published);
    expect(Buffer.compare(Buffer.from(made), committed)).toBe(0);
    expect(record).toMatchObject({ inputSha256: sha256(published), outputSha256: sha256(made) });
  }, 60_000);

  it("cannot be made of something else", () => {
    expect(() => makeVm(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]))).toThrow(/did not find/);
  });
});
