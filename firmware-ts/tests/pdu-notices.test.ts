// Messages of the network and for programs: what waits in a mailbox, and MMS.
import { describe, expect, it } from "vitest";
import type { ReceivedMessage } from "../domain/api.ts";
import { receivedPayload } from "../domain/inbox/received-payload.ts";
import { decodePdu } from "../domain/pdu/decode.ts";
import { deliver, gsm7, hex, ucs2 } from "./support/pdu-encoder.ts";

const FROM = "+447700900123";

describe("a message about a mailbox", () => {
  // 3GPP TS 23.038 4: groups 1100 (discard), 1101 (store) and 1110 (store, UCS2); bit 3 says some or none.
  it.each([
    [0xc8, "voicemail", -1],
    [0xc0, "voicemail", 0],
    [0xd9, "fax", -1],
    [0xda, "email", -1],
    [0xd3, "other", 0],
  ])("is known by the coding %i, and keeps its text", (dcs, kind, count) => {
    expect(decodePdu(gsm7(FROM, "You have mail", { dcs }))).toMatchObject({
      text: "You have mail",
      waiting: { kind, count },
    });
  });

  it("is known by the coding in UCS2", () => {
    expect(decodePdu(ucs2(FROM, "почта", { dcs: 0xe8 }))).toMatchObject({ text: "почта", waiting: { count: -1 } });
  });

  // 3GPP TS 23.040 9.2.3.24.2: bit 7 of the type says whether to store, bits 0 to 4 the kind; the header wins.
  it.each([
    [[0x01, 0x02, 0x00, 0x03], "voicemail", 3],
    [[0x01, 0x02, 0x80, 0x00], "voicemail", 0],
    [[0x01, 0x02, 0x81, 0xff], "fax", 255],
    [[0x01, 0x02, 0x02, 0x01], "email", 1],
    [[0x01, 0x02, 0x03, 0x01], "other", 1],
    [[0x01, 0x02, 0x87, 0x02], "video", 2],
  ])("is known by its header %j", (header, kind, count) => {
    expect(decodePdu(gsm7(FROM, "", { header }))).toMatchObject({ text: "", waiting: { kind, count } });
    expect(decodePdu(gsm7(FROM, "x", { header, dcs: 0xc9 }))).toMatchObject({ waiting: { kind, count } });
  });

  it.each([0x00, 0x80, 0xb8, 0xf0])("is none with the coding %i", (dcs) => {
    expect(decodePdu(gsm7(FROM, "x", { dcs })).waiting).toBeNull();
  });

  it("is published as what waits, with the number where it is known", () => {
    const publish = published;
    expect(publish(gsm7(FROM, "", { header: [0x01, 0x02, 0x00, 0x03] }))).toMatchObject({
      text: "",
      waiting: "voicemail",
      waiting_count: 3,
    });
    const unknown = publish(gsm7(FROM, "", { dcs: 0xc8 }));
    expect([unknown.waiting, unknown.waiting_count]).toEqual(["voicemail", undefined]);
    expect(publish(gsm7(FROM, "x")).waiting).toBeUndefined();
  });
});

/** What one PDU is published as. */
function published(pdu: Uint8Array): ReceivedMessage {
  const decoded = decodePdu(pdu);
  return JSON.parse(receivedPayload("id", [hex(pdu)], decoded, decoded.text, [], "", "", -1));
}

describe("a notification of an MMS", () => {
  // WAP push: port 2948 from 9200, 8 bit, in two parts as a rule.
  it.each([
    [0xf5, "class 1"],
    [0x04, "no class"],
  ])("is octets with their ports, coding %i, %s", (dcs) => {
    const data = Uint8Array.from(
      Buffer.from("0006226170706c69636174696f6e2f766e642e7761702e6d6d732d6d657373616765", "hex"),
    );
    const header = [0x05, 0x04, 0x0b, 0x84, 0x23, 0xf0, 0x00, 0x03, 0x0a, 0x02, 0x01];
    const pdu = deliver({ from: FROM, dcs, data, length: data.length + 12, header });
    const message = published(pdu);
    expect(message).toMatchObject({ raw: [hex(pdu)], ports: [2948, 9200], parts: 2, from: FROM });
    expect(message.text).toBeUndefined();
  });

  it("keeps 8-bit ports, too", () => {
    const pdu = deliver({ from: FROM, dcs: 4, data: Uint8Array.of(1), length: 6, header: [0x04, 0x02, 0xf0, 0xf1] });
    expect(decodePdu(pdu)).toMatchObject({ text: null, header: { destinationPort: 0xf0, sourcePort: 0xf1 } });
  });
});

// 3GPP TS 23.038 4: bit 5 of the general groups.
it.each([0x20, 0x2c, 0x38, 0x60])("a compressed text is octets: coding %i", (dcs) => {
  expect(decodePdu(ucs2(FROM, "код", { dcs })).text).toBeNull();
});
