import { decode } from "fast-png";
import { beforeAll, describe, expect, it } from "vitest";
import { framebufFont } from "../../control/framebuf-font.ts";
import { displayPng } from "../display-png.ts";
import { displayBlocks, displayPixels, displayText, type Font } from "../display-text.ts";
import { EIO, ETIMEDOUT, I2cBus } from "../i2c-bus.ts";
import { Ssd1306 } from "../ssd1306.ts";

/** The initialisation of the usual drivers, for 64 or 32 rows. */
function initialise(display: Ssd1306, height: 32 | 64 = 64): void {
  const comPins = height === 64 ? 0x12 : 0x02;
  const start = [0xae, 0x20, 0, 0x40, 0xa1, 0xc8, 0xa8, height - 1, 0xd3, 0, 0xda, comPins, 0xd5, 0x80];
  for (const octet of [...start, 0xd9, 0xf1, 0xdb, 0x30, 0x81, 0xff, 0xa4, 0xa6, 0x8d, 0x14, 0xaf]) {
    display.write(Uint8Array.of(0x80, octet));
  }
}

/** Sends a whole frame of octets, column by column in pages. */
function show(display: Ssd1306, octets: Uint8Array): void {
  for (const octet of [0x21, 0, 127, 0x22, 0, display.height / 8 - 1]) display.write(Uint8Array.of(0x80, octet));
  display.write(Uint8Array.of(0x40, ...octets));
}

/** Draws characters from the font as framebuf does: 8x8 cells, vertical octets. */
function drawText(font: Font, lines: string[], height: 32 | 64): Uint8Array {
  const octets = new Uint8Array((128 * height) / 8);
  const cells = new Map([...font].map(([pixels, character]) => [character, pixels]));
  lines.forEach((line, page) => {
    [...line].forEach((character, column) => {
      [...(cells.get(character) ?? "")].forEach((pixel, index) => {
        const at = page * 128 + column * 8 + (index % 8);
        if (pixel === "#") octets[at] = (octets[at] ?? 0) | (1 << (index >> 3));
      });
    });
  });
  return octets;
}

let font: Font;
beforeAll(async () => {
  font = await framebufFont();
});

describe("the display", () => {
  it("has a font of 95 different characters, drawn by the VM", () => {
    expect(font.size).toBe(95);
  });

  it.each([64, 32] as const)("reads back the text that was drawn on 128x%i", (height) => {
    const display = new Ssd1306(128, height);
    initialise(display, height);
    const lines = ["+447700900123", "Code: 791985 {x}", "", "0123456789abcdef"];
    show(display, drawText(font, lines, height));
    expect(displayText(display.frame(), font).trimEnd()).toBe(lines.join("\n"));
    expect(display.frames).toBe(1);
  });

  it("inverted shows the same text, with the pixels turned", () => {
    const display = new Ssd1306();
    initialise(display);
    show(display, drawText(font, ["Hello"], 64));
    const before = displayPixels(display.frame());
    display.write(Uint8Array.of(0x80, 0xa7));
    expect(displayText(display.frame(), font).trimEnd()).toBe("Hello");
    expect(displayPixels(display.frame())).toBe(before.replace(/[#.]/g, (pixel) => (pixel === "#" ? "." : "#")));
  });

  it("is dark until it is switched on with its charge pump", () => {
    const display = new Ssd1306();
    initialise(display);
    show(display, new Uint8Array(1024).fill(255));
    expect(display.pixel(5, 5)).toBe(1);
    display.write(Uint8Array.of(0x80, 0xae));
    expect(display.pixel(5, 5)).toBe(0);
    display.write(Uint8Array.of(0x00, 0xaf, 0x8d, 0x10)); // a stream of commands in one write
    expect(display.pixel(5, 5)).toBe(0);
  });

  it("with the initialisation of another size is not readable", () => {
    const display = new Ssd1306(128, 32);
    initialise(display, 64);
    show(display, drawText(font, ["Hello", "World"], 32));
    expect(displayText(display.frame(), font)).not.toContain("Hello");
  });

  it("paged addressing moves column by column and stays in its page", () => {
    const display = new Ssd1306();
    initialise(display);
    for (const octet of [0x20, 2, 0xb3, 0x05, 0x11]) display.write(Uint8Array.of(0x80, octet));
    display.write(Uint8Array.of(0x40, 0x01, 0x80));
    expect([display.pixel(21, 24), display.pixel(22, 31), display.pixel(22, 24)]).toEqual([1, 1, 0]);
  });

  it("forgets everything without power", () => {
    const display = new Ssd1306();
    initialise(display);
    show(display, new Uint8Array(1024).fill(255));
    display.powerOff();
    expect(display.on).toBe(false);
    initialise(display);
    expect(display.pixel(0, 0)).toBe(0);
  });

  it("makes a PNG of 128 by 64 pixels in four by four, with a bezel", () => {
    const display = new Ssd1306();
    initialise(display);
    show(display, drawText(font, ["Hello"], 64));
    const picture = decode(displayPng(display.frame()));
    expect([picture.width, picture.height]).toEqual([128 * 4 + 52, 64 * 4 + 52]);
    const at = (x: number, y: number): number => picture.data[(y * picture.width + x) * 3] as number;
    const [left, top] = [26, 26];
    for (const [x, y] of [
      [0, 0],
      [1, 3],
      [40, 40],
    ] as const) {
      expect(at(left + x * 4 + 1, top + y * 4 + 1) > 100).toBe(display.pixel(x, y) === 1);
    }
  });

  it("in a terminal is half as many lines as rows of pixels, in a frame", () => {
    const display = new Ssd1306();
    expect(displayBlocks(display.frame())).toHaveLength(34);
    expect(displayBlocks(display.frame())[1]).toBe(`│${" ".repeat(128)}│`);
  });
});

describe("the I2C bus", () => {
  it("gives EIO where nobody acknowledges, ETIMEDOUT while it is held low", () => {
    const bus = new I2cBus();
    bus.attach(0x3d, new Ssd1306());
    expect(bus.scan()).toEqual([0x3d]);
    expect(bus.write(0x3c, Uint8Array.of(0))).toBe(-EIO);
    expect(bus.write(0x3d, Uint8Array.of(0x80, 0xaf))).toBe(2);
    bus.fault = "held-low";
    expect(bus.write(0x3d, Uint8Array.of(0))).toBe(-ETIMEDOUT);
    expect(bus.scan()).toEqual([]);
  });

  it("says how many octets were acknowledged where a device stops in the middle", () => {
    const bus = new I2cBus();
    bus.attach(0x3c, new Ssd1306());
    bus.fault = "data-nack";
    expect(bus.write(0x3c, new Uint8Array(129))).toBe(3);
  });

  it("is given back by a device within an octet once it has seen its clocks", () => {
    const bus = new I2cBus();
    bus.attach(0x3c, new Ssd1306());
    bus.fault = "wedged";
    for (let clock = 0; clock < 9; clock++) {
      expect([bus.sda.level(), bus.write(0x3c, Uint8Array.of(0))]).toEqual([0, -ETIMEDOUT]);
      bus.scl.boardDrives(0);
      bus.scl.boardDrives(undefined);
    }
    expect([bus.sda.level(), bus.write(0x3c, Uint8Array.of(0))]).toEqual([undefined, 1]);
  });

  it("takes nine bits a byte: 23.1 ms for a frame of 1,024 octets at 400 kHz", () => {
    expect(new I2cBus().writeTimeMs(1_025, 400_000)).toBeCloseTo(23.1, 1);
  });
});
