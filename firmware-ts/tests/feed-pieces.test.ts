// Pieces of what is too long for a value of Adafruit IO: each fits, with all that JSON puts before quotes, and joined they are the text.
import fc from "fast-check";
import { expect, it } from "vitest";
import { isTooLong, pieceCount, pieceEnd, pieceValue } from "../domain/feed-pieces.ts";

const VALUE_OCTETS_MAX = 1000;
const DATA_CHARACTERS_MAX = 700;
const ID = "5f2c9a01b7d4";

function piecesOf(text: string): string[] {
  const octets = new TextEncoder().encode(text);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const of = pieceCount(octets);
  const values: string[] = [];
  for (let at = 0; at < octets.length; ) {
    const end = pieceEnd(octets, at);
    values.push(pieceValue(ID, values.length + 1, of, decoder.decode(octets.subarray(at, end))));
    at = end;
  }
  return values;
}

const texts = fc.array(fc.constantFrom('"', "\\", "a", "é", "€", "😀", "字"), {
  minLength: 1500,
  maxLength: 4000,
  size: "max",
});

it("fit into values, are no longer than 700 characters, and joined are the text", () => {
  fc.assert(
    fc.property(texts, (characters) => {
      const text = characters.join("");
      const values = piecesOf(text);
      const read = values.map((value) => JSON.parse(value));
      for (const value of values) expect(Buffer.byteLength(value)).toBeLessThanOrEqual(VALUE_OCTETS_MAX);
      for (const { data } of read) expect(data.length).toBeLessThanOrEqual(DATA_CHARACTERS_MAX);
      expect(read.map(({ data }) => data).join("")).toBe(text);
      expect(read.map(({ piece, of }) => [piece, of])).toEqual(values.map((_, n) => [n + 1, values.length]));
    }),
    { numRuns: 30 },
  );
});

it.each(['"', "\\", "😀", "€", "a"])("of nothing but %s never cut within a character, and are few", (character) => {
  const text = character.repeat(4000);
  const values = piecesOf(text);
  expect(values.map((value) => JSON.parse(value).data).join("")).toBe(text);
  for (const value of values) expect(Buffer.byteLength(value)).toBeLessThanOrEqual(VALUE_OCTETS_MAX);
  expect(values.length).toBeLessThanOrEqual(Math.ceil(Buffer.byteLength(JSON.stringify(text)) / 690));
});

it("are needed beyond 1,000 octets, and not before", () => {
  expect([1000, 1001].map((length) => isTooLong(new Uint8Array(length)))).toEqual([false, true]);
});
