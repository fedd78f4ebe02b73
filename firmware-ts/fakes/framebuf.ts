// Stand-in for MicroPython's framebuf module: notes the texts instead of drawing them.
import { world } from "./world.ts";

export const MONO_VLSB = 0 as const;

export class FrameBuffer {
  constructor(
    readonly buffer: Uint8Array,
    readonly width: number,
    readonly height: number,
    readonly format: number,
  ) {}

  fill(colour: number): void {
    this.buffer.fill(colour === 0 ? 0 : 0xff);
    world.displayTexts = [];
  }

  text(text: string, _x: number, y: number, _colour: number): void {
    world.displayTexts[y / 8] = text;
  }
}

void ({ MONO_VLSB, FrameBuffer } satisfies typeof import("framebuf"));
