// The characters of MicroPython's framebuf as the VM itself draws them: asked for once, so that they are the device's.

import { VmPool } from "../../transpiler/src/vm/index.ts";
import type { Font } from "../models/display-text.ts";

/** Prints one line of 64 pixels for each printable character of ASCII. */
const DRAW_ALL = `
import framebuf
cell = bytearray(8)
canvas = framebuf.FrameBuffer(cell, 8, 8, framebuf.MONO_VLSB)
for code in range(32, 127):
    canvas.fill(0)
    canvas.text(chr(code), 0, 0)
    print(''.join('#' if canvas.pixel(x, y) else '.' for y in range(8) for x in range(8)))
`;

const FIRST_CODE = 32;

let known: Promise<Font> | undefined;

/** The font, from pixels to characters. */
export function framebufFont(): Promise<Font> {
  known ??= drawFont();
  return known;
}

async function drawFont(): Promise<Font> {
  const pool = new VmPool();
  try {
    const { stdout, error } = await pool.run({ files: { "main.py": DRAW_ALL } });
    if (error) throw new Error(`the VM could not draw its font: ${error}`);
    const cells = stdout.trim().split("\n");
    return new Map(cells.map((pixels, index) => [pixels.trim(), String.fromCharCode(FIRST_CODE + index)]));
  } finally {
    await pool.close();
  }
}
