// The SSD1306 controller (Solomon Systech, rev. 1.1) on an I2C bus. A display that is absent, goes away or holds the bus
// changes nothing but its own screen: it is looked for again every 5 s, and costs 10 ms at most each time.
//
// Rows of text are sent one by one, each when it differs from what is shown: 3 ms of the bus instead of 24.
import { FrameBuffer, MONO_VLSB } from "framebuf";
import { I2C, Pin } from "machine";
import type { Millis } from "../../domain/millis.ts";
import { PICTURE, SIGN_FIRST } from "../../domain/screens/screens.ts";
import type { PictureDisplay } from "../../ports/display.ts";

const WIDTH = 128;
const ROW_HEIGHT = 8;
const BUS_HERTZ = 400000;
/** For a whole transfer, of which a row is the longest: 129 octets of 9 bits, 3 ms. */
const TRANSFER_MICROSECONDS_MAX = 10000;
const LOOK_AGAIN_MS = 5000;
/** A display that lost its supply for a moment answers as before, and is dark: so it is set up again now and then. */
const RENEW_EVERY_MS = 60000;
/** Control octets (8.1.5.2): what follows is commands, or data for the display's memory. */
const COMMANDS = 0x00;
const DATA = 0x40;
const DISPLAY_ON = 0xaf;
/** An octet and its acknowledgement. */
const CLOCKS_MAX = 9;
const FIRST_ADDRESS = 0x3c;
const SECOND_ADDRESS = 0x3d;
const NONE: readonly string[] = [];

/** The signs, eight columns each with the lowest bit on top: no mobile network; its signal in four steps; a signal that is not known; Wi-Fi, none; broker, none. */
// biome-ignore format: a line a sign.
const SIGNS: ReadonlyUint8Array = new Uint8Array([
  0x41, 0x63, 0x36, 0x1c, 0x36, 0x63, 0x41, 0x00,
  0xc0, 0x00, 0x80, 0x00, 0x80, 0x00, 0x80, 0x00,
  0xc0, 0x00, 0xf0, 0x00, 0x80, 0x00, 0x80, 0x00,
  0xc0, 0x00, 0xf0, 0x00, 0xfc, 0x00, 0x80, 0x00,
  0xc0, 0x00, 0xf0, 0x00, 0xfc, 0x00, 0xff, 0x00,
  0x80, 0x00, 0x80, 0x00, 0x80, 0x00, 0x80, 0x00,
  0x04, 0x12, 0x0a, 0x6a, 0x0a, 0x12, 0x04, 0x00,
  0x44, 0x32, 0x1a, 0x6a, 0x06, 0x10, 0x05, 0x00,
  0xe0, 0x84, 0x82, 0xbf, 0x82, 0x84, 0xe0, 0x00,
  0xe0, 0xa0, 0x90, 0x88, 0x84, 0x82, 0xe1, 0x00,
]);

export class Ssd1306 implements PictureDisplay {
  picture: ReadonlyUint8Array | null = null;
  private bus: I2C | null = null;
  /** The control octet, then the picture of one row. */
  private readonly data = new Uint8Array(1 + WIDTH);
  private readonly frame = new FrameBuffer(this.data.subarray(1), WIDTH, ROW_HEIGHT, MONO_VLSB);
  /** What the rows show, from the first on. */
  private shown: readonly string[] = NONE;
  private address: int<0, 127> = 0;
  private isOn = false;
  private hasLooked = false;
  private lookedAt: Millis = 0;

  /**
   * @param id the bus's number
   * @param sda GPIO number of its data line
   * @param scl of its clock
   * @param count lines of text: 8, or 4 on 32 dots; the display cannot be asked
   */
  constructor(
    private readonly id: int<0, 1>,
    private readonly sda: int<0, 47>,
    private readonly scl: int<0, 47>,
    private count: 4 | 8,
  ) {
    this.data[0] = DATA;
  }

  rows(): number {
    return this.count;
  }

  setRows(rows: 4 | 8): void {
    if (rows === this.count) return;
    this.count = rows;
    this.hasLooked = false;
    this.address = 0;
  }

  isThere(now: Millis): boolean {
    const age = now - this.lookedAt;
    if (this.hasLooked && age < (this.address === 0 ? LOOK_AGAIN_MS : RENEW_EVERY_MS)) return this.address !== 0;
    this.hasLooked = true;
    this.lookedAt = now;
    this.find();
    return this.address !== 0;
  }

