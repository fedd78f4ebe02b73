// The parts of a long message: joined before they are read, whatever was cut in two.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePdu, readPdu, textOfParts } from "../domain/pdu/decode.ts";
import { deliver, GSM7, pack, septetsOf } from "./support/pdu-encoder.ts";

const FROM = "+447700900123";
const headerOf = (part: number, parts: number) => [0x00, 0x03, 0x2a, parts, part];

/** A part in UCS2, of whole octets as they come. */
function octets(data: Uint8Array, part: number, parts: number): Uint8Array {
  return deliver({ from: FROM, dcs: 8, data, length: data.length + 6, header: headerOf(part, parts) });
}

function septets(data: readonly number[], part: number, parts: number, dcs = 0): Uint8Array {
  return deliver({
    from: FROM,
    dcs,
    data: pack(data, 1),
    length: data.length + 7,
    header: headerOf(part, parts),
  });
}

/** Cuts anywhere: in the middle of a pair, too. */
function cut<T extends { slice(from: number, to: number): T; length: number }>(data: T, size: number): T[] {
  const pieces: T[] = [];
  for (let at = 0; at < data.length; at += size) pieces.push(data.slice(at, at + size));
  return pieces;
}

const utf16 = (text: string) => new Uint8Array(Buffer.from(text, "utf16le").swap16());

describe("a long message", () => {
  it("is the text that was cut, in UCS2 between any two units", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 67 }), (whole, units) => {
        const pieces = cut(utf16(whole), 2 * units);
        if (pieces.length > 255) return;
        expect(textOfParts(pieces.map((piece, i) => octets(piece, i + 1, pieces.length)))).toBe(whole);
      }),
    );
  });

  it("is the text that was cut, in GSM 7 bit between any two septets", () => {
    const character = fc.constantFrom(...GSM7.replace("\u001b", ""), "€", "[", "}");
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 300 }),
        fc.integer({ min: 2, max: 153 }),
        (list, size) => {
          const pieces = cut(septetsOf(list.join("")), size);
          if (pieces.length > 255) return;
          expect(textOfParts(pieces.map((piece, i) => septets(piece, i + 1, pieces.length)))).toBe(list.join(""));
        },
      ),
    );
  });

  it("may have parts in different alphabets", () => {
    expect(textOfParts([septets(septetsOf("Code "), 1, 2), octets(utf16("код"), 2, 2)])).toBe("Code код");
  });

  it("is whole with one part", () => {
    expect(textOfParts([septets(septetsOf("Code"), 1, 1)])).toBe("Code");
  });

  it("is no text where a part is none", () => {
    expect(textOfParts([septets(septetsOf("Code"), 1, 2), septets([], 2, 2, 0x04)])).toBeNull();
    expect(textOfParts([septets(septetsOf("Code"), 1, 2), Uint8Array.of(0)])).toBeNull();
  });

  const [first, second] = cut(utf16("ab👍cd"), 6) as [Uint8Array, Uint8Array];

  it("is no text where half a pair has no other half", () => {
    expect(textOfParts([octets(first, 1, 1)])).toBeNull();
    expect(textOfParts([octets(first, 1, 2), octets(first, 2, 2)])).toBeNull();
    expect(textOfParts([octets(second, 1, 2), octets(first, 2, 2)])).toBeNull();
    expect(textOfParts([octets(first, 1, 2), septets(septetsOf("x"), 2, 2)])).toBeNull();
    const between = septets(septetsOf("x"), 2, 3);
    expect(textOfParts([octets(first, 1, 3), between, octets(second, 3, 3)])).toBeNull();
  });

  it("with a missing part leaves out half a pair beside the gap, and no other", () => {
    expect(textOfParts([octets(first, 1, 3), null, octets(second, 3, 3)])).toBe("abcd");
    expect(textOfParts([null, octets(second, 2, 2)])).toBe("cd");
    expect(textOfParts([octets(first, 1, 2), null])).toBe("ab");
    expect(textOfParts([null, octets(utf16("x"), 2, 3), octets(second, 3, 3)])).toBeNull();
    for (const wrong of [
      [0x00, 0x78, 0xdc, 0x4d],
      [0xd8, 0x3d, 0x00, 0x78],
      [0xdc, 0x4d, 0xdc, 0x4d],
    ])
      expect(textOfParts([null, octets(Uint8Array.from(wrong), 2, 2)])).toBeNull();
  });

  it("with a missing part does not take an escape over the gap", () => {
    expect(textOfParts([septets([0x41, 0x1b], 1, 3), null, septets([0x65], 3, 3)])).toBe("Ae");
    expect(textOfParts([septets([0x41, 0x1b], 1, 2), septets([0x65], 2, 2)])).toBe("A€");
  });

  it("has parts that can be read alone, but for half a character at their edges", () => {
    expect(decodePdu(octets(first, 1, 2))).toMatchObject({
      text: "ab",
      header: { part: 1, parts: 2, reference: 0x2a },
    });
    expect(decodePdu(octets(second, 2, 2)).text).toBe("cd");
    expect(decodePdu(octets(second, 1, 2)).text).toBeNull();
    expect(decodePdu(octets(first, 2, 2)).text).toBeNull();
  });

  it("is known by its header, without reading the text", () => {
    expect(readPdu(octets(first, 1, 2))).toMatchObject({ sender: FROM, text: null, header: { part: 1, parts: 2 } });
  });
});
