// The decoder beside others: equal where those are right. Where they are not, the clause says so, and a test that they
// still are not: a list that is out of date would hide what ours gets wrong.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { decodePdu } from "../domain/pdu/decode.ts";
import { deliver, GSM7, GSM7_EXTENSION, gsm7, pack, SCTS, ucs2 } from "./support/pdu-encoder.ts";
import { nodePduOpinion, type Opinion, pythonOpinions, pythonTables, type Tables } from "./support/second-opinions.ts";

const FROM = "+447700900123";
const SEED = 20261122;

const number = fc.stringMatching(/^\+?[1-9][0-9]{2,14}$/);
/** node-pdu takes spaces off the ends of a name. */
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 .-]{0,9}[A-Za-z0-9]$/);
const decimal = (max: number) => fc.integer({ min: 1, max }).map((n) => ((n % 10) << 4) | Math.floor(n / 10));
/** A zone of whole hours: west or east of Greenwich. */
const hours = fc.integer({ min: -12, max: 14 }).map((n) => {
  const quarters = Math.abs(n) * 4;
  return ((quarters % 10) << 4) | Math.floor(quarters / 10) | (n < 0 ? 8 : 0);
});
// node-pdu takes the years from 70 on for those of the last century.
const scts = fc.tuple(decimal(69), decimal(12), decimal(28), decimal(23), decimal(59), decimal(59), hours);
const header = fc.option(
  fc.oneof(
    fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 9 })).map(([r, n]) => [0x00, 0x03, r, 9, n]),
    fc.tuple(fc.nat(255), fc.integer({ min: 1, max: 9 })).map(([r, n]) => [0x08, 0x04, 0x01, r, 9, n]),
    fc.uint8Array({ maxLength: 20 }).map((data) => [0x70, data.length, ...data]),
  ),
  { nil: undefined },
);

/** None without a text: node-pdu reads the fill bits of an empty one. */
function messages(characters: readonly string[]): fc.Arbitrary<Uint8Array> {
  const text = fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 60 }).map((list) => list.join(""));
  const cyrillic = fc.string({ unit: fc.constantFrom("к", "о", "д", " ", "1", "€", "漢", "👍"), maxLength: 28 });
  const rest = { scts, header, dcs: fc.constantFrom(0x00, 0x10, 0x11) };
  return fc.oneof(
    fc.tuple(number, text, fc.record(rest)).map(([from, value, more]) => gsm7(from, value, more)),
    fc.tuple(name, text, fc.record(rest)).map(([from, value, more]) => gsm7(from, value, { ...more, isName: true })),
    fc
      .tuple(number, cyrillic, fc.record({ scts, header }))
      .map(([from, value, more]) => ucs2(from, value, { ...more, dcs: 0x08 })),
  );
}

const CHARACTERS = [...GSM7.replace("\u001b", ""), ...Object.keys(GSM7_EXTENSION)];

describe("beside node-pdu", () => {
  // It reads the section sign and the form feed as grave accents.
  const usable = CHARACTERS.filter((character) => character !== "§" && character !== "\f");

  it("the decoder says the same", () => {
    fc.assert(
      fc.property(messages(usable), (pdu) => {
        const { sender, text, time } = decodePdu(pdu);
        const other = nodePduOpinion(pdu);
        expect([sender.replace("+", ""), text]).toEqual([other?.sender, other?.text]);
        // As moments: it writes Greenwich with a minus.
        expect(Date.parse(time)).toBe(Date.parse(other?.time ?? ""));
      }),
      { seed: SEED, numRuns: 400 },
    );
  });

  // By 3GPP TS 23.038, or 23.040 for the last three.
  it.each([
    ["6.2.1, the section sign", gsm7(FROM, "§"), "§"],
    ["6.2.1.1, the form feed", gsm7(FROM, "\f"), "\f"],
    ["4, reserved alphabet 11", gsm7(FROM, "code", { dcs: 0x0c }), "code"],
    ["4, group 1101 is GSM 7 bit", gsm7(FROM, "code", { dcs: 0xd8 }), "code"],
    ["4, group 1110 is UCS2", ucs2(FROM, "код", { dcs: 0xe0 }), "код"],
    ["4, compressed", gsm7(FROM, "code", { dcs: 0x20 }), null],
    ["4, 8 bit is no text", gsm7(FROM, "code", { dcs: 0x04 }), null],
    ["6.2.1.2, Turkish", gsm7(FROM, "à", { header: [0x25, 0x01, 0x01] }), "à"],
    ["23.040 9.2.3.16, more septets than there are", tooLong(), null],
  ])("it is right where that is wrong: %s", (_, pdu, text) => {
    const other = nodePduOpinion(pdu);
    expect(decodePdu(pdu).text).toBe(text);
    if (text !== "à") expect(other?.text).not.toBe(text);
  });

  it("it is right where that is wrong: quarters of an hour, and * in numbers (23.040 9.2.3.11, 9.1.2.3)", () => {
    const pdu = gsm7("*101#", "x", { scts: [...SCTS.slice(0, 6), 0x22] });
    expect(decodePdu(pdu)).toMatchObject({ time: "2026-11-22T09:30:45+05:30", sender: "*101#" });
    expect(nodePduOpinion(pdu)).toMatchObject({ time: "2026-11-22T09:30:45+5.5:00", sender: "A101B" });
  });
});

