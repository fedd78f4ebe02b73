import fc from "fast-check";
import { parse as parsePdu } from "node-pdu";
import { describe, expect, it } from "vitest";
import { fromSeptets, packSeptets, toSeptets, unpackSeptets } from "../gsm-alphabet.ts";
import { encodeDeliver, encodeStatusReport } from "../pdu-encode.ts";
import { inspectPdu } from "../tpdu.ts";

const TIME = "2026-11-22T09:30:45+01:00";

describe("the GSM 7 bit alphabet", () => {
  it("packs and unpacks any septets after any fill bits", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 127 })), fc.integer({ min: 0, max: 6 }), (septets, fillBits) => {
        expect(unpackSeptets(packSeptets(septets, fillBits), septets.length, fillBits)).toEqual(septets);
      }),
    );
  });

  it('packs "hellohello" as 3GPP TS 23.038 does', () => {
    const octets = packSeptets(toSeptets("hellohello") ?? []);
    expect(Buffer.from(octets).toString("hex")).toBe("e8329bfd4697d9ec37");
  });

  it("knows the extension table and refuses what is in neither", () => {
    expect(fromSeptets(toSeptets("[€]{}\\~|^") ?? [])).toBe("[€]{}\\~|^");
    expect(toSeptets("ł")).toBeUndefined();
  });
});

describe("an SMS-DELIVER", () => {
  it("is, octet by octet, what the standard says", () => {
    const [pdu] = encodeDeliver({
      from: "+27838890001",
      text: "hellohello",
      time: "1999-03-29T15:16:59+02:00",
      serviceCentre: "+27381000015",
    });
    expect(pdu).toBe("07917283010010F5040B917238880900F10000993092516195800AE8329BFD4697D9EC37");
  });

  it.each([
    ["Hello {world} [1] €5 \\ ~ ^ |", "+447700900123"],
    ["Zażółć gęślą jaźń 🎉", "+48600100200"],
    ["Your code is 791985", "Amazon"],
    ["@@@ trailing @", "12345"],
    ["", "+447700900123"],
  ])("%j from %s reads the same in another decoder", (text, from) => {
    const [pdu] = encodeDeliver({ from, text, time: TIME });
    const read = parsePdu(pdu as string);
    expect((read as { data: { getText(): string } }).data.getText()).toBe(text);
    expect((read.address.phone ?? "").replace("+", "")).toBe(from.replace("+", ""));
  });

  it("of 160 characters has 159 octets with a number of 12 digits", () => {
    const [pdu] = encodeDeliver({ from: "+447700900123", text: "x".repeat(160), time: TIME });
    expect(inspectPdu(pdu as string)).toEqual({
      kind: "deliver",
      length: 159,
      messageClass: undefined,
      hasHeader: false,
    });
  });

  it("west of Greenwich sets the sign of its time zone", () => {
    const [pdu] = encodeDeliver({ from: "1", text: "", time: "2026-01-02T03:04:05-03:30" });
    expect(pdu?.slice(-16, -2)).toBe("62102030405049");
  });

  it.each([
    ["gsm7", "a", 161, 2, 153],
    ["ucs2", "ł", 71, 2, 67],
  ] as const)("%s: %i characters over the limit make two parts", (_, character, count, parts, room) => {
    expect(encodeDeliver({ from: "1", text: character.repeat(count - 1), time: TIME })).toHaveLength(1);
    expect(encodeDeliver({ from: "1", text: character.repeat(count), time: TIME })).toHaveLength(parts);
    expect(encodeDeliver({ from: "1", text: character.repeat(room * 3), time: TIME })).toHaveLength(3);
    expect(encodeDeliver({ from: "1", text: character.repeat(room * 3 + 1), time: TIME })).toHaveLength(4);
  });

  it("never cuts an escaped character or a surrogate pair", () => {
    for (const [text, character] of [
      [`${"a".repeat(152)}€${"b".repeat(20)}`, "€"],
      [`ł${"a".repeat(65)}🎉${"b".repeat(20)}`, "🎉"],
    ] as const) {
      const parts = encodeDeliver({ from: "1", text, time: TIME });
      const texts = parts.map(
        (pdu) => (parsePdu(pdu) as unknown as { data: { parts: { text: string }[] } }).data.parts[0]?.text,
      );
      expect(texts.some((part) => part?.includes(character))).toBe(true);
      expect(texts.join("")).toBe(text);
    }
  });

  it("carries a class, and a 16-bit reference when asked to", () => {
    const [flash] = encodeDeliver({ from: "1", text: "x", time: TIME, messageClass: 0 });
    expect(inspectPdu(flash as string).messageClass).toBe(0);
    const [wide] = encodeDeliver({
      from: "1",
      text: "x".repeat(200),
      time: TIME,
      reference: 0x1234,
      wideReference: true,
    });
    expect(wide).toContain("060804123402");
  });
});

describe("an SMS-STATUS-REPORT", () => {
  it("has its reference, both times and the status", () => {
    const pdu = encodeStatusReport({ reference: 0x2a, to: "+447700900123", time: TIME, doneTime: TIME, status: 0x46 });
    expect(inspectPdu(pdu).kind).toBe("status-report");
    expect(pdu.slice(16)).toBe(`062A0C91447700091032${"62112290035440".repeat(2)}46`);
  });
});
