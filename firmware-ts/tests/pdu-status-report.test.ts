// Status reports: whom they are about, and what each status means.
import fc from "fast-check";
import { parse } from "node-pdu";
import { describe, expect, it } from "vitest";
import { decodePdu } from "../domain/pdu/decode.ts";
import { decodeStatusReport, deliveryReasonOf, deliveryStateOf } from "../domain/pdu/status-report.ts";
import { gsm7, hex, statusReport } from "./support/pdu-encoder.ts";

const TO = "+447700900123";

describe("a status report", () => {
  it("says which part it is about, to whom, and when", () => {
    expect(decodeStatusReport(statusReport({ to: TO, reference: 0xc8, status: 0 }))).toMatchObject({
      reference: 0xc8,
      recipient: TO,
      time: "2026-11-22T09:30:45+01:00",
      dischargeTime: "2026-11-22T09:30:54+01:00",
      status: 0,
    });
  });

  it("is read alike by node-pdu", () => {
    fc.assert(
      fc.property(fc.nat(255), fc.nat(127), fc.stringMatching(/^\+[1-9][0-9]{4,14}$/), (reference, status, to) => {
        const pdu = statusReport({ to, reference, status });
        const other = parse(hex(pdu)) as unknown as {
          reference: number;
          status: number;
          address: { phone: string };
          dateTime: { getIsoString(): string };
          discharge: { getIsoString(): string };
        };
        expect(decodeStatusReport(pdu)).toEqual({
          reference: other.reference,
          status: other.status,
          recipient: `+${other.address.phone}`,
          time: other.dateTime.getIsoString(),
          dischargeTime: other.discharge.getIsoString(),
        });
      }),
      { numRuns: 50 },
    );
  });

  // 3GPP TS 23.040 9.2.2.3: TP-PI and what it announces are optional.
  it("may go on after its status", () => {
    const pdu = statusReport({ to: TO, reference: 1, status: 0x46, more: [0x07, 0x00, 0x00, 0x01, 0x41] });
    expect(decodeStatusReport(pdu)).toMatchObject({ reference: 1, status: 0x46 });
  });

  it("that was cut short is none, and so is a message", () => {
    const pdu = statusReport({ to: TO, reference: 1, status: 0 });
    for (let length = 0; length < pdu.length; length++) expect(decodeStatusReport(pdu.slice(0, length))).toBeNull();
    expect(decodeStatusReport(gsm7(TO, "x".repeat(30)))).toBeNull();
    expect(decodePdu(pdu)).toMatchObject({ sender: "", text: null });
  });

  it("with a recipient or a time that cannot be read says the rest", () => {
    const pdu = statusReport({ to: TO, reference: 9, status: 0 });
    pdu[6] = 0xff;
    pdu[11] = 0xff;
    expect(decodeStatusReport(pdu)).toMatchObject({ reference: 9, recipient: "", time: "", status: 0 });
    expect(decodeStatusReport(statusReport({ to: "1".repeat(20), reference: 9, status: 0 }))?.status).toBe(0);
    expect(decodeStatusReport(statusReport({ to: "1".repeat(21), reference: 9, status: 0 }))).toBeNull();
  });
});

// 3GPP TS 23.040 9.2.3.15.
describe("the status", () => {
  it.each([
    [0x00, "delivered", ""],
    [0x01, "delivered", "forwarded, without a confirmation"],
    [0x02, "delivered", "replaced at the service centre"],
    [0x20, "pending", "congestion"],
    [0x22, "pending", "no answer from the phone"],
    [0x25, "pending", "error in the phone"],
    [0x40, "undelivered", "error in the network"],
    [0x43, "undelivered", "not obtainable"],
    [0x46, "undelivered", "expired"],
    [0x49, "undelivered", "unknown to the service centre"],
    [0x60, "undelivered", "congestion"],
    [0x65, "undelivered", "error in the phone"],
  ])("%i means %s: %s", (status, state, reason) => {
    expect([deliveryStateOf(status), deliveryReasonOf(status)]).toEqual([state, reason]);
  });

  it.each([0x03, 0x0f, 0x26, 0x2f, 0x4a, 0x4f, 0x66, 0x6f, 0x80, 0xff])(
    "%i is reserved: service rejected",
    (status) => {
      expect([deliveryStateOf(status), deliveryReasonOf(status)]).toEqual(["undelivered", "service rejected"]);
    },
  );

  it.each([
    [0x10, "delivered"],
    [0x1f, "delivered"],
    [0x30, "pending"],
    [0x5f, "undelivered"],
    [0x7f, "undelivered"],
  ])("%i is of the service centre's own: %s", (status, state) => {
    expect([deliveryStateOf(status), deliveryReasonOf(status)]).toEqual([
      state,
      `code ${status} of the service centre`,
    ]);
  });
});
