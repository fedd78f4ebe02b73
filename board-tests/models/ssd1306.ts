// The SSD1306 display controller with its panel, as an I2C device. Source: Solomon Systech SSD1306 datasheet 1.1,
// section 8.1.5.2 (I2C framing), chapter 9 and 10 (command table).
// In: the bytes of I2C writes. Out: pixel(x, y) as a person in front of the panel sees it.

import type { I2cDevice } from "./i2c-bus.ts";

const COLUMNS = 128;
const PAGES = 8;

/** Argument octets after each command octet that takes any (datasheet, tables 9-1 and 10-1). */
const ARGUMENTS: Readonly<Record<number, number>> = {
  32: 1, // 0x20 memory addressing mode
  33: 2, // 0x21 column address
  34: 2, // 0x22 page address
  38: 6, // 0x26 right horizontal scroll
  39: 6, // 0x27 left horizontal scroll
  41: 5, // 0x29 vertical and right scroll
  42: 5, // 0x2a vertical and left scroll
  129: 1, // 0x81 contrast
  141: 1, // 0x8d charge pump
  163: 2, // 0xa3 vertical scroll area
  168: 1, // 0xa8 multiplex ratio
  211: 1, // 0xd3 display offset
  213: 1, // 0xd5 clock divide ratio
  217: 1, // 0xd9 pre-charge period
  218: 1, // 0xda COM pins configuration
  219: 1, // 0xdb VCOMH deselect level
};

export interface DisplayFrame {
  width: number;
  height: number;
  on: boolean;
  contrast: number;
  /** Windows written to their end so far: a whole picture, or a row of text, as the driver has it. */
  frames: number;
  /** One string of `#` (lit) and `.` (dark) a row. */
  rows: string[];
}

export class Ssd1306 implements I2cDevice {
  private readonly ram = new Uint8Array(COLUMNS * PAGES);
  private command: number[] = [];
  private addressing = 2;
  private column = 0;
  private columnStart = 0;
  private columnEnd = COLUMNS - 1;
  private page = 0;
  private pageStart = 0;
  private pageEnd = PAGES - 1;
  private startLine = 0;
  private offset = 0;
  private multiplex = 63;
  private segmentRemap = false;
  private comReversed = false;
  private alternativeCom = true;
  private inverted = false;
  private allOn = false;
  private chargePump = false;
  private displayOn = false;
  private contrast = 0x7f;

  /** Writes that ended at the end of the window. */
  frames = 0;

  /** The panel of a module: 128x64 or 128x32 pixels. Its upright position is the one that modules print: segments and rows remapped. */
  constructor(
    readonly width: 128 = 128,
    readonly height: 32 | 64 = 64,
  ) {}

  /** True if the panel is lit at all: switched on, and its charge pump too. */
  get on(): boolean {
    return this.displayOn && this.chargePump;
  }

  write(bytes: Uint8Array): void {
    for (let i = 0; i < bytes.length; ) {
      const control = bytes[i++] as number;
      const isData = (control & 0x40) !== 0;
      const end = control & 0x80 ? Math.min(i + 1, bytes.length) : bytes.length;
      for (; i < end; i++) isData ? this.writeRam(bytes[i] as number) : this.writeCommand(bytes[i] as number);
    }
  }

  /** 1 if the pixel is lit, as seen on the upright panel; 0 outside of it. */
  pixel(x: number, y: number): 0 | 1 {
    if (!this.on || x < 0 || y < 0 || x >= this.width || y >= this.height) return 0;
    if (this.allOn) return 1;
    const bit = this.ramBit(this.segmentRemap ? x : COLUMNS - 1 - x, this.ramRow(y));
    return (bit ^ (this.inverted ? 1 : 0)) as 0 | 1;
  }

