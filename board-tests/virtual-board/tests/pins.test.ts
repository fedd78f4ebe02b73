import { describe, expect, it } from "vitest";
import type { VirtualBoard } from "../board.ts";
import { boardWith, printedBy } from "./with-board.ts";

describe("pins that cannot be what the program says", () => {
  it.each([
    ["machine.UART(0, tx=machine.Pin(17), rx=machine.Pin(16))", "ValueError: bad TX pin"],
    ["machine.UART(0, tx=machine.Pin(16), rx=machine.Pin(16))", "ValueError: bad RX pin"],
    ["machine.I2C(1, sda=machine.Pin(15), scl=machine.Pin(14))", "ValueError: bad SCL pin"],
    ["machine.I2C(0, sda=machine.Pin(14), scl=machine.Pin(15))", "ValueError: bad SCL pin"],
    ["machine.Pin(30)", "ValueError: invalid pin"],
  ])("%s is refused", async (expression, error) => {
    expect((await printedBy(`import machine\n${expression}`)).at(-1)).toBe(error);
  });

  it("possible ones that nothing is wired to are silent", async () => {
    const source = `
import machine, time
uart = machine.UART(0, tx=machine.Pin(0), rx=machine.Pin(1))
uart.write(b'AT')
time.sleep_ms(100)
print(uart.any(), machine.I2C(1, sda=machine.Pin(2), scl=machine.Pin(3)).scan())
`;
    expect(await printedBy(source)).toEqual(["0 []"]);
  });
});

describe("the UART", () => {
  const open =
    "import machine, time\nuart = machine.UART(0, baudrate=19200, tx=machine.Pin(16), rx=machine.Pin(17), rxbuf=64)\n";

  it("brings bytes at the speed of the line", async () => {
    const board = await boardWith(`${open}while uart.any() < 48: pass\nprint(time.ticks_ms())`, {
      hardware: { modem: "bridge" },
    });
    await board.advance(100);
    await board.hardware({ do: "bridge-in", bytes: new Uint8Array(48) });
    await board.advance(100);
    expect(Number(board.stdout[0])).toBeGreaterThanOrEqual(125);
    expect(Number(board.stdout[0])).toBeLessThanOrEqual(126);
  });

  it("loses what its buffer and FIFO cannot hold", async () => {
    const board = await boardWith(`${open}time.sleep(1)\nprint(uart.any())`, { hardware: { modem: "bridge" } });
    await board.advance(10);
    await board.hardware({ do: "bridge-in", bytes: new Uint8Array(200) });
    await board.advance(1500);
    expect(board.stdout).toEqual(["64"]);
    expect((await board.report()).uart.overruns).toBe(200 - 64 - 32);
  });

  it("takes its buffers from the heap", async () => {
    const source = `
import gc, machine
gc.collect()
before = gc.mem_free()
uart = machine.UART(0, tx=machine.Pin(16), rx=machine.Pin(17), rxbuf=4096, txbuf=1024)
gc.collect()
print(before - gc.mem_free())
`;
    const takenBytes = Number((await printedBy(source))[0]);
    expect(takenBytes).toBeGreaterThan(4096 + 1024);
    expect(takenBytes).toBeLessThan(4096 + 1024 + 300); // the objects around them
  });

  it("gives nothing as None", async () => {
    expect(await printedBy(`${open}print(uart.read(), uart.read(5), uart.readinto(bytearray(5)))`)).toEqual([
      "None None None",
    ]);
  });
});

describe("the wiring of a gateway", () => {
  it("has a display at 0x3c, and nobody at 0x3d", async () => {
    const source = `
import machine
i2c = machine.I2C(1, sda=machine.Pin(14), scl=machine.Pin(15), freq=400000)
print([hex(a) for a in i2c.scan()], i2c.writeto(0x3c, b'\\x00\\xaf'))
i2c.writeto(0x3d, b'\\x00')
`;
    const printed = await printedBy(source);
    expect(printed[0]).toBe("['0x3c'] 2");
    expect(printed.at(-1)).toBe("OSError: [Errno 5] EIO");
  });

  it("takes the time of the bus for a frame of the display", async () => {
    const source = `
import machine, time
i2c = machine.I2C(1, sda=machine.Pin(14), scl=machine.Pin(15), freq=400000)
t = time.ticks_us()
i2c.writeto(0x3c, b'\\x40' + bytes(1024))
print(time.ticks_diff(time.ticks_us(), t) // 1000)
`;
    expect(await printedBy(source)).toEqual(["23"]);
  });

  it("reads the switch against its pull-up", async () => {
    const source = `
import machine, time
switch = machine.Pin(21, machine.Pin.IN, machine.Pin.PULL_UP)
while True:
    print(switch.value())
    time.sleep(1)
`;
    const board = await boardWith(source);
    await board.advance(500);
    await board.hardware({ do: "switch", setup: true });
    await board.advance(1000);
    expect(board.stdout).toEqual(["1", "0"]);
  });

  it("lights the LED, which hangs on the Wi-Fi chip: late at first, then within a millisecond", async () => {
    const blink = "import machine, time\nled = machine.Pin('LED', machine.Pin.OUT)\nled.on()\nled.off()\nled.on()";
    const board = await boardWith(blink);
    await board.advance(500);
    const { led, ledChanges } = await board.report();
    expect([led, ledChanges.length]).toEqual([true, 3]);
    const [first = 0, second = 0] = ledChanges.map(({ atMs }) => atMs);
    expect(first).toBeGreaterThan(300);
    expect(second - first).toBeLessThan(2);
  });

  it("records when the modem's RST is driven high, and not when it is only let go", async () => {
    const faults = (board: VirtualBoard) => board.log.filter((event) => event.type === "fault");
    const gentle = await boardWith(
      "import machine, time\np = machine.Pin(26, machine.Pin.OPEN_DRAIN, value=1)\np.off()\ntime.sleep_ms(110)\np.on()",
    );
    await gentle.advance(500);
    expect(faults(gentle)).toEqual([]);
    const harmful = await boardWith("import machine\nmachine.Pin(26, machine.Pin.OUT, value=1)");
    await harmful.advance(500);
    expect(faults(harmful)).toHaveLength(1);
  });

  it("talks to the modem", async () => {
    const source = `
import machine, time
uart = machine.UART(0, baudrate=19200, tx=machine.Pin(16), rx=machine.Pin(17), rxbuf=4096)
time.sleep(5)
for i in range(4):
    uart.write(b'AT\\r')
    time.sleep_ms(200)
uart.read()
uart.write(b'ATE0;+CSQ\\r')
time.sleep_ms(300)
print(b'+CSQ' in uart.read())
`;
    expect((await printedBy(source)).at(-1)).toBe("True");
  });
});
