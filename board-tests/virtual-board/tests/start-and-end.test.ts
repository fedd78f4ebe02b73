import { describe, expect, it } from "vitest";
import { PICO_W_FREE_BYTES } from "../../../transpiler/src/vm/index.ts";
import type { VirtualBoard } from "../board.ts";
import { boardWith, printedBy } from "./with-board.ts";

const boots = (board: VirtualBoard) => board.log.filter((event) => event.type === "boot");

describe("a board at its start", () => {
  it("boots within 300 ms", async () => {
    const board = await boardWith("import machine, time\nif time.sleep(1) is None: machine.reset()");
    await board.runUntil(() => boots(board).length >= 5, 10_000);
    expect(Math.min(...boots(board).map((boot) => boot.bootWallMs))).toBeLessThan(300);
    expect(boots(board)[0]?.atMs).toBe(0);
  });

  it("has the free heap of a Pico W", async () => {
    const board = await boardWith("pass");
    const boot = await board.runUntilEvent((event) => event.type === "boot", 1000, 0);
    expect(Math.abs((boot.type === "boot" ? boot.freeBytes : 0) - PICO_W_FREE_BYTES)).toBeLessThanOrEqual(32);
  });

  it("has nothing of the virtual board in sight but its modules", async () => {
    const source = 'import sys, os\nprint(os.listdir("/"), os.getcwd(), sys.path)\nimport _board';
    const printed = await printedBy(source);
    expect(printed[0]).toBe("['main.py'] / ['', '.frozen', '/lib']");
    expect(printed.at(-1)).toBe("ImportError: no module named '_board'");
  });

  it("runs boot.py before main.py, and imports folders without __init__.py", async () => {
    const firmware = { "boot.py": 'print("boot")', "main.py": "import a.b\nprint(a.b.x)", "a/b.py": "x = 5" };
    expect(await printedBy("", { firmware })).toEqual(["boot", "5"]);
  });

  it("lists a folder with the sizes of its files", async () => {
    const firmware = { "main.py": "import os\nprint(sorted(os.ilistdir('/')))", "a/b.txt": "12345" };
    const [printed = ""] = await printedBy("", { firmware });
    expect(printed).toMatch(/^\[\('a', 16384, \d+, 0\), \('main.py', 32768, \d+, 41\)\]$/);
  });

  it("finds its settings", async () => {
    const source = 'import json\nprint(json.load(open("settings.json")))';
    expect(await printedBy(source, { settings: { topic: "gateway" } })).toEqual(["{'topic': 'gateway'}"]);
  });
});

describe("the depth of calls", () => {
  it.each([
    ["main.py alone", "pass", 1],
    ["a function in a function", "def f(): pass\ndef g(): f()\ng()", 3],
    ["ten of them", "def r(n):\n  if n: r(n - 1)\nr(9)", 11],
  ])("of %s is counted from main.py on", async (_name, main, calls) => {
    const board = await boardWith(main);
    await board.runUntilEvent((event) => event.type === "prompt", 1000, 0);
    const { depth } = await board.state();
    expect(depth.frames).toBe(calls);
    expect(depth.plainCalls).toBeCloseTo(calls, 1);
  });
});

describe("a program that fails", () => {
  it("leaves its traceback in the log, then the prompt", async () => {
    const board = await boardWith('def f():\n  raise ValueError("x")\nf()');
    await board.runUntilEvent((event) => event.type === "prompt", 1000, 0);
    expect(board.stdout).toEqual([
      "Traceback (most recent call last):",
      '  File "main.py", line 3, in <module>',
      '  File "main.py", line 2, in f',
      "ValueError: x",
    ]);
  });

  it("with every byte of its heap in use says so all the same", async () => {
    const board = await boardWith("full = []\nwhile True: full.append(bytearray(900))");
    await board.runUntilEvent((event) => event.type === "prompt", 10_000, 0);
    expect(board.stdout.join("\n")).toContain('File "main.py", line 2, in <module>\nMemoryError: ');
  });

  it("by calls deeper than a board allows is a RuntimeError", async () => {
    const source = "n = 0\ndef f():\n  global n\n  n += 1\n  f()\ntry: f()\nexcept RuntimeError: print(n)";
    const [calls] = await printedBy(source, { depthMax: 24 });
    expect(Math.abs(Number(calls) - 24)).toBeLessThanOrEqual(2);
  });
});

describe("the watchdog", () => {
  it("bites a program that waits too long, and the next start knows", async () => {
    const source = `
import machine, time
print(machine.reset_cause())
if machine.reset_cause() == 1:
    machine.WDT(timeout=2000)
    time.sleep(60)
`;
    const board = await boardWith(source);
    const end = await board.runUntilEvent((event) => event.type === "end", 10_000, 0);
    expect(end).toMatchObject({ reason: "watchdog", atMs: 2000 });
    await board.runUntilEvent((event) => event.type === "prompt", 1000, 0);
    expect(board.stdout).toEqual(["1", "3"]);
  });

  it("leaves alone who feeds it, and remembers the longest gap", async () => {
    const source = `
import machine, time
wdt = machine.WDT(timeout=2000)
for i in range(100):
    time.sleep_ms(1900 if i == 50 else 100)
    wdt.feed()
time.sleep(1)
print('alive')
`;
    const board = await boardWith(source);
    await board.advance(13_000);
    expect(board.stdout).toEqual(["alive"]);
    expect((await board.state()).watchdog?.longestGapMs).toBeCloseTo(1900, 0);
  });

  it.each(["virtual", "real"] as const)("bites an endless loop that calls nothing, in %s time", async (time) => {
    const source = "import machine\nif machine.reset_cause() == 1:\n  machine.WDT(timeout=1000)\n  while True: pass";
    const board = await boardWith(source, { time });
    const end = await board.runUntilEvent((event) => event.type === "end", 10_000, 0);
    expect(end).toMatchObject({ reason: "watchdog" });
  });

  it.each(["virtual", "real"] as const)("is not needed to end such a loop by a power cut, in %s time", async (time) => {
    const board = await boardWith("print(1)\nwhile True: pass", { time });
    if (time === "real") await board.runUntil(() => board.stdout.length > 0, 5000);
    else await board.advance(3000);
    expect(board.stdout).toEqual(["1"]);
    await board.powerOff();
    await board.runUntilEvent((event) => event.type === "end", 5000, 0);
  });

  it("refuses a time-out that the RP2040 cannot", async () => {
    const printed = await printedBy("import machine\nmachine.WDT(timeout=8389)");
    expect(printed.at(-1)).toBe("ValueError: timeout exceeds 8388");
  });
});

describe("a reset", () => {
  it("keeps the scratch registers, which a power cut clears", async () => {
    const source = `
import machine, time
address = 0x4005800c
print(machine.mem32[address], machine.reset_cause())
machine.mem32[address] = 0xdeadbeef
time.sleep(1)
if machine.reset_cause() == 1: machine.reset()
`;
    const board = await boardWith(source);
    await board.runUntilEvent((event) => event.type === "prompt", 10_000, 0);
    expect(board.stdout).toEqual(["0 1", "3735928559 3"]);
    await board.powerOff();
    await board.powerOn();
    await board.advance(500);
    expect(board.stdout.at(-1)).toBe("0 1");
  });

  it("starts ticks and the clock of the day anew", async () => {
    const source =
      "import time, machine\nprint(time.ticks_ms(), time.time())\ntime.sleep(5)\nif machine.reset_cause() == 1: machine.reset()";
    const board = await boardWith(source);
    await board.advance(20_000);
    expect(board.stdout).toEqual(["0 1609459200", "0 1609459200"]);
  });
});
