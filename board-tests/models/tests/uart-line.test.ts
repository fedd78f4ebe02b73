import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteTimeMs, ratesMatch, resample } from "../serial-framing.ts";
import { HARDWARE_FIFO_BYTES, UartLine } from "../uart-line.ts";
import { ManualClock } from "./manual-clock.ts";

function lineAt(baud: number, rxBufferBytes = 4_096): { clock: ManualClock; line: UartLine; heard: number[] } {
  const clock = new ManualClock();
  const line = new UartLine(clock);
  const heard: number[] = [];
  line.setBaud(baud);
  line.configure(rxBufferBytes);
  line.attach({ receive: (byte) => heard.push(byte) });
  return { clock, line, heard };
}

function read(line: UartLine): number[] {
  const view = new Uint8Array(10_000);
  return [...view.subarray(0, line.readInto(view))];
}

const octets = (count: number): Uint8Array => Uint8Array.from({ length: count }, (_, index) => index & 0xff);

describe("the serial line", () => {
  it("carries one byte in ten bits, both ways at once", () => {
    const { clock, line, heard } = lineAt(19_200);
    expect(line.write(octets(10))).toBeCloseTo(5.208, 3);
    line.sendToBoard(octets(10), 19_200);
    clock.advance(byteTimeMs(19_200) * 4.5);
    expect([heard.length, line.any()]).toEqual([4, 4]);
    clock.advance(10);
    expect([heard.length, line.any()]).toEqual([10, 10]);
  });

  it("keeps order and content of anything, whatever the pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 10 }), (pieces) => {
        const { clock, line } = lineAt(9_600);
        for (const piece of pieces) line.sendToBoard(piece, 9_600);
        clock.advance(1_000);
        expect(read(line)).toEqual(pieces.flatMap((piece) => [...piece]));
      }),
      { numRuns: 40 },
    );
  });

  it("loses what neither the receive buffer nor the FIFO can hold, and counts it", () => {
    const { clock, line } = lineAt(19_200, 256);
    line.sendToBoard(octets(300), 19_200);
    clock.advance(1_000);
    expect(line.any()).toBe(256);
    expect(line.overruns).toBe(300 - 256 - HARDWARE_FIFO_BYTES);
    expect(read(line)).toHaveLength(256);
    expect(read(line)).toHaveLength(HARDWARE_FIFO_BYTES);
  });

  it("with interrupts off receives only the 32 bytes of the FIFO", () => {
    const { clock, line } = lineAt(19_200);
    line.setInterruptsOff(true);
    line.sendToBoard(octets(100), 19_200);
    clock.advance(45);
    expect(line.any()).toBe(0);
    line.setInterruptsOff(false);
    clock.advance(1_000);
    const lost = Math.floor(45 / byteTimeMs(19_200)) - HARDWARE_FIFO_BYTES;
    expect(line.overruns).toBe(lost);
    expect(read(line)).toHaveLength(100 - lost);
  });

  it("a short announcement survives interrupts that are off for an erase", () => {
    const { clock, line } = lineAt(19_200);
    line.setInterruptsOff(true);
    line.sendToBoard(octets(18), 19_200);
    clock.advance(400);
    line.setInterruptsOff(false);
    expect(read(line)).toEqual([...octets(18)]);
  });

  it("makes garbage of another rate, and none of one within tolerance", () => {
    expect(resample(0x41, 19_200, 9_600)).not.toEqual([0x41]);
    expect(resample(0x41, 9_600, 19_200)).not.toEqual([0x41]);
    expect(resample(0x41, 19_200, 18_900)).toEqual([0x41]);
    expect(ratesMatch(115_200, 57_600)).toBe(false);
  });

  it("a slower sender makes several bytes of one", () => {
    expect(resample(0x00, 9_600, 38_400).length).toBeGreaterThan(1);
  });

  it("loses and turns bytes as its faults say, the same way for the same seed", () => {
    const run = (): number[] => {
      const { clock, line } = lineAt(115_200);
      line.setFaults({ lossPerByte: 0.1, flipPerByte: 0.1, seed: 7 });
      line.sendToBoard(octets(200), 115_200);
      clock.advance(1_000);
      return read(line);
    };
    const first = run();
    expect(first.length).toBeLessThan(200);
    expect(first).not.toEqual([...octets(200)].slice(0, first.length));
    expect(run()).toEqual(first);
  });

  it("tells whole lines, either way, for the log", () => {
    const { clock, line } = lineAt(19_200);
    const lines: string[] = [];
    line.onLine((direction, text) => lines.push(`${direction} ${text}`));
    line.write(new TextEncoder().encode("AT+CSQ\r"));
    line.sendToBoard(new TextEncoder().encode("\r\n+CSQ: 18,0\r\n\r\nOK\r\n"), 19_200, 10);
    clock.advance(100);
    expect(lines).toEqual(["to-modem AT+CSQ", "from-modem +CSQ: 18,0", "from-modem OK"]);
  });

  it("a modem without power has sent nothing more", () => {
    const { clock, line } = lineAt(19_200);
    line.sendToBoard(octets(100), 19_200);
    clock.advance(10);
    line.cutDevice();
    clock.advance(1_000);
    expect(read(line)).toHaveLength(Math.floor(10 / byteTimeMs(19_200)));
  });
});
