// Fault 38: the power fails at each write of a file that no other test cuts off. What was written before stands, whole, or what is new
// does; and the gateway goes on. (The settings and a save: settings-copy, setup-portal and unknown-settings; a factory reset has its own.)
import { expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, pduOf } from "./support/messages.ts";

const PDU = pduOf({ text: "hello" });
const ONLINE_MS = 40_000;

/** The driver of the display fails when it draws, from 20 s after power-on. */
const FAILS = `import machine, time
write = machine.I2C.writeto
def broken(*args):
    if machine.reset_cause() == machine.PWRON_RESET and time.ticks_ms() > 20000:
        raise ValueError()
    return write(*args)
machine.I2C.writeto = broken
`;

interface Writing {
  readonly settings?: object;
  readonly boot: string;
  /** To where the writes begin. */
  before(bench: GatewayBench): Promise<void>;
  /** Has the file written. */
  cause(bench: GatewayBench): Promise<void>;
}

const FILES: Record<string, Writing> = {
  crash: {
    boot: FAILS,
    before: async (bench) => {
      await bench.start();
      await bench.wait(15_000);
    },
    cause: (bench) => bench.deliver(PDU),
  },
  discovery: {
    settings: { home_assistant: true },
    boot: "",
    before: async () => {},
    cause: (bench) => bench.turnOn(),
  },
};

async function benchFor({ boot, settings = {} }: Writing): Promise<GatewayBench> {
  const bench = await GatewayBench.make({ settings: { ...defaultSettings(), ...settings } });
  bench.expectEnd();
  await putBoot(bench, boot);
  return bench;
}

function putBoot(bench: GatewayBench, source: string): Promise<unknown> {
  return bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(source) });
}

async function operations(bench: GatewayBench): Promise<number> {
  return (await bench.board.state()).flash.operations;
}

async function textOf(bench: GatewayBench, path: string): Promise<string | undefined> {
  const octets = (await bench.board.readFlash())[path];
  return octets && Buffer.from(octets).toString();
}

it.each(Object.entries(FILES))("/%s is whole or not there after a power cut at each write", async (path, writing) => {
  const whole = await benchFor(writing);
  await writing.before(whole);
  const before = await operations(whole);
  await writing.cause(whole);
  await whole.until(async () => (await textOf(whole, path)) !== undefined, ONLINE_MS);
  await whole.until(async () => (await whole.status()) === "online", ONLINE_MS);
  const writes = (await operations(whole)) - before;
  const text = await textOf(whole, path);
  await whole.finish();
  const seen = new Set<string>();
  for (let cut = 1; cut <= writes; cut++) {
    const bench = await benchFor(writing);
    await writing.before(bench);
    await bench.board.tell({ do: "flash-cut-at", operation: (await operations(bench)) + cut });
    const from = bench.mark();
    await writing.cause(bench);
    await bench.board.runUntilEvent((event) => event.type === "end" && event.reason === "flash-cut", ONLINE_MS, from);
    const left = await textOf(bench, path);
    // One that was made and not yet written has no octets, and is as good as none.
    expect([undefined, "", text], `cut ${cut}`).toContain(left);
    seen.add(left ? "whole" : "not there");
    await bench.board.tell({ do: "flash-cut-at", operation: null });
    await bench.board.powerOff();
    await putBoot(bench, "");
    await bench.start();
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty();
    expect(new Set(await bench.publishedIds()), `cut ${cut}`).toEqual(new Set([idOf(PDU)]));
    if (!left) expect((await bench.messagesOn("gateway/info")).at(-1)).toMatchObject({ crash: null });
    if (path === "discovery") expect(await textOf(bench, path)).toBe(text);
    await bench.finish();
  }
  console.log(`/${path}: cut at each of ${writes} writes`);
  expect([...seen]).toContain("not there");
});