  show(lines: readonly string[]): boolean {
    const { shown } = this;
    for (let row = 0; row < this.count; row++) {
      const line = lines[row] ?? "";
      if (shown[row] !== line) {
        if (this.drawRow(row, line)) this.shown = shown.slice(0, row).concat([line], shown.slice(row + 1));
        return this.address !== 0;
      }
    }
    // What its memory holds before is noise.
    if (!this.isOn) this.isOn = this.send(new Uint8Array([COMMANDS, DISPLAY_ON]));
    return false;
  }

  private drawRow(row: int<0, 7>, line: string): boolean {
    this.frame.fill(0);
    this.frame.text(line, 0, 0, 1);
    for (let column = 0; column < line.length; column++) {
      const sign = line.charCodeAt(column) - SIGN_FIRST;
      if (sign < 0 || sign >= SIGNS.length >> 3) continue;
      this.data.set(SIGNS.subarray(8 * sign, 8 * sign + 8), 1 + 8 * column);
    }
    const { picture } = this;
    if (picture !== null && line.startsWith(PICTURE)) this.data.set(picture.subarray(64 * row, 64 * row + 64), 1);
    // From this row's first column on (10.1.4, 10.1.5).
    return this.send(new Uint8Array([COMMANDS, 0x21, 0, WIDTH - 1, 0x22, row, row])) && this.send(this.data);
  }

  private find(): void {
    this.shown = NONE;
    this.isOn = false;
    const commands = initialisation(this.count);
    if (this.address === 0) {
      if (!this.freeBus()) return;
      // Made anew: that takes the bus out of whatever it was stuck in.
      const sda = new Pin(this.sda);
      const scl = new Pin(this.scl);
      this.bus = new I2C(this.id, { sda, scl, freq: BUS_HERTZ, timeout: TRANSFER_MICROSECONDS_MAX });
      this.address = FIRST_ADDRESS;
      if (this.send(commands)) return;
      this.address = SECOND_ADDRESS;
    }
    this.send(commands);
  }

  /**
   * Whether both lines are high: held low, they would keep every transfer waiting for its deadline. A device that was cut
   * off within an octet, as by a reset of the board, holds SDA until it has seen the rest of the clocks: it gets them (NXP
   * UM10204, 3.1.16 "Bus clear").
   */
  private freeBus(): boolean {
    const data = new Pin(this.sda, Pin.IN, Pin.PULL_UP);
    const clock = new Pin(this.scl, Pin.IN, Pin.PULL_UP);
    if (clock.value() === 0) return false;
    if (data.value() === 1) return true;
    const driven = new Pin(this.scl, Pin.OPEN_DRAIN, Pin.PULL_UP);
    for (let i = 0; i < CLOCKS_MAX; i++) {
      driven.off();
      driven.on();
    }
    return data.value() === 1;
  }

  /** Whether all octets were taken; else the display is gone. */
  private send(octets: ReadonlyUint8Array): boolean {
    if (this.bus === null) return false;
    try {
      // An octet in the middle that is not acknowledged is no error: the count is short (pico-sdk, hardware_i2c).
      if (this.bus.writeto(this.address, octets) === octets.length) return true;
    } catch {
      // Nobody acknowledged the address, or the bus is held.
    }
    this.address = 0;
    return false;
  }
}

/** Chapter 9, table 9-1, in the order of the application note's flow chart. */
function initialisation(rows: 4 | 8): Uint8Array {
  const multiplex = rows === 8 ? 0x3f : 0x1f;
  const comPins = rows === 8 ? 0x12 : 0x02;
  // Clock; rows; no offset; first line; charge pump on; horizontal addressing; turned by 180 degrees; COM pins; contrast;
  // precharge; VCOMH level; contents of the memory; not inverted.
  return new Uint8Array([
    COMMANDS,
    0xd5,
    0x80,
    0xa8,
    multiplex,
    0xd3,
    0x00,
    0x40,
    0x8d,
    0x14,
    0x20,
    0x00,
    0xa1,
    0xc8,
    0xda,
    comPins,
    0x81,
    0xcf,
    0xd9,
    0xf1,
    0xdb,
    0x30,
    0xa4,
    0xa6,
  ]);
}
