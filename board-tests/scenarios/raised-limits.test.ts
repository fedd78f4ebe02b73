// A board whose limits are raised as far as the settings let them, with a history as long as it gets, at work on messages both
// ways: it has no memory to spare, and must not need any.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

const TO = "+447700900123";
const LIMITS = { send_per_minute: 25, send_per_hour: 1000, send_per_day: 1000 };
const ENTRIES = 1000;
const ENTRY_OCTETS = 13;
/** Where in the ring the next entry goes: its beginning is in the middle. */
const NEXT = 400;
const SENT = 1;
/** Seconds since 2000: in 2025, days before. */
const STAMP_S = 800_000_000;

const MINUTES = 6;
const COMMAND_EVERY_MS = 6_000;
const DELIVERY_EVERY_MS = 3_300;
/** An id of the past is said again so often. */
const REPEAT_EVERY = 10;

/** What the gateway would have on its flash: commands before-1 to before-1000, all sent, and nothing that waits. */
function fullHistory(): Uint8Array {
  const head = Buffer.alloc(6);
  for (const [i, word] of [ENTRIES, ENTRIES, NEXT].entries()) head.writeUInt16BE(word, 2 * i);
  const ring = Buffer.alloc(ENTRIES * ENTRY_OCTETS);
  for (let n = 1; n <= ENTRIES; n++) {
    const at = ((NEXT + n - 1) % ENTRIES) * ENTRY_OCTETS;
    const id = Buffer.from(`before-${n}`);
    createHash("sha256").update(Uint8Array.of(id.length)).update(id).digest().copy(ring, at, 0, 6);
    ring.set([SENT, 1, 1], at + 6);
    ring.writeUInt32BE(STAMP_S, at + 9);
  }
  const image = Buffer.concat([head, ring, Buffer.from("[[],[],[]]")]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(image));
  return Buffer.concat([image, sum]);
}

it("1,000 a day, the history full: no restart, nothing lost, nothing twice, an id of the past is known", async () => {
  const settings = { ...defaultSettings(), ...LIMITS };
  const hardware = { modem: { networkEpochMs: Date.UTC(2026, 10, 22) } };
  const bench = await GatewayBench.make({ charged: true, settings, hardware });
  await bench.board.tell({ do: "flash-write", path: "outbox", contents: fullHistory() });
  await bench.start();
  // The time of day is there by then: until it is, nobody knows how long ago the history was.
  await bench.wait(30_000);
  const commands: string[] = [];
  const repeats: string[] = [];
  const texts: string[] = [];
  let commandAt = 0;
  let deliveryAt = 0;
  for (let now = 0; now < MINUTES * 60_000; ) {
    if (commandAt <= now) {
      commandAt += COMMAND_EVERY_MS;
      const n = commands.length + repeats.length;
      const isRepeat = n % REPEAT_EVERY === REPEAT_EVERY - 1;
      const id = isRepeat ? `before-${((n * 37) % 900) + 100}` : `c${n}`;
      (isRepeat ? repeats : commands).push(id);
      await bench.command(JSON.stringify({ id, to: TO, text: `out ${n} ${"[door] ".repeat(n % 13)}` }));
    }
    if (deliveryAt <= now) {
      deliveryAt += DELIVERY_EVERY_MS;
      const text = `${texts.length}: ${"The quick brown fox. ".repeat(1 + (texts.length % 7))}`;
      texts.push(text);
      await bench.deliver(pduOf({ text }));
    }
    const next = Math.min(commandAt, deliveryAt);
    await bench.wait(next - now);
    now = next;
  }
  await bench.untilSimIsEmpty();
  await bench.wait(30_000);
  const { boots, flash } = await bench.board.state();
  const told = await bench.told();
  const statesOf = (id: string) => told.filter((one) => one.id === id).map(({ state }) => state);
  console.log(`boots ${boots}, sent ${(await bench.submitted()).length}, flash ${flash.operations}`);
  expect(boots, bench.board.stdout.join("\n")).toBe(1);
  for (const id of commands) expect([id, ...statesOf(id)]).toEqual([id, "accepted", "sent"]);
  for (const id of new Set(repeats)) expect(new Set(statesOf(id))).toEqual(new Set(["sent"]));
  expect(await bench.submitted()).toHaveLength(commands.length);
  expect((await bench.published()).map(({ text }) => text).sort()).toEqual([...texts].sort());
}, 60_000);
