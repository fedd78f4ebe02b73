import { afterAll, describe, expect, it } from "vitest";
import { heapSizeFor, PICO_W_FREE_BYTES, VmPool } from "../../src/vm/index.ts";

const pool = new VmPool({ size: 1 });
afterAll(() => pool.close());

const run = (main: string, options: Omit<Parameters<VmPool["run"]>[0], "files"> = {}) =>
  pool.run({ files: { "main.py": main }, ...options });

describe("the heap", () => {
  it("is that of a Pico W at the start of a program", async () => {
    const { stdout } = await run("import gc\ngc.collect()\nprint(gc.mem_free())");
    expect(Math.abs(Number(stdout) - PICO_W_FREE_BYTES)).toBeLessThanOrEqual(32);
  });

  it.each([50_000, 120_000, 400_000])("has %i bytes free when asked for them", async (heapBytes) => {
    const { stdout } = await run("import gc\ngc.collect()\nprint(gc.mem_free())", { heapBytes });
    expect(Math.abs(Number(stdout) - heapBytes)).toBeLessThanOrEqual(64);
    expect(heapSizeFor(heapBytes, 0)).toBeGreaterThan(heapBytes);
  });

  it("is collected while Python runs, so garbage of many times its size fits", async () => {
    const churn = "import gc\nfor i in range(20000): x = bytearray(200)\ngc.collect()\nprint(gc.mem_free() > 199000)";
    expect(await run(churn)).toMatchObject({ stdout: "True\n", error: null });
  });

  it("keeps what only a local variable of a running C function holds", async () => {
    const source = `
def words():
    for i in range(400):
        yield 'w%d' % i + bytearray(400).decode()[:0]
print(len(','.join(words())), sum(len(w) for w in list(words())), max(words(), key=lambda w: bytearray(300) and int(w[1:])))
`;
    expect((await run(source)).stdout).toBe("1889 1490 w399\n");
  });

  it("ends: what does not fit is a MemoryError", async () => {
    const result = await run("x = []\nwhile True: x.append(bytearray(3000))");
    expect(result.error).toBe(
      'Traceback (most recent call last):\n  File "main.py", line 2, in <module>\n' +
        "MemoryError: memory allocation failed, allocating 3000 bytes\n",
    );
    expect(result.exitCode).toBe(1);
  });

  it.each([16, 100, 900, 4000])("that is full of objects of %i bytes leaves room to say so", async (size) => {
    const source = `x = []\ndef fill(n):\n    if n: fill(n - 1)\n    while True: x.append(bytearray(${size}))\nfill(20)`;
    const { error } = await run(source);
    expect(error).toMatch(/^Traceback[\s\S]+line 4, in fill\nMemoryError: /);
  });
});

describe("files", () => {
  it("of folders without __init__.py are packages", async () => {
    const files = { "main.py": "from a.b.c import x\nprint(x)", "a/b/c.py": "x = 7" };
    expect((await pool.run({ files })).stdout).toBe("7\n");
  });

  it.each([
    ["a file that is not there", "open('nothing')", "OSError: [Errno 2] ENOENT"],
    ["a folder made twice", "import os\nos.mkdir('a')\nos.mkdir('a')", "OSError: [Errno 17] EEXIST"],
    ["a folder that is not empty", "import os\nos.mkdir('a')\nopen('a/b', 'w').close()\nos.rmdir('a')", "OSError: 39"],
    ["a folder opened as a file", "import os\nos.mkdir('a')\nopen('a', 'w')", "OSError: [Errno 21] EISDIR"],
  ])("%s gives the error number of a board", async (_name, source, message) => {
    expect((await run(source)).error).toContain(message);
  });

  it("of one run are gone in the next", async () => {
    await run("open('left', 'w').write('x')");
    expect((await run("import os\nprint(os.listdir('/'), os.getcwd())")).stdout).toBe("['main.py'] /\n");
  });
});

describe("the end of a program", () => {
  it("by sys.exit gives its number", async () => {
    expect(await run("import sys\nsys.exit(4)")).toMatchObject({ exitCode: 4, error: null });
    expect(await run("raise SystemExit")).toMatchObject({ exitCode: 0, error: null });
  });

  it("by a time-out ends an endless loop, keeps what was printed and leaves the pool usable", async () => {
    const result = await run("print('before')\nwhile True: pass", { timeoutMs: 200 });
    expect(result).toEqual({ stdout: "before\n", error: null, exitCode: 124, timedOut: true });
    expect((await run("print('after')")).stdout).toBe("after\n");
  });

  it("by endless recursion is a RuntimeError", async () => {
    expect((await run("def f(): f()\nf()")).error).toContain("RuntimeError: maximum recursion depth exceeded");
  });
});

describe("output", () => {
  it("is UTF-8, whole and in order, and handed over as it comes", async () => {
    const seen: string[] = [];
    const source = "import time\nprint('größer €', end=' ')\nprint('😀')\ntime.sleep_ms(50)\nprint('end')";
    const result = await run(source, { time: "real", onStdout: (text) => seen.push(text) });
    expect(result.stdout).toBe("größer € 😀\nend\n");
    expect(seen.join("")).toBe(result.stdout);
    expect(seen.length).toBeGreaterThan(1);
  });
});

describe("time", () => {
  const hour = `
import time
t = time.ticks_ms()
for i in range(3600): time.sleep(1)
print(time.ticks_diff(time.ticks_ms(), t) // 1000, time.time() >= 1609459200 + 3600)
`;
  it("that is virtual passes an hour at no cost", async () => {
    const started = performance.now();
    expect((await run(hour)).stdout).toBe("3600 True\n");
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it("that is real is waited for", async () => {
    const started = performance.now();
    await run("import time\ntime.sleep_ms(150)", { time: "real" });
    expect(performance.now() - started).toBeGreaterThanOrEqual(149);
  });

  it("advances for a loop that waits by looking at the clock", async () => {
    const source = "import time\nt = time.ticks_ms()\nwhile time.ticks_diff(time.ticks_ms(), t) < 500: pass\nprint(1)";
    expect((await run(source)).stdout).toBe("1\n");
  });
});

describe("randomness", () => {
  it("is repeated by its seed", async () => {
    const draw = "import random\nprint([random.getrandbits(30) for i in range(4)])";
    const [first, again, other] = [await run(draw), await run(draw), await run(draw, { seed: 2 })];
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
  });
});
