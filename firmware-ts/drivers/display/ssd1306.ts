// The SSD1306 controller (Solomon Systech, rev. 1.1) on an I2C bus. A display that is absent, or goes away, changes
// nothing but its own screen: it is looked for again every 30 s.
import { FrameBuffer, MONO_VLSB } from "framebuf";
import { I2C, Pin } from "machine";
import type { Millis } from "../../domain/millis.ts";
import type { Display } from "../../ports/display.ts";

const WIDTH = 128;
const ROW_HEIGHT = 8;
const BUS_HERTZ = 400000;
const LOOK_AGAIN_MS = 30000;
/** Control octets (8.1.5.2): what follows is commands, or data for the display's memory. */
const COMMANDS = 0x00;
const DATA = 0x40;
const FIRST_ADDRESS = 0x3c;
const SECOND_ADDRESS = 0x3d;

export class Ssd1306 implements Display {
  private readonly bus: I2C;
  /** The control octet, then the picture. */
  private readonly data: Uint8Array;
  private readonly frame: FrameBuffer;
  private address: int<0, 127> = 0;
  private hasLooked = false;
  private lookedAt: Millis = 0;

  /**
   * @param id the bus's number
   * @param sda GPIO number of its data line
   * @param scl of its clock
   * @param height 64 or 32 dots: the display cannot be asked
   */
  constructor(
    id: int<0, 1>,
    sda: int<0, 47>,
    scl: int<0, 47>,
    private readonly height: 32 | 64,
  ) {
    this.bus = new I2C(id, { sda: new Pin(sda), scl: new Pin(scl), freq: BUS_HERTZ });
    this.data = new Uint8Array(1 + (height === 64 ? 1024 : 512));
    this.data[0] = DATA;
    this.frame = new FrameBuffer(this.data.subarray(1), WIDTH, height, MONO_VLSB);
  }

  rows(): number {
    return this.height >> 3;
  }

  show(lines: readonly string[], now: Millis): boolean {
    if (this.address === 0 && !this.find(now)) return false;
    this.frame.fill(0);
    for (let i = 0; i < lines.length; i++) this.frame.text(lines[i] ?? "", 0, i * ROW_HEIGHT, 1);
    if (this.send(this.address, this.data)) return true;
    this.address = 0;
    return false;
  }

  private find(now: Millis): boolean {
    if (this.hasLooked && now - this.lookedAt < LOOK_AGAIN_MS) return false;
    this.hasLooked = true;
    this.lookedAt = now;
    const commands = initialisation(this.height);
    if (this.send(FIRST_ADDRESS, commands)) this.address = FIRST_ADDRESS;
    else if (this.send(SECOND_ADDRESS, commands)) this.address = SECOND_ADDRESS;
    return this.address !== 0;
  }

  private send(address: int<0, 127>, octets: ReadonlyUint8Array): boolean {
    try {
      this.bus.writeto(address, octets);
      return true;
    } catch {
      return false;
    }
  }
}

/** Chapter 9, table 9-1, in the order of the application note's flow chart. */
function initialisation(height: 32 | 64): Uint8Array {
  const multiplex = height === 64 ? 0x3f : 0x1f;
  const comPins = height === 64 ? 0x12 : 0x02;
  const lastPage = height === 64 ? 7 : 3;
  // Off; clock; rows; no offset; first line; charge pump on; horizontal addressing; turned by 180 degrees; COM pins;
  // contrast; precharge; VCOMH level; contents of the memory; not inverted; all columns; all pages; on.
  return new Uint8Array([
    COMMANDS,
    0xae,
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
    0x21,
    0,
    127,
    0x22,
    0,
    lastPage,
    0xaf,
  ]);
}
