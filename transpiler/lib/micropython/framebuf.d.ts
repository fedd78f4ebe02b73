// MicroPython's framebuf module: drawing into octets, with a font of 8 by 8 dots for ASCII.
declare module "framebuf" {
  /** An octet holds eight dots one below the other, the lowest bit on top: the SSD1306's order. */
  export const MONO_VLSB: 0;
  export class FrameBuffer {
    constructor(buffer: Uint8Array, width: number, height: number, format: 0);
    fill(colour: int<0, 1>): void;
    text(text: string, x: number, y: number, colour: int<0, 1>): void;
  }
}
