// Messages that are sent: in which alphabet, in how many parts, to whom, and how.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePdu, textOfParts } from "../domain/pdu/decode.ts";
import { encodeAddress } from "../domain/pdu/encode-address.ts";
import { EncodedText, PARTS_MAX } from "../domain/pdu/encode-text.ts";
import { type SubmitOptions, submitPdu } from "../domain/pdu/submit.ts";
import { validityPeriodOf } from "../domain/pdu/validity-period.ts";
import { delivered, readSubmit } from "./support/network.ts";
import { GSM7, GSM7_EXTENSION, hex, septetsOf } from "./support/pdu-encoder.ts";

const TO = "+447700900123";
const PLAIN: SubmitOptions = { to: TO, isFlash: false, wantsReport: false, validityMinutes: 0, reference: 0xa7 };

function send(text: string, options: Partial<SubmitOptions> = {}, isWide = false): string[] {
  const encoded = new EncodedText(text, isWide);
  expect(encoded.problem).toBe("");
  return Array.from({ length: encoded.parts() }, (_, i) => {
    const pdu = submitPdu(encoded, i + 1, { ...PLAIN, ...options });
    expect(pdu?.tpduOctets).toBe((pdu?.hex.length ?? 0) / 2 - 1);
    return pdu?.hex ?? "";
  });
}

const first = (text: string, options: Partial<SubmitOptions> = {}) => send(text, options)[0] ?? "";
const partsOf = (text: string, isWide = false) => send(text, {}, isWide).length;
const received = (pdus: readonly string[]) => textOfParts(pdus.map(delivered));

const gsmCharacter = fc.constantFrom(...GSM7.replace("\u001b", ""), ...Object.keys(GSM7_EXTENSION));

const gsmCharacters = fc.oneof(
  fc.array(gsmCharacter, { maxLength: 100 }),
  fc.array(gsmCharacter, { minLength: 200, maxLength: 500 }),
);

describe("a text that is sent", () => {
  it("arrives as it was, in GSM 7 bit", () => {
    fc.assert(
      fc.property(gsmCharacters, fc.boolean(), fc.nat(65535), (list, isWide, number) => {
        const reference = isWide ? number : number & 0xff;
        const pdus = send(list.join(""), { reference }, isWide);
        expect(received(pdus)).toBe(list.join(""));
        expect(pdus.every((pdu) => readSubmit(pdu).dcs === 0)).toBe(true);
        const headers = pdus.map((pdu) => decodePdu(delivered(pdu)).header);
        if (pdus.length === 1) return;
        expect(headers.map(({ part }) => part)).toEqual(pdus.map((_, i) => i + 1));
        for (const header of headers)
          expect(header).toMatchObject({ reference, isReferenceWide: isWide, parts: pdus.length });
      }),
    );
  });

  it("arrives as it was, in UCS2", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 300 }).filter((value) => value.length < 660);
    fc.assert(
      fc.property(text, fc.boolean(), (value, isWide) => {
        expect(received(send(`ж${value}`, {}, isWide))).toBe(`ж${value}`);
      }),
    );
  });

  // A receiver that reads each part by itself sees no halves: what 9.2.3.24.1 demands of a sender.
  it("is never cut within an escape or a surrogate pair", () => {
    const character = fc.constantFrom("a", "€", "👍");
    fc.assert(
      fc.property(fc.array(character, { minLength: 80, maxLength: 300 }), fc.boolean(), (list, isWide) => {
        const texts = send(list.join(""), {}, isWide).map((pdu) => decodePdu(delivered(pdu)).text);
        expect(texts.join("")).toBe(list.join(""));
      }),
    );
  });

  it.each([
    ["@£$ äöü {€}", false],
    ["tab\t", true],
    ["`", true],
    ["ç", true], // GSM 7 bit has the capital alone
    ["ğ", true],
    ["“quoted”", true],
    ["Ω", false],
    ["α", true],
    ["\u0014", true], // the code of ^ after an escape, not a character
    ["\u001b", true],
    ["\u00a0", true],
    ["e\u0301", true],
    ["👍", true],
  ])("%j is written in UCS2: %s", (text, isUcs2) => {
    expect(new EncodedText(text, false)).toMatchObject({ isUcs2, problem: "" });
    expect(received(send(text))).toBe(text);
  });

  it("uses the septets of the standard for every character", () => {
    const all = [...GSM7.replace("\u001b", ""), ...Object.keys(GSM7_EXTENSION)];
    for (const character of all) expect([...new EncodedText(character, false).data]).toEqual(septetsOf(character));
  });

  it.each([
    ["x", 160, 153, 152],
    ["€", 80, 76, 76],
    ["ж", 70, 67, 66],
    ["👍", 35, 33, 33],
  ])("of %s fills its parts: %i alone, %i or %i in each of several", (character, alone, narrow, wide) => {
    expect(partsOf(character.repeat(alone))).toBe(1);
    expect(partsOf(character.repeat(alone + 1))).toBe(2);
    expect(partsOf(character.repeat(2 * narrow))).toBe(2);
    expect(partsOf(character.repeat(2 * narrow + 1))).toBe(3);
    expect(partsOf(character.repeat(2 * wide), true)).toBe(2);
    expect(partsOf(character.repeat(2 * wide + 1), true)).toBe(3);
  });

  it("may be empty", () => {
    expect(received(send(""))).toBe("");
  });

  it(`has at most ${PARTS_MAX} parts`, () => {
    expect(partsOf("x".repeat(1530))).toBe(PARTS_MAX);
    expect(partsOf("ж".repeat(670))).toBe(PARTS_MAX);
    for (const text of ["x".repeat(1531), "€".repeat(761), "ж".repeat(671), "👍".repeat(331), "x".repeat(100_000)])
      expect(new EncodedText(text, false).problem).toBe("tooLong");
  });

  it.each(["\ud83d", "a\udc4d", "\udc4d\ud83d"])("with half a surrogate pair is none: %j", (text) => {
    expect(new EncodedText(text, false).problem).toBe("notText");
  });
});