  /** Everything that can be seen, as plain data. */
  frame(): DisplayFrame {
    const { width, height, on, contrast, frames } = this;
    const rows = Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => (this.pixel(x, y) ? "#" : ".")).join(""),
    );
    return { width, height, on, contrast, frames, rows };
  }

  /** The supply was cut: registers as after a reset; the RAM's content is undefined on the chip, and dark here. */
  powerOff(): void {
    Object.assign(this, new Ssd1306(this.width, this.height), { frames: this.frames });
  }

  /** The RAM's row shown in row y of the upright panel. COM lines run 0 to multiplex; a 32-row panel wires them in order. */
  private ramRow(y: number): number {
    const rows = this.multiplex + 1;
    const sequential = this.height === 32 ? !this.alternativeCom : this.alternativeCom;
    const com = this.comReversed ? y : rows - 1 - y;
    const shown = sequential ? com : this.misWired(com, rows);
    return (((shown + this.offset) % 64) + this.startLine) % 64;
  }

  /** With the wrong COM pins setting, rows are doubled or interleaved: what a 128x32 panel shows with 128x64's settings. */
  private misWired(com: number, rows: number): number {
    return this.height === 32 ? (com * 2) % rows : Math.floor(com / 2) + (com % 2) * (rows / 2);
  }

  private ramBit(column: number, row: number): 0 | 1 {
    return (((this.ram[(row >> 3) * COLUMNS + column] as number) >> (row & 7)) & 1) as 0 | 1;
  }

  private writeRam(value: number): void {
    this.ram[this.page * COLUMNS + this.column] = value;
    if (this.addressing === 0) this.stepHorizontal();
    else if (this.addressing === 1) this.stepVertical();
    else this.column = (this.column + 1) % COLUMNS;
  }

  private stepHorizontal(): void {
    this.column++;
    if (this.column <= this.columnEnd) return;
    this.column = this.columnStart;
    this.page = this.page >= this.pageEnd ? this.wrapPage() : this.page + 1;
  }

  private stepVertical(): void {
    if (this.page < this.pageEnd) {
      this.page++;
      return;
    }
    this.page = this.pageStart;
    this.column = this.column >= this.columnEnd ? this.wrapColumn() : this.column + 1;
  }

  private wrapPage(): number {
    this.frames++;
    return this.pageStart;
  }

  private wrapColumn(): number {
    this.frames++;
    return this.columnStart;
  }

  private writeCommand(octet: number): void {
    this.command.push(octet);
    const first = this.command[0] as number;
    if (this.command.length <= (ARGUMENTS[first] ?? 0)) return;
    const [, a = 0, b = 0] = this.command;
    this.command = [];
    this.execute(first, a, b);
  }

  private execute(code: number, a: number, b: number): void {
    if (code <= 0x1f) return this.setPagedColumn(code);
    if (code >= 0x40 && code <= 0x7f) this.startLine = code & 0x3f;
    else if (code >= 0xb0 && code <= 0xb7) this.page = code & 7;
    else EXECUTE[code]?.call(this, code, a, b);
  }

  /** 0x00-0x0f and 0x10-0x1f: low and high half of the column, in page addressing only. */
  private setPagedColumn(code: number): void {
    if (this.addressing !== 2) return;
    this.column = (code < 0x10 ? (this.column & 0x70) | code : (this.column & 0x0f) | ((code & 7) << 4)) % COLUMNS;
  }

  /** The commands by their octet; what only moves voltages and timing, or scrolls, is accepted and shows nothing. */
  static readonly commands: Readonly<Record<number, (this: Ssd1306, code: number, a: number, b: number) => void>> = {
    32(_, mode) {
      this.addressing = mode & 3;
    },
    33(_, start, end) {
      this.column = this.columnStart = start & 0x7f;
      this.columnEnd = end & 0x7f;
    },
    34(_, start, end) {
      this.page = this.pageStart = start & 7;
      this.pageEnd = end & 7;
    },
    129(_, contrast) {
      this.contrast = contrast;
    },
    141(_, value) {
      this.chargePump = (value & 4) !== 0;
    },
    160() {
      this.segmentRemap = false;
    },
    161() {
      this.segmentRemap = true;
    },
    164() {
      this.allOn = false;
    },
    165() {
      this.allOn = true;
    },
    166() {
      this.inverted = false;
    },
    167() {
      this.inverted = true;
    },
    168(_, ratio) {
      this.multiplex = Math.max(15, ratio & 0x3f);
    },
    174() {
      this.displayOn = false;
    },
    175() {
      this.displayOn = true;
    },
    192() {
      this.comReversed = false;
    },
    200() {
      this.comReversed = true;
    },
    211(_, offset) {
      this.offset = offset & 0x3f;
    },
    218(_, pins) {
      this.alternativeCom = (pins & 0x10) !== 0;
    },
  };
}

const EXECUTE = Ssd1306.commands;
