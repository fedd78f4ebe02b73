// The decoder against an encoder written on its own, and against the standard's odd corners.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beginPdu, decodePdu, finishPdu } from "../domain/pdu/decode.ts";
import { kindOf, sentAtSeconds } from "../domain/pdu/message-head.ts";
import { deliver, GSM7, GSM7_EXTENSION, gsm7, pack, SCTS, septetsOf, ucs2 } from "./support/pdu-encoder.ts";

const FROM = "+447700900123";
const gsmCharacter = fc.constantFrom(
  ...[...GSM7].filter((character) => character !== "\u001b"),
  ...Object.keys(GSM7_EXTENSION),
);
const gsmText = (max: number) =>
  fc
    .array(gsmCharacter, { maxLength: max })
    .map((characters) => characters.join(""))
    .filter((text) => septetsOf(text).length <= max);
const header = fc.uint8Array({ maxLength: 20 }).map((data) => [0x70, data.length, ...data]);

/** A good one with up to four octets changed, and perhaps cut or longer. */
const changedPdu = fc
  .tuple(
    fc.constantFrom(
      gsm7(FROM, "Your code: 791985 {€}", { header: [0x00, 0x03, 0x42, 0x02, 0x01] }),
      gsm7("Amazon", "Your code", { isName: true, header: [0x24, 0x01, 0x01] }),
      ucs2(FROM, "код 👍"),
      deliver({ from: FROM, dcs: 0xf5, data: new Uint8Array(20), length: 27, header: [0x05, 0x04, 0x0b, 0x84, 0, 0] }),
    ),
    fc.array(fc.tuple(fc.nat(60), fc.nat(255)), { maxLength: 4 }),
    fc.integer({ min: -30, max: 10 }),
  )
  .map(([good, changes, more]) => {
    const octets = new Uint8Array(Math.max(good.length + more, 0));
    octets.set(good.slice(0, octets.length));
    for (const [at, octet] of changes) if (at < octets.length) octets[at] = octet;
    return octets;
  });

/** By 3GPP TS 23.040 9.2.2.1 and 9.2.3.16, read apart from the decoder. */
function userDataFits(octets: Uint8Array): boolean {
  const tpdu = octets.subarray((octets[0] ?? 0) + 1);
  const dcsAt = 4 + Math.ceil((tpdu[1] ?? 0) / 2);
  const [dcs = 0, length = 0] = [tpdu[dcsAt], tpdu[dcsAt + 8]];
  const isUcs2 = dcs >> 4 === 0xe || ((dcs & 0x0c) === 8 && dcs < 0x80);
  const needed = isUcs2 ? length : Math.ceil((length * 7) / 8);
  return needed <= 140 && dcsAt + 9 + needed <= tpdu.length;
}