describe("beside smspdudecoder", () => {
  // It counts characters where the standard counts septets (23.040 9.2.3.16): what holds an escape is cut wrong, be it
  // one of the text or one that the header's octets look like.
  const inAlphabet = CHARACTERS.filter((character) => GSM7_EXTENSION[character] === undefined);
  // For the same reason it gives a name of seven characters an eighth.
  const isWithinItsReach = (pdu: Uint8Array) => {
    const userDataAt = 21 + Math.ceil((pdu[9] ?? 0) / 2);
    const hasHeader = ((pdu[8] ?? 0) & 0x40) !== 0;
    const header = hasHeader ? pdu.slice(userDataAt, userDataAt + (pdu[userDataAt] ?? 0) + 1) : [];
    return decodePdu(pdu).sender.length !== 7 && !septetsIn(header).includes(0x1b);
  };

  it("the decoder says the same", async () => {
    const all = fc.sample(messages(inAlphabet), { seed: SEED, numRuns: 1500 });
    const pdus = all.filter(isWithinItsReach);
    expect(pdus.length).toBeGreaterThan(1000);
    const ours = pdus.map((pdu): Opinion => {
      const {
        sender,
        text,
        sentAtSeconds,
        header: { parts, part },
      } = decodePdu(pdu);
      return { sender, text: text ?? "", seconds: sentAtSeconds, parts, part };
    });
    expect(ours).toEqual(await pythonOpinions(pdus));
  });

  const WRONG: readonly (readonly [string, Uint8Array, string | null])[] = [
    ["23.038 6.2.1.1, an escape before what the table lacks", septets([0x1b, 0x41]), "A"],
    ["23.040 9.2.3.16, an escape and its character are two septets", gsm7(FROM, "code €"), "code €"],
    ["23.038 4, group 1110 is UCS2", ucs2(FROM, "код", { dcs: 0xe0 }), "код"],
    ["23.038 4, group 1111, bit 3 is reserved", gsm7(FROM, "code", { dcs: 0xf8 }), "code"],
    ["23.038 4, group 10xx is reserved", gsm7(FROM, "code", { dcs: 0x88 }), "code"],
    ["23.038 4, compressed", gsm7(FROM, "code", { dcs: 0x20 }), null],
    ["23.038 6.2.1.2, a national language", septets([0x07], [0x25, 0x01, 0x01]), "ı"],
    ["23.040 9.2.3.16, more septets than there are", tooLong(), null],
    ["23.040 9.2.3.1, a reserved type", withOctet(8, 0x07), "x"],
    ["23.040 9.1.2.5, a type without its first bit", withOctet(10, 0x11), "x"],
    ["23.040 9.2.3.11, a time that is none", withOctet(20, 0x31), "x"],
  ];

  it("the decoder is right where that is wrong", async () => {
    const theirs = await pythonOpinions(WRONG.map(([, pdu]) => pdu));
    WRONG.forEach(([clause, pdu, text], i) => {
      expect(decodePdu(pdu).text, clause).toBe(text);
      expect(theirs[i]?.text ?? (text === null ? "" : null), clause).not.toBe(text);
    });
  });
});

describe("beside gsmcodecs' tables", () => {
  let tables: Record<string, Tables>;
  beforeAll(async () => {
    tables = await pythonTables();
  }, 60_000);

  const codes = Array.from({ length: 128 }, (_, code) => code).filter((code) => code !== 0x1b);

  it.each([0, 1, 2, 3])("every character of language %i is the same", (language) => {
    const { lock, shift } = tables[language] ?? {};
    for (const code of codes) {
      const inLock = lock?.[code] ?? tables[0]?.lock?.[code];
      expect(decodePdu(septets([code], [0x25, 0x01, language])).text, `lock ${code}`).toBe(inLock);
      // What a single shift lacks is read from the default alphabet.
      const inShift = shift?.[code] ?? tables[0]?.lock?.[code];
      expect(decodePdu(septets([0x1b, code], [0x24, 0x01, language])).text, `shift ${code}`).toBe(inShift);
    }
  });
});

function septets(codes: readonly number[], header: readonly number[] = [0x70, 0x00]): Uint8Array {
  const headerOctets = header.length + 1;
  const headerSeptets = Math.ceil((headerOctets * 8) / 7);
  const data = pack(codes, headerSeptets * 7 - headerOctets * 8);
  return deliver({ from: FROM, smsc: "447785016005", dcs: 0, data, length: headerSeptets + codes.length, header });
}

/** By way of one long string of bits, with fill bits at its end. */
function septetsIn(octets: ArrayLike<number>): number[] {
  const bits = Array.from(octets, (octet) => [...octet.toString(2).padStart(8, "0")].reverse().join("")).join("");
  return (`${bits}000000`.match(/.{7}/g) ?? []).map((septet) => Number.parseInt([...septet].reverse().join(""), 2));
}

function tooLong(): Uint8Array {
  const pdu = gsm7(FROM, "hello world");
  pdu[26] = 20;
  return pdu;
}

function withOctet(at: number, octet: number): Uint8Array {
  const pdu = gsm7(FROM, "x");
  pdu[at] = octet;
  return pdu;
}
