// The national languages' tables (3GPP TS 23.038 6.2.1.2 and annex A), and what a receiver does that lacks one.
import { describe, expect, it } from "vitest";
import { decodePdu } from "../domain/pdu/decode.ts";
import { deliver, gsm7, pack } from "./support/pdu-encoder.ts";

const FROM = "+447700900123";
const [TURKISH, SPANISH, PORTUGUESE] = [1, 2, 3];
const single = (language: number) => [0x24, 0x01, language];
const locking = (language: number) => [0x25, 0x01, language];

function textOf(septets: readonly number[], header: readonly number[]): string | null {
  const headerOctets = header.length + 1;
  const headerSeptets = Math.ceil((headerOctets * 8) / 7);
  const data = pack(septets, headerSeptets * 7 - headerOctets * 8);
  return decodePdu(deliver({ from: FROM, dcs: 0, data, length: headerSeptets + septets.length, header })).text;
}

const escaped = (codes: readonly number[]) => codes.flatMap((code) => [0x1b, code]);

describe("a national language", () => {
  it.each([
    ["Turkish", single(TURKISH), [0x47, 0x49, 0x53, 0x63, 0x67, 0x69, 0x73, 0x65, 0x3c], "ĞİŞçğış€["],
    ["Spanish", single(SPANISH), [0x09, 0x41, 0x49, 0x4f, 0x55, 0x61, 0x69, 0x6f, 0x75, 0x65], "çÁÍÓÚáíóú€"],
    ["Portuguese", single(PORTUGUESE), [0x05, 0x0b, 0x0f, 0x12, 0x19, 0x5b, 0x7b, 0x7c, 0x7f, 0x40], "êÔáΦΘÃãõâ|"],
  ])("has its characters after an escape: %s", (_, header, codes, text) => {
    expect(textOf(escaped(codes), header)).toBe(text);
    // Without the escape they are those of the default alphabet.
    expect(textOf([0x47, 0x00, 0x69], header)).toBe("G@i");
  });

  it.each([
    ["Turkish", TURKISH, [0x04, 0x07, 0x0b, 0x0c, 0x1c, 0x1d, 0x40, 0x60, 0x41, 0x00], "€ıĞğŞşİçA@"],
    ["Portuguese", PORTUGUESE, [0x04, 0x12, 0x15, 0x18, 0x24, 0x40, 0x5b, 0x60, 0x7d, 0x61], "êª∞€ºÍÃ~`a"],
  ])("has its characters in place of others: %s", (_, language, codes, text) => {
    expect(textOf(codes, locking(language))).toBe(text);
  });

  it("may fill a message with characters of three octets in UTF-8", () => {
    expect(textOf(new Array(155).fill(0x04), locking(TURKISH))).toBe("€".repeat(155));
  });

  it("may be locked while another one is shifted to", () => {
    const header = [...locking(TURKISH), ...single(SPANISH)];
    expect(textOf([0x07, 0x1b, 0x41, 0x07, 0x1b, 0x3c], header)).toBe("ıÁı[");
  });

  // 6.2.1.1: what the table of the shift lacks is read without the escape, in the locking table.
  it("falls back to the table of the message for what its shift lacks", () => {
    expect(textOf([0x1b, 0x04], single(TURKISH))).toBe("è");
    expect(textOf([0x1b, 0x04], [...locking(TURKISH), ...single(TURKISH)])).toBe("€");
    // Two escapes are a space.
    expect(textOf([0x41, 0x1b, 0x1b, 0x41], single(TURKISH))).toBe("A A");
  });

  // The languages of India have tables, which are not here: their texts would be read wrong.
  it.each([4, 13])("that is known to have another table gives octets: %i", (language) => {
    expect(textOf([0x41], locking(language))).toBeNull();
    expect(textOf([0x41, 0x1b, 0x41], single(language))).toBeNull();
  });

  it("without a table does no harm to a text that does not use it", () => {
    expect(textOf([0x41, 0x02], single(6))).toBe("A$");
  });

  // 3GPP TS 23.040 9.2.3.24.15 and .16: identifiers that TS 23.038 does not describe are ignored.
  it.each([0, 14, 255])("that the standard does not describe is ignored: %i", (language) => {
    expect(textOf([0x04, 0x1b, 0x65, 0x40], [...single(language), ...locking(language)])).toBe("è€¡");
    expect(textOf([0x04], locking(SPANISH))).toBe("è");
  });

  it("says nothing where its element has another length", () => {
    expect(textOf([0x04], [0x25, 0x02, TURKISH, TURKISH])).toBe("è");
  });

  it("is not taken on to a message without it", () => {
    expect(textOf([0x04], locking(TURKISH))).toBe("€");
    expect(decodePdu(gsm7(FROM, "è")).text).toBe("è");
  });
});
