// Stand-in for MicroPython's framebuf module: notes the text instead of drawing it.
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
    world.drawnText = "";
  }

  text(text: string, _x: number, _y: number, _colour: number): void {
    world.drawnText = text;
  }
}

void ({ MONO_VLSB, FrameBuffer } satisfies typeof import("framebuf"));
