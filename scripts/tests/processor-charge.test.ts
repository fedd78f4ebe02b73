// Whether the charge for the processor's work (processor.ts) is that of a Pico W: seven figures, measured with MicroPython
// 1.28's own firmware in a cycle-level emulation of the RP2040 with its flash cache, at 125 MHz.
import { readFileSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { encodeDeliver } from "../../board-tests/models/sim800/pdu-encode.ts";
import { type BoardOptions, VirtualBoard } from "../../board-tests/virtual-board/board.ts";
import { toBytecode } from "../build/bytecode.ts";
import { mpyCross } from "../python-tools/index.ts";

const DEVIATION_MAX = 0.3;

const KERNELS = new URL("../bench/kernels/", import.meta.url);
/** What is imported, as one module; the first is the plain decoder too. */
const IMPORTED = [
  "pdu-decode",
  "at-lines",
  "crc16",
  "gsm7-unpack",
  "hex",
  "json-build",
  "state-machine",
  "string-scan",
];
/** The figure for an import is of 44 ms for a module of 23 KB. */
const IMPORT_US_PER_BYTE = 44_000 / 23_000;

/** In microseconds; of the short message 5,000 to 7,600 were measured. */
const FIGURES_US: Readonly<Record<string, number>> = {
  loop_turn: 7,
  method_call: 33,
  generator_step: 11,
  dict_access: 30,
  short_message: 6_300,
  long_message: 30_000,
};

describe("the processor's charge", () => {
  it("is within 30 % of what the chip takes, for all seven figures", async () => {
    const sources = IMPORTED.map((name) => readFileSync(new URL(`${name}.py`, KERNELS), "utf8"));
    const target: Record<string, number> = {
      ...FIGURES_US,
      importing: sources.reduce((sum, { length }) => sum + length, 0) * IMPORT_US_PER_BYTE,
    };
    const printed = await printedBy(await programs(sources));
    const measured = new Map(printed.map((line) => line.split(" ")).map(([, name = "", us]) => [name, Number(us)]));
    for (const [name, us] of Object.entries(target)) {
      const ratio = (measured.get(name) ?? Number.NaN) / us;
      console.log(`${name}: ${measured.get(name)} us, on the chip ${us.toFixed(0)}: ${ratio.toFixed(2)}`);
      expect.soft(Math.abs(ratio - 1), name).toBeLessThanOrEqual(DEVIATION_MAX);
    }
  });
});

describe("a board whose time is charged", () => {
  it("sees its clock go on while it computes", async () => {
    const [line] = await printedBy({
      "main.py": `${COMPUTE}\na = time.ticks_ms()\nwork(10000)\nprint(time.ticks_ms() - a)`,
    });
    expect(Number(line)).toBeGreaterThan(50);
    expect(Number(line)).toBeLessThan(100);
  });

  it("is reset by its watchdog when it computes for too long", async () => {
    const board = await boardWith({
      "main.py": `${COMPUTE}\nimport machine\nw = machine.WDT(timeout=1000)\nwork(300000)\nw.feed()`,
    });
    await board.powerOn();
    await board.runUntilEvent(({ type }) => type === "end", 10_000, 0);
    expect(board.log).toContainEqual(expect.objectContaining({ type: "end", reason: "watchdog" }));
  });

  it("loses octets of the modem when it computes until the buffer is full", async () => {
    const read = (bufferOctets: number) => `${COMPUTE}
from machine import UART, Pin
uart = UART(0, 19200, tx=Pin(16), rx=Pin(17), rxbuf=${bufferOctets})
time.sleep(6)
for _ in range(3):
    uart.write("AT\\r")
    time.sleep_ms(200)
uart.read()
time.sleep_ms(10000 - time.ticks_ms())
work(60000)
print(len(uart.read() or b""))`;
    expect(await octetsRead(read(1024))).toBe(400);
    expect(await octetsRead(read(256))).toBeLessThan(300);
  });
});

const COMPUTE = "import time\ndef work(n):\n  x = 0\n  for i in range(n): x += i";

async function programs(sources: readonly string[]): Promise<Record<string, string | Uint8Array>> {
  const text = sources.join("\n").replaceAll("const(", "(");
  const [imported = new Uint8Array()] = await toBytecode(await mpyCross(), [{ path: "imported.py", text }]);
  const [long = ""] = encodeDeliver({
    from: "+447700900123",
    text: "The quick brown fox jumps over the lazy dog. ".repeat(4).slice(0, 160),
    time: "2026-11-22T09:30:45+00:00",
  });
  const main = readFileSync(new URL("./processor_programs.py", import.meta.url), "utf8").replace("@long", long);
  const decoder = sources[0]?.slice(0, sources[0].indexOf("_PDUS")).replaceAll("const(", "(") ?? "";
  return { "main.py": `${decoder}\n${main}`, "imported.mpy": imported };
}

async function boardWith(firmware: BoardOptions["firmware"]): Promise<VirtualBoard> {
  const board = await VirtualBoard.create({ firmware, time: "virtual", charged: true, network: { kind: "model" } });
  onTestFinished(() => board.close());
  return board;
}

async function printedBy(firmware: BoardOptions["firmware"]): Promise<string[]> {
  const board = await boardWith(firmware);
  await board.powerOn();
  await board.runUntilEvent(({ type }) => type === "prompt", 60_000, 0);
  return board.stdout;
}

/** Of 400 that come while `program` sleeps and computes. */
async function octetsRead(program: string): Promise<number> {
  const board = await boardWith({ "main.py": program });
  await board.powerOn();
  await board.advance(9_990);
  await board.hardware({ do: "modem-inject", bytes: new Uint8Array(400).fill(65) });
  await board.runUntilEvent(({ type }) => type === "prompt", 10_000, 0);
  return Number(board.stdout.at(-1));
}
