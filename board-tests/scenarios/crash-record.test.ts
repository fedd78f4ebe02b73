// What is known after the gateway restarted by itself: why, where, after how long; on the flash, by MQTT and at the console.
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";
import { builtDevice } from "./support/built-device.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

/** From a crash to the next start: what it says stands for so long. */
const RESTART_MS_MAX = 20_000;

/** From 20 s after power-on the driver of the display does this when it draws; once. */
const fails = (statement: string) => `import machine, time
write = machine.I2C.writeto
def broken(*args):
    if machine.reset_cause() == machine.PWRON_RESET and time.ticks_ms() > 20000:
        ${statement}
    return write(*args)
machine.I2C.writeto = broken
`;

const SECRETS = "Your code is 791985 +447700900123";

async function benchWith(boot: string): Promise<GatewayBench> {
  const bench = await GatewayBench.make();
  bench.expectEnd();
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(boot) });
  await bench.start();
  return bench;
}

/** A message is drawn. */
async function crashed(bench: GatewayBench): Promise<void> {
  await bench.board.advance(20_000);
  await bench.deliver(pduOf({ text: "hello" }));
  await bench.board.runUntilEvent((event) => event.type === "end", 40_000);
  await bench.until(async () => (await infos(bench)).length > 1, RESTART_MS_MAX);
}

async function infos(bench: GatewayBench): Promise<Record<string, unknown>[]> {
  return (await bench.messagesOn("gateway/info")) as Record<string, unknown>[];
}

async function diagnosis(bench: GatewayBench): Promise<Record<string, unknown>> {
  const from = bench.board.stdout.length;
  bench.board.type('{"cmd":"diagnose"}\n');
  const said = () => bench.board.stdout.slice(from).find((line) => line.startsWith('{"build"'));
  await bench.until(() => said() !== undefined, 3_000);
  return JSON.parse(said() ?? "");
}

describe("an exception that nobody caught", () => {
  it("is on record after the restart: by MQTT, at the console, with lines of the TypeScript, without its text", async () => {
    const bench = await benchWith(fails(`raise ValueError("${SECRETS}")`));
    await crashed(bench);
    const [before, after] = await infos(bench);
    expect(before).toMatchObject({ reset_cause: "power_on", crash: null });
    expect(after).toMatchObject({ reset_cause: "crash", crash: { reason: "exception", build: after?.build } });
    const crash = after?.crash as { trace: string; uptime_s: number };
    expect(crash.uptime_s).toBeGreaterThanOrEqual(20);
    expect(crash.uptime_s).toBeLessThan(40);
    const lines = crash.trace.split("\n");
    expect([lines[0], lines.at(-1)]).toEqual(["Traceback (most recent call last):", "ValueError"]);
    expect((await diagnosis(bench)).crash).toEqual(crash);
    const mapper = new LogMapper(join(await builtDevice(), "..", "maps"));
    const mapped = [`gateway build ${after?.build} for pico-w`, ...lines].map((line) => mapper.map(line)).join("\n");
    expect(mapped).toContain("drivers/display/ssd1306.ts:");
    const { crash: file } = await bench.board.readFlash();
    const said = [...bench.board.stdout, Buffer.from(file ?? []).toString(), JSON.stringify(after)].join("\n");
    for (const secret of ["791985", "7700900123"]) expect(said).not.toContain(secret);
  });

  it.each([
    [
      "TypeError(\"unsupported types for __add__: 'NoneType', 'int'\")",
      "TypeError: unsupported types for __add__: 'NoneType', 'int'",
    ],
    ["KeyError('secret')", "KeyError"],
  ])("of the kind %s is told as %s", async (error, told) => {
    const bench = await benchWith(fails(`raise ${error}`));
    await crashed(bench);
    const { crash } = (await infos(bench)).at(-1) as { crash: { trace: string } };
    expect(crash.trace.split("\n").at(-1)).toBe(told);
  });
});

describe("a restart", () => {
  it("by the watchdog is on record with what the board was busy with", async () => {
    const bench = await benchWith(fails("while True: time.sleep_ms(5)"));
    await crashed(bench);
    const info = (await infos(bench)).at(-1);
    expect(info).toMatchObject({
      reset_cause: "watchdog",
      crash: { reason: "watchdog", task: "display", uptime_s: 0 },
    });
  });

  it("by a power cut is none, and what was on record before stays", async () => {
    const bench = await benchWith(fails("raise ValueError()"));
    await crashed(bench);
    await bench.board.powerOff();
    await bench.board.advance(500);
    await bench.start();
    const [, after, later] = await infos(bench);
    expect(later).toMatchObject({ reset_cause: "power_on", crash: after?.crash });
  });
});