describe("a message that is sent", () => {
  // The example of an SMS-SUBMIT that everybody has: hellohello, checked by hand against 9.2.2.2.
  it("is octet for octet what the standard says", () => {
    expect(first("hellohello", { to: "+46708251358" })).toBe("0001000B916407281553F800000AE8329BFD4697D9EC37");
    expect(first("hellohello", { to: "+46708251358", validityMinutes: 5760 })).toBe(
      "0011000B916407281553F80000AA0AE8329BFD4697D9EC37",
    );
  });

  it.each<[Partial<SubmitOptions>, number, number]>([
    [{}, 0x01, 0x00],
    [{ isFlash: true }, 0x01, 0x10],
    [{ wantsReport: true }, 0x21, 0x00],
    [{ validityMinutes: 5 }, 0x11, 0x00],
    [{ isFlash: true, wantsReport: true, validityMinutes: 5 }, 0x31, 0x10],
  ])("says %j in its first octet and its coding", (options, firstOctet, dcs) => {
    expect(readSubmit(first("x", options))).toMatchObject({ firstOctet, dcs });
    expect(readSubmit(first("ж", options))).toMatchObject({ firstOctet, dcs: dcs | 8 });
    const long = send("ж".repeat(80), options);
    for (const pdu of long) expect(readSubmit(pdu).firstOctet).toBe(firstOctet | 0x40);
    expect(decodePdu(delivered(first("x", options))).messageClass).toBe(options.isFlash ? 0 : -1);
  });

  it("is upper-case hexadecimal and nothing else, so that no text can end the prompt or command the modem", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        for (const pdu of send(text)) expect(pdu).toMatch(/^00[0-9A-F]+$/);
      }),
    );
  });
});

// 3GPP TS 23.040 9.1.2.5.
describe("a number that is sent to", () => {
  it.each([
    ["+447700900123", "0C91447700091032"],
    ["+4477009001234", "0D91447700091032F4"],
    ["85267", "05815862F7"],
    ["*100#", "05811A00FB"],
    ["1", "0181F1"],
    ["+12345678901234567890", "149121436587092143658709"],
  ])("%s is written as %s", (number, octets) => {
    expect(hex(new Uint8Array(encodeAddress(number) ?? []))).toBe(octets);
  });

  it.each(["", "+", "Amazon", "+44 7700", "++44", "+44*", "44+", "0123456789012345678901", "+49۱", "1\r"])(
    "is a number: not %j",
    (to) => {
      expect(encodeAddress(to)).toBeNull();
      expect(submitPdu(new EncodedText("x", false), 1, { ...PLAIN, to })).toBeNull();
    },
  );

  it("is what the answer's sender is", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^(\+[0-9]{1,20}|[0-9*#]{1,20})$/), (to) => {
        expect(decodePdu(delivered(first("x", { to }))).sender).toBe(to);
      }),
    );
  });
});

// 3GPP TS 23.040 9.2.3.12.1.
describe("the validity period", () => {
  const DAY = 1440;
  it.each([
    [1, 0],
    [5, 0],
    [9, 0],
    [10, 1],
    [720, 143],
    [749, 143],
    [750, 144],
    [1439, 166],
    [DAY, 167],
    [2 * DAY - 1, 167],
    [2 * DAY, 168],
    [30 * DAY, 196],
    [34 * DAY, 196],
    [35 * DAY, 197],
    [63 * 7 * DAY, 255],
    [1000 * DAY, 255],
  ])("%i minutes are %i", (minutes, octet) => {
    expect(validityPeriodOf(minutes)).toBe(octet);
  });

  it("never ends later than asked, but for the shortest, and grows with what is asked", () => {
    const minutesOf = (vp: number) =>
      vp < 144 ? (vp + 1) * 5 : vp < 168 ? 720 + (vp - 143) * 30 : vp < 197 ? (vp - 166) * DAY : (vp - 192) * 7 * DAY;
    let before = 0;
    for (let minutes = 5; minutes < 64 * 7 * DAY; minutes += 7) {
      const octet = validityPeriodOf(minutes);
      expect(minutesOf(octet)).toBeLessThanOrEqual(minutes);
      expect(octet).toBeGreaterThanOrEqual(before);
      before = octet;
    }
  });
});
