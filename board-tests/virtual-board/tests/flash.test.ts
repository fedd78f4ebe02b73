import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { boardWith, printedBy } from "./with-board.ts";

const text = (contents: Uint8Array | undefined) => (contents ? Buffer.from(contents).toString() : undefined);

describe("a power cut", () => {
  it("keeps what was closed or flushed, and drops the rest", async () => {
    const source = `
import time
with open('closed', 'w') as f: f.write('1')
flushed = open('flushed', 'w')
flushed.write('kept')
flushed.flush()
flushed.write(' and lost')
rest = open('rest', 'w')
rest.write('lost')
time.sleep(100)
`;
    const board = await boardWith(source);
    await board.advance(10_000);
    await board.powerOff();
    await board.advance(10);
    const files = await board.readFlash();
    expect(text(files.closed)).toBe("1");
    expect(text(files.flushed)).toBe("kept");
    expect(text(files.rest)).toBe("");
  });

  it("at any flash operation leaves a file saved by renaming whole, old or new", async () => {
    const source = `
import os
def save(n):
    with open('state.new', 'w') as f: f.write('%06d' % n * 50)
    os.rename('state.new', 'state')
try: start = int(open('state').read()[:6])
except OSError: start = 0
for n in range(start + 1, start + 4): save(n)
`;
    let before = 0;
    const board = await boardWith(source, { flash: { eraseMs: 1 } });
    for (let cut = 1; cut <= 9; cut++) {
      const { flash } = await board.state();
      await board.tell({ do: "flash-cut-at", operation: flash.operations + cut });
      await board.powerOn();
      await board.runUntilEvent((event) => event.type === "end" || event.type === "prompt", 5000);
      const contents = text((await board.readFlash()).state) ?? "000000".repeat(50);
      expect(contents).toBe(contents.slice(0, 6).repeat(50));
      expect(Number(contents.slice(0, 6))).toBeGreaterThanOrEqual(before);
      before = Number(contents.slice(0, 6));
      await board.powerOff();
      await board.advance(10);
    }
    expect(before).toBeGreaterThan(6);
  });
});

describe("the flash", () => {
  it("is kept in a folder from one bench to the next", async () => {
    const dir = mkdtempSync(path.join(tmpdir(), "flash-"));
    onTestFinished(() => rmSync(dir, { recursive: true }));
    const source = `
import os
try: n = int(open('data/n').read())
except OSError:
    os.mkdir('data')
    n = 0
with open('data/n', 'w') as f: f.write(str(n + 1))
print(n)
`;
    expect(await printedBy(source, { flash: { dir } })).toEqual(["0"]);
    expect(await printedBy(source, { flash: { dir } })).toEqual(["1"]);
    expect(readFileSync(path.join(dir, "data/n"), "utf8")).toBe("2");
  });

  it("has 848 KiB and then no space", async () => {
    const source = `
import os
print(os.statvfs('/')[0] * os.statvfs('/')[2])
try:
    for i in range(300):
        with open('f%d' % i, 'wb') as f: f.write(bytes(4096))
except OSError as e: print(i, e)
os.remove('f0')
with open('again', 'wb') as f: f.write(bytes(4096))
`;
    const [size, full] = await printedBy(source, { flash: { eraseMs: 0 } });
    expect(size).toBe(String(848 * 1024));
    expect(full).toMatch(/^20\d 28$/);
  });

  it("takes its time to erase, with interrupts off: then only the UART FIFO of 32 bytes receives", async () => {
    const source = `
import machine, time
uart = machine.UART(0, baudrate=19200, tx=machine.Pin(16), rx=machine.Pin(17), rxbuf=4096)
time.sleep_ms(100)
t = time.ticks_ms()
f = open('x', 'w')
f.close()
print(time.ticks_diff(time.ticks_ms(), t), uart.any())
`;
    const board = await boardWith(source, { flash: { eraseMs: 400 }, hardware: { modem: "bridge" } });
    await board.advance(90);
    await board.hardware({ do: "bridge-in", bytes: new Uint8Array(200).fill(0x41) });
    await board.advance(1000);
    const [ms, received] = (board.stdout[0] ?? "").split(" ").map(Number);
    expect(ms).toBeGreaterThanOrEqual(400);
    expect(received).toBeLessThan(200);
    expect((await board.report()).uart.overruns).toBeGreaterThan(100);
  });
});
