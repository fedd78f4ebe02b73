import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { boardWith, printedBy } from "./with-board.ts";

const text = (contents: Uint8Array | undefined) => (contents ? Buffer.from(contents).toString() : undefined);

/** Fills the flash to its last block. tried() gives the number of the error that its function raises. */
const FULL = `
def tried(run):
    try: run()
    except OSError as e: return e.errno
i = 0
while os.statvfs('/')[3]:
    with open('f%d' % i, 'wb') as f: f.write(bytes(min(os.statvfs('/')[3] * 4000, 40000)))
    i += 1
`;

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

  it("is of 848 KiB, and full says so when a block is wanted: by write(), and the file stays what it was", async () => {
    const source = `
import os
print(os.statvfs('/')[0] * os.statvfs('/')[2])
${FULL}
print(os.statvfs('/')[3])
with open('f0', 'rb') as f: before = f.read()
f = open('f0', 'wb')
print(tried(lambda: f.write(bytes(513))))
print(tried(f.flush), tried(f.close))
with open('f0', 'rb') as f: print(f.read() == before)
os.remove('f1')
with open('f0', 'wb') as f: f.write(bytes(600))
print(os.stat('f0')[6])
`;
    const printed = await printedBy(source, { flash: { eraseMs: 0 } });
    expect(printed).toEqual([String(848 * 1024), "0", "28", "None None", "True", "600"]);
  });

  it("keeps small files in their folder's own blocks: a full one takes some more, and then close() says so", async () => {
    const source = `
import os
${FULL}
small = {}
def save(name):
    with open(name, 'wb') as f: f.write(bytes(500))
made = 0
while tried(lambda: save('s%d' % made)) is None: made += 1
print(made > 0, tried(lambda: save('s%d' % made)))
print(os.stat('s%d' % made)[6], os.stat('s0')[6])
f = open('s%d' % made, 'wb')
f.write(bytes(500))
print(tried(f.flush), tried(f.close), tried(f.close))
`;
    const printed = await printedBy(source, { flash: { eraseMs: 0 } });
    expect(printed).toEqual(["True 28", "0 500", "28 None None"]);
  });

  it("full has no room for a folder; for a longer name, or one more, until its folder is full", async () => {
    const source = `
import os
${FULL}
print(tried(lambda: os.mkdir('folder')))
print(tried(lambda: os.rename('f0', 'g0')))
def create(name): open(name, 'wb').close()
made = 0
while True:
    failed = tried(lambda: create('a name of sixty octets, of which the folder has to keep all %03d' % made))
    if failed is not None: break
    made += 1
print(made > 0, failed)
print(tried(lambda: os.rename('f1', 'a' * 60)), 'f1' in os.listdir())
print(tried(lambda: os.remove('f1')), tried(lambda: os.rename('f2', 'f1')))
`;
    const printed = await printedBy(source, { flash: { eraseMs: 0 } });
    expect(printed).toEqual(["28", "None", "True 36", "28 True", "None None"]);
  });

  it("takes nothing of a file that was left open and is renamed, written over or removed", async () => {
    const source = `
import os
def left_open(name):
    f = open(name, 'w')
    f.write('half')
    return f
files = [left_open(name) for name in ('new', 'old', 'gone')]
with open('new', 'w') as f: f.write('whole')
os.rename('new', 'old')
os.remove('gone')
for f in files: f.close()
print(open('old').read(), sorted(os.listdir()))
`;
    expect(await printedBy(source)).toEqual(["whole ['main.py', 'old']"]);
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
