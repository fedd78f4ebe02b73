// A power cut at every write with which a factory reset removes something, and at each seventh of those that write over it, which are
// all alike.
import { expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { BLOCK_BYTES, BLOCKS } from "../virtual-board/flash-space.ts";
import { builtFiles } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { QUICK_LOOK } from "./support/portal-bench.ts";

const RESET_MS_MAX = 120_000;
/** So little is free that it is overwritten in a few steps: those of a whole flash are all alike. */
const FREE_OCTETS = 16 * BLOCK_BYTES;
const SECRETS = ["settings.json", "settings.good", "client.key.der", "journal", "outbox", "starts", "portal.key"];
/** What is removed, and its fragments: 20 files. */
const ALL_UNTIL = 40;
/** As the setup mode writes it: an octet and its checksum. */
const WANTED = Uint8Array.of(0, 0xd2, 0x02, 0xef, 0x8d);

it("a factory reset goes on after a power cut at each of its writes, one after the other", async () => {
  const bench = await GatewayBench.make({ wifi: QUICK_LOOK, settings: { ...defaultSettings(), display_height: 64 } });
  const built = await builtFiles();
  const put = (path: string, contents: Uint8Array) => bench.board.tell({ do: "flash-write", path, contents });
  for (const path of SECRETS) await put(path, new TextEncoder().encode(`s3cret ${path}`));
  const { usedBytes } = (await bench.board.state()).flash;
  await put("photograph.bin", new Uint8Array(BLOCKS * BLOCK_BYTES - usedBytes - FREE_OCTETS));
  await put("reset.wanted", WANTED);
  let cuts = 0;
  for (let cut = 1; ; cut += cut < ALL_UNTIL ? 1 : 7) {
    const { operations } = (await bench.board.state()).flash;
    await bench.board.tell({ do: "flash-cut-at", operation: operations + cut });
    await bench.turnOn();
    await bench.board.runUntilEvent(({ type }) => type === "end", RESET_MS_MAX);
    const files = await bench.board.readFlash();
    for (const [path, octets] of Object.entries(built)) expect(Buffer.from(files[path] ?? [])).toEqual(octets);
    if (files["reset.wanted"] === undefined) break;
    cuts++;
    await bench.turnOff();
  }
  console.log(`${cuts} power cuts`);
  expect(cuts).toBeGreaterThan(60);
  const left = Object.keys(await bench.board.readFlash()).sort();
  expect(left).toEqual([...Object.keys(built), "photograph.bin"].sort());
}, 900_000);
