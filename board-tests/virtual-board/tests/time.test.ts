import { describe, expect, it } from "vitest";
import { boardWith, printedBy } from "./with-board.ts";

const loop = `
import machine, time
uart = machine.UART(0, baudrate=19200, tx=machine.Pin(16), rx=machine.Pin(17), rxbuf=4096)
wdt = machine.WDT(timeout=8000)
t = time.ticks_ms()
turns = 0
while time.ticks_diff(time.ticks_ms(), t) < 3600000:
    turns += 1
    uart.any()
    wdt.feed()
    time.sleep_ms(10)
print(turns)
`;

describe("virtual time", () => {
  it("passes an hour of a loop of 10 ms in seconds", async () => {
    const board = await boardWith(loop);
    const started = performance.now();
    await board.advance(3_601_000);
    expect(board.stdout).toHaveLength(1);
    expect(Number(board.stdout[0])).toBeGreaterThan(355_000);
    expect(performance.now() - started).toBeLessThan(15_000);
  }, 30_000);

  it("runs the same way twice", async () => {
    const runOnce = async () => {
      const board = await boardWith(loop);
      await board.advance(120_000);
      const events = board.log.map((event) => ({ ...event, bootWallMs: 0 }));
      return { events, hooks: (await board.state()).hooks };
    };
    expect(await runOnce()).toEqual(await runOnce());
  });

  it("stands between two advances", async () => {
    const board = await boardWith("import time\nwhile True:\n  print(time.ticks_ms())\n  time.sleep_ms(100)");
    await board.advance(250);
    expect(board.stdout.length).toBe(3);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect((await board.state()).nowMs).toBe(250);
    expect(board.stdout.length).toBe(3);
  });

  it("is limited to a speed, when asked", async () => {
    const board = await boardWith("import time\nwhile True: time.sleep_ms(10)", { speed: 20 });
    await board.advance(10); // the board's start
    const started = performance.now();
    await board.advance(4000);
    expect(performance.now() - started).toBeGreaterThan(150);
  });

  it("lets ticks wrap at 2^30 when they start near it", async () => {
    const source =
      "import time\na = time.ticks_ms()\ntime.sleep(10)\nb = time.ticks_ms()\nprint(a > b, time.ticks_diff(b, a))";
    const [line] = await printedBy(source, { ticksStartMs: 2 ** 30 - 5000 });
    expect(line).toBe("True 10000");
  });
});

describe("timers", () => {
  it("call back while the program sleeps, and an exception in one is printed", async () => {
    const source = `
import machine, time
calls = []
timer = machine.Timer(period=100, callback=lambda t: calls.append(time.ticks_ms()))
once = machine.Timer(mode=machine.Timer.ONE_SHOT, period=250, callback=lambda t: 1 // 0)
time.sleep_ms(1050)
timer.deinit()
time.sleep_ms(500)
print(len(calls))
`;
    const printed = await printedBy(source);
    expect(printed.at(-1)).toBe("10");
    expect(printed).toContain("ZeroDivisionError: divide by zero");
  });
});

describe("the USB serial port", () => {
  it("gives what is typed, a line at a time", async () => {
    const board = await boardWith("import sys\nwhile True: print(sys.stdin.readline().strip().upper())");
    board.type("hello\n");
    await board.advance(10);
    board.type("there\n");
    await board.advance(10);
    expect(board.stdout).toEqual(["HELLO", "THERE"]);
  });

  it("can be polled", async () => {
    const source = `
import select, sys
poll = select.poll()
poll.register(sys.stdin, select.POLLIN)
print(len(poll.poll(100)))
print(len(poll.poll(5000)), sys.stdin.read(1))
`;
    const board = await boardWith(source);
    await board.advance(1000);
    board.type("x");
    await board.advance(1000);
    expect(board.stdout).toEqual(["0", "1 x"]);
  });

  it("interrupts by Ctrl-C, until that is switched off", async () => {
    const source = `
import micropython, time
try:
    while True: time.sleep_ms(10)
except KeyboardInterrupt: print('interrupted')
micropython.kbd_intr(-1)
time.sleep(5)
print('not interrupted')
`;
    const board = await boardWith(source);
    await board.advance(100);
    board.type(Uint8Array.of(3));
    await board.advance(100);
    board.type(Uint8Array.of(3));
    await board.advance(6000);
    // The byte is the prompt's then.
    expect(board.stdout.slice(0, 2)).toEqual(["interrupted", "not interrupted"]);
  });
});
