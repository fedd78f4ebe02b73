// The QR code that the display shows: the same modules as those of another encoder, and read back by its reader.
import fc from "fast-check";
import encodeQR from "qr";
import decodeQR from "qr/decode.js";
import { describe, expect, it } from "vitest";
import { modulesOf, SIDE } from "../domain/qr/modules.ts";
import { qrPicture } from "../domain/qr/picture.ts";
import { wifiText } from "../domain/qr/wifi-text.ts";

const octets = (text: string) => new TextEncoder().encode(text);

/** The modules as rows of `#` and `.`. */
function drawn(text: string): string[] {
  const modules = modulesOf(octets(text));
  return Array.from({ length: SIDE }, (_, y) =>
    Array.from(modules.subarray(y * SIDE, (y + 1) * SIDE), (module) => (module === 1 ? "#" : ".")).join(""),
  );
}

/** The other encoder's, with the same version, level and mask. */
function expected(text: string): string[] {
  const rows = encodeQR(text, "raw", { ecc: "low", version: 3, mask: 0, encoding: "byte", border: 1 });
  return rows.slice(1, -1).map((row) =>
    row
      .map((isDark) => (isDark ? "#" : "."))
      .slice(1, -1)
      .join(""),
  );
}

/** What a camera sees of the picture, eight dots for each of its own, with dark glass around the lit field. */
function read(picture: Uint8Array, scale = 8, glass = 4): string {
  const side = (64 + 2 * glass) * scale;
  const data = new Uint8Array(side * side * 4);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const column = Math.floor(x / scale) - glass;
      const row = Math.floor(y / scale) - glass;
      const isWithin = column >= 0 && column < 64 && row >= 0 && row < 64;
      const isLit = isWithin && (((picture[(row >> 3) * 64 + column] ?? 0) >> (row & 7)) & 1) === 1;
      data.set([isLit ? 230 : 10, isLit ? 240 : 12, isLit ? 255 : 16, 255], (y * side + x) * 4);
    }
  }
  return decodeQR({ width: side, height: side, data });
}

const ssids = fc.stringMatching(/^SMS-Gateway-[0-9A-F]{4}$/);
const keys = fc.stringMatching(/^[2-9a-km-np-z]{12}$/);

describe("a QR code", () => {
  it("has the modules of another encoder, whatever it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary-ascii", minLength: 1, maxLength: 53 }), (text) => {
        expect(drawn(text)).toEqual(expected(text));
      }),
      { numRuns: 300 },
    );
  });

  it("is as full as it can be with 53 octets", () => {
    const text = "0123456789".repeat(6).slice(0, 53);
    expect(drawn(text)).toEqual(expected(text));
  });

  it("is read from the display's dots, for any name and key", () => {
    fc.assert(
      fc.property(ssids, keys, (ssid, key) => {
        const text = wifiText(ssid, key);
        expect(read(qrPicture(text))).toBe(text);
      }),
      { numRuns: 150 },
    );
  });
});

describe("what it says of a Wi-Fi", () => {
  it("is what phones read", () => {
    expect(wifiText("SMS-Gateway-3F2A", "abcdefgh2345")).toBe("WIFI:T:WPA;S:SMS-Gateway-3F2A;P:abcdefgh2345;;");
  });

  it("has a backslash before what would end it", () => {
    expect(wifiText('a;b,c:d"e', "f\\g")).toBe('WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e;P:f\\\\g;;');
  });
});
