// A picture of the display as it looks on the desk: a dark bezel, black glass, pixels with a thin gap between them.

import { encode } from "fast-png";
import type { DisplayFrame } from "./ssd1306.ts";

type Colour = readonly [red: number, green: number, blue: number];

/** Picture elements for one of the display's pixels, both ways; the last of them is the gap. */
const SCALE = 4;
const GLASS_MARGIN = 12;
const BEZEL_MARGIN = 14;
const CORNER_RADIUS = 10;

const DESK: Colour = [255, 255, 255];
const BEZEL: Colour = [34, 38, 46];
const BEZEL_EDGE: Colour = [58, 64, 76];
const GLASS: Colour = [6, 8, 12];
const DARK_PIXEL: Colour = [12, 16, 22];
const LIT_PIXEL: Colour = [176, 222, 255];

/** Lit pixels glow into the gap beside them. */
const GAP_SHARE = 0.35;
/** A contrast of 0 is dim, but not dark. */
const DIMMEST = 0.45;

/** The picture as a PNG file. */
export function displayPng(frame: DisplayFrame): Uint8Array {
  const margin = BEZEL_MARGIN + GLASS_MARGIN;
  const width = frame.width * SCALE + 2 * margin;
  const height = frame.height * SCALE + 2 * margin;
  const data = new Uint8Array(width * height * 3);
  const lit = mix(DARK_PIXEL, LIT_PIXEL, DIMMEST + ((1 - DIMMEST) * frame.contrast) / 255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = bezelColour(x, y, width, height) ?? glassColour(frame, x - margin, y - margin, lit);
      data.set(colour, (y * width + x) * 3);
    }
  }
  return encode({ width, height, data, channels: 3, depth: 8 });
}

/** The desk, the bezel or its edge; undefined on the glass. */
function bezelColour(x: number, y: number, width: number, height: number): Colour | undefined {
  const depth = Math.min(x, y, width - 1 - x, height - 1 - y);
  if (depth >= BEZEL_MARGIN) return undefined;
  const corner = cornerDistance(x, y, width, height);
  if (corner > CORNER_RADIUS) return DESK;
  return depth === 0 || corner > CORNER_RADIUS - 1.2 ? BEZEL_EDGE : BEZEL;
}

/** Distance from the centre of the nearest rounded corner, or 0 where the edge is straight. */
function cornerDistance(x: number, y: number, width: number, height: number): number {
  const dx = Math.max(CORNER_RADIUS - x, x - (width - 1 - CORNER_RADIUS), 0);
  const dy = Math.max(CORNER_RADIUS - y, y - (height - 1 - CORNER_RADIUS), 0);
  return dx > 0 && dy > 0 ? Math.hypot(dx, dy) : 0;
}

/** Colour at a place of the glass, from the corner of the pixels on. */
function glassColour(frame: DisplayFrame, x: number, y: number, lit: Colour): Colour {
  const row = frame.rows[Math.floor(y / SCALE)];
  const pixel = row?.[Math.floor(x / SCALE)];
  if (pixel === undefined || x < 0 || y < 0) return GLASS;
  const inGap = x % SCALE === SCALE - 1 || y % SCALE === SCALE - 1;
  if (pixel !== "#") return inGap ? GLASS : DARK_PIXEL;
  return inGap ? mix(GLASS, lit, GAP_SHARE) : lit;
}

function mix(from: Colour, to: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * share);
  return [part(0), part(1), part(2)];
}