describe("decodePdu", () => {
  it("gives back any text in the GSM alphabet", () => {
    fc.assert(
      fc.property(gsmText(160), (text) => {
        expect(decodePdu(gsm7(FROM, text))).toMatchObject({ text, sender: FROM });
      }),
    );
  });

  it("skips a header of any length, with its fill bits", () => {
    fc.assert(
      fc.property(gsmText(100), header, (text, element) => {
        expect(decodePdu(gsm7(FROM, text, { header: element })).text).toBe(text);
      }),
    );
  });

  it("gives back any text in UCS2, characters beyond U+FFFF too", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 40 }).filter((value) => value.length <= 60);
    fc.assert(
      fc.property(
        text,
        header.filter((element) => element.length <= 12),
        (value, element) => {
          expect(decodePdu(ucs2(FROM, value)).text).toBe(value);
          expect(decodePdu(ucs2(FROM, value, { header: element })).text).toBe(value);
        },
      ),
    );
  });

  it("never fails, and never gives a text longer than its data, whatever the octets", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 190 }), changedPdu), (octets) => {
        const { text } = decodePdu(octets);
        if (text !== null) expect(userDataFits(octets)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("says the same where it began before the last octets had come", () => {
    fc.assert(
      fc.property(changedPdu, fc.nat(190), (octets, there) => {
        const { userData, ...said } = decodePdu(octets);
        expect(finishPdu(beginPdu(octets.subarray(0, there)), octets)).toMatchObject(said);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives no text for any message that was cut short", () => {
    const elements = [0x00, 0x03, 0x42, 0x02, 0x01, 0x24, 0x01, 0x01];
    for (const whole of [
      gsm7(FROM, "Your verification code is 791985"),
      gsm7("Amazon", "Your code is 791985", { isName: true, header: elements }),
      ucs2(FROM, "код 👍"),
      ucs2(FROM, "код 👍", { header: elements }),
    ])
      for (let length = 0; length < whole.length; length++) expect(decodePdu(whole.slice(0, length)).text).toBeNull();
  });

  it.each(["Amazon", "DPDlocl", "Bank 12", "GOOGLE-AUTH", "ÄÖ", "€uro"])(
    "reads the name %s, seven characters too",
    (name) => {
      expect(decodePdu(gsm7(name, "x", { isName: true }))).toMatchObject({ sender: name, text: "x" });
    },
  );

  it("reads a name of seven characters whose length counts the unused bits", () => {
    const pdu = gsm7("DPDlocl", "x", { isName: true });
    pdu[9] = 14;
    expect(decodePdu(pdu).sender).toBe("DPDlocl");
  });

  it.each([
    ["447700900123", "447700900123"],
    ["85267", "85267"],
    ["*101#", "*101#"],
  ])("reads the number %s", (from, sender) => {
    expect(decodePdu(gsm7(from, "x")).sender).toBe(sender);
  });

  it("gives octets instead of a sender with reserved digits", () => {
    const pdu = gsm7(FROM, "x");
    pdu[11] = 0xff;
    expect(decodePdu(pdu)).toMatchObject({ sender: "", text: null });
  });

  // 3GPP TS 23.040 9.1.2.5: an address has at most 10 octets of digits.
  it("gives octets for a number of more than 20 digits", () => {
    expect(decodePdu(gsm7("1".repeat(20), "x")).text).toBe("x");
    expect(decodePdu(gsm7("1".repeat(21), "x"))).toMatchObject({ sender: "", text: null });
  });

  it("keeps an @ at the end of a text that fills its octets", () => {
    for (const length of [7, 8, 15, 16])
      expect(decodePdu(gsm7(FROM, "@".padStart(length, "x"))).text).toBe("@".padStart(length, "x"));
  });

  // 3GPP TS 23.038 4: each group of the coding scheme.
  it.each([
    [0x00, "gsm7", -1],
    [0x10, "gsm7", 0],
    [0x13, "gsm7", 3],
    [0x04, "octets", -1],
    [0x15, "octets", 1],
    [0x08, "ucs2", -1],
    [0x18, "ucs2", 0],
    [0x0c, "gsm7", -1],
    [0x20, "octets", -1],
    [0x40, "gsm7", -1],
    [0x58, "ucs2", 0],
    [0x80, "gsm7", -1],
    [0xb4, "gsm7", -1],
    [0xc0, "gsm7", -1],
    [0xd8, "gsm7", -1],
    [0xe0, "ucs2", -1],
    [0xe8, "ucs2", -1],
    [0xf0, "gsm7", 0],
    [0xf1, "gsm7", 1],
    [0xf4, "octets", 0],
    [0xf6, "octets", 2],
  ])("knows the coding 0x%s as %s of class %s", (dcs, alphabet, messageClass) => {
    const septets = decodePdu(gsm7(FROM, "code", { dcs }));
    const units = decodePdu(ucs2(FROM, "код", { dcs }));
    expect(septets.messageClass).toBe(messageClass);
    if (alphabet === "gsm7") expect(septets.text).toBe("code");
    if (alphabet === "ucs2") expect(units.text).toBe("код");
    if (alphabet === "octets") expect([septets.text, units.text]).toEqual([null, null]);
  });

  it.each([
    ["half a pair", [0xd8, 0x3d]],
    ["the wrong half", [0xde, 0x00, 0x00, 0x41]],
    ["an odd octet", [0x00, 0x41, 0x00]],
  ])("gives octets for UCS2 with %s", (_, octets) => {
    expect(
      decodePdu(deliver({ from: FROM, dcs: 8, data: Uint8Array.from(octets), length: octets.length })).text,
    ).toBeNull();
  });

  // 3GPP TS 23.040 9.2.3.16: TP-UDL counts header and text; what is missing is an error, never a shortened text.
  it("gives octets for a header longer than the data", () => {
    const pdu = gsm7(FROM, "x", { header: [0x00, 0x7f] });
    pdu[pdu.length - 5] = 0x60;
    expect(decodePdu(pdu).text).toBeNull();
  });

  it("gives octets for a length that the data do not have", () => {
    for (const more of [1, 2, 9, 100]) {
      const [septets, units] = [gsm7(FROM, "Code 791985 "), ucs2(FROM, "код")];
      septets[26] = 12 + 1 + more;
      units[26] = 6 + more;
      expect([decodePdu(septets).text, decodePdu(units).text]).toEqual([null, null]);
    }
  });

  // 3GPP TS 23.040 9.2.3.24: 140 octets.
  it("gives octets for more than a message can hold", () => {
    const of = (count: number) =>
      deliver({ from: FROM, dcs: 0, data: pack(new Array(count).fill(0x61)), length: count });
    expect(decodePdu(of(160)).text).toBe("a".repeat(160));
    expect(decodePdu(of(161)).text).toBeNull();
    const units = (count: number) =>
      deliver({ from: FROM, dcs: 8, data: new Uint8Array(2 * count), length: 2 * count });
    expect([decodePdu(units(70)).text?.length, decodePdu(units(71)).text]).toEqual([70, null]);
  });

  it.each([
    ["a reference", [0x00, 0x04, 0x42, 0x02, 0x01, 0x00]],
    ["a wide reference", [0x08, 0x03, 0x42, 0x02, 0x01]],
    ["ports", [0x04, 0x03, 0x42, 0x02, 0x01]],
    ["wide ports", [0x05, 0x02, 0x42, 0x02]],
    ["a mailbox", [0x01, 0x03, 0x00, 0x03, 0x00]],
    ["a single shift", [0x24, 0x02, 0x01, 0x01]],
    ["a locking shift", [0x25, 0x00]],
  ])("ignores %s in an element of another length", (_, elements) => {
    expect(decodePdu(gsm7(FROM, "€", { header: elements }))).toMatchObject({
      text: "€",
      waiting: null,
      header: { parts: 1, hasPorts: false, singleShift: 0, lockingShift: 0 },
    });
  });

  // 3GPP TS 23.040 9.2.3.24: too few or too many octets in the last element, and the whole header is ignored.
  it.each([
    ["too few octets in the last element", [0x00, 0x03, 0x42, 0x02, 0x01, 0x24, 0x02, 0x01]],
    ["an octet left over", [0x00, 0x03, 0x42, 0x02, 0x01, 0x24]],
  ])("ignores a header with %s, and reads the text after it", (_, elements) => {
    expect(decodePdu(gsm7(FROM, "x", { header: elements }))).toMatchObject({
      text: "x",
      header: { parts: 1, part: 1, reference: 0 },
    });
  });

  // 3GPP TS 23.040 9.2.3.24: of elements that exclude each other, or come twice, the last one counts.
  it("takes the last of two references", () => {
    const elements = [0x00, 0x03, 0x42, 0x02, 0x01, 0x08, 0x04, 0x01, 0x42, 0x03, 0x02];
    expect(decodePdu(gsm7(FROM, "x", { header: elements })).header).toMatchObject({
      reference: 0x142,
      isReferenceWide: true,
      parts: 3,
    });
  });

  it.each([
    ["8-bit reference", [0x00, 0x03, 0x42, 0x03, 0x02], { reference: 0x42, isReferenceWide: false, parts: 3, part: 2 }],
    ["16-bit reference", [0x08, 0x04, 0x12, 0x34, 0x02, 0x01], { reference: 0x1234, isReferenceWide: true, parts: 2 }],
    ["no parts", [0x00, 0x03, 0x42, 0x00, 0x00], { parts: 1, part: 1 }],
    ["part 0", [0x00, 0x03, 0x42, 0x02, 0x00], { parts: 1, part: 1 }],
    ["a part beyond the last", [0x00, 0x03, 0x42, 0x02, 0x03], { parts: 1, part: 1 }],
    ["ports", [0x05, 0x04, 0x0b, 0x84, 0x23, 0xf0], { hasPorts: true, destinationPort: 2948, sourcePort: 9200 }],
    ["an element longer than the header", [0x00, 0x09, 0x42], { parts: 1, part: 1 }],
    ["an empty header", [], { parts: 1, part: 1 }],
  ])("reads a header with %s", (_, elements, facts) => {
    expect(decodePdu(gsm7(FROM, "x", { header: elements }))).toMatchObject({ text: "x", header: facts });
  });

  // 3GPP TS 23.040 9.2.3.1: a reserved type is read as a message.
  it.each([
    [0, "message"],
    [1, "other"],
    [2, "report"],
    [3, "message"],
  ])("takes type %i for a received message only where it is one", (type, kind) => {
    const pdu = gsm7(FROM, "x");
    pdu[8] = 0x04 | type;
    expect(kindOf(pdu)).toBe(kind);
    const isMessage = kind === "message";
    expect(decodePdu(pdu)).toMatchObject({ text: isMessage ? "x" : null, sender: isMessage ? FROM : "" });
    expect(kindOf(pdu.slice(0, 8))).toBe("other");
  });

  // 3GPP TS 23.040 9.2.3.9: replacing, silent and return-call types change nothing about what is read.
  it.each([0x3f, 0x40, 0x41, 0x47, 0x5f, 0x7f])("reads the text under the protocol identifier %i", (pid) => {
    const pdu = gsm7(FROM, "x");
    pdu[17] = pid;
    expect(decodePdu(pdu)).toMatchObject({ text: "x", sender: FROM });
  });
});

describe("the service centre's time", () => {
  const at = (scts: readonly number[]) =>
    decodePdu(deliver({ from: FROM, scts, dcs: 0, data: pack(septetsOf("x")), length: 1 }));

  it.each([
    [SCTS, "2026-11-22T09:30:45+01:00"],
    [[0x62, 0x11, 0x22, 0x90, 0x03, 0x54, 0x00], "2026-11-22T09:30:45+00:00"],
    [[0x62, 0x11, 0x22, 0x90, 0x03, 0x54, 0x4a], "2026-11-22T09:30:45-06:00"],
    [[0x62, 0x11, 0x22, 0x90, 0x03, 0x54, 0x22], "2026-11-22T09:30:45+05:30"],
    [[0x62, 0x11, 0x22, 0x90, 0x03, 0x54, 0x3d], "2026-11-22T09:30:45-13:15"],
    [[0x82, 0x20, 0x92, 0x32, 0x95, 0x95, 0x80], "2028-02-29T23:59:59+02:00"],
  ])("is read with its zone", (scts, iso) => {
    expect(at(scts).time).toBe(iso);
    expect(sentAtSeconds(deliver({ from: FROM, scts, dcs: 0, data: pack([]), length: 0 }))).toBe(
      (Date.parse(iso) - Date.UTC(2000, 0, 1)) / 1000,
    );
  });

  it.each([
    [[0xfa, 0x11, 0x22, 0x90, 0x03, 0x54, 0x40]],
    [[0x62, 0x31, 0x22, 0x90, 0x03, 0x54, 0x40]],
    [[0x62, 0x11, 0x22, 0x42, 0x03, 0x54, 0x40]],
    [[0, 0, 0, 0, 0, 0, 0]],
    // The day before the first of March is the 29th in leap years alone.
    [[0x62, 0x20, 0x92, 0x90, 0x03, 0x54, 0x40]],
    [[0x62, 0x90, 0x13, 0x90, 0x03, 0x54, 0x40]],
    [[0x62, 0x11, 0x22, 0x90, 0x06, 0x54, 0x40]],
    [[0x62, 0x11, 0x22, 0x90, 0x03, 0x06, 0x40]],
    [[0x62, 0x11, 0x22, 0x90, 0x03, 0x54, 0xa0]],
    [[0x62, 0x11, 0x22, 0x90, 0x03, 0xf4, 0x40]],
  ])("is left out when it is none", (scts) => {
    expect(at(scts)).toMatchObject({ time: "", sentAtSeconds: 0, text: "x" });
  });

  it("puts moments of all days in order", () => {
    const swapped = (value: number) => ((value % 10) << 4) | Math.floor(value / 10);
    const moment = fc.date({
      min: new Date("2000-03-01T00:00:00Z"),
      max: new Date("2098-12-31T00:00:00Z"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(moment, (date) => {
        const scts = [
          date.getUTCFullYear() - 2000,
          date.getUTCMonth() + 1,
          date.getUTCDate(),
          date.getUTCHours(),
          date.getUTCMinutes(),
          date.getUTCSeconds(),
        ];
        const pdu = deliver({ from: FROM, scts: [...scts.map(swapped), 0], dcs: 0, data: pack([]), length: 0 });
        expect(sentAtSeconds(pdu)).toBe(Math.floor(date.getTime() / 1000) - Date.UTC(2000, 0, 1) / 1000);
      }),
    );
  });
});
