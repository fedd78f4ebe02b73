// The portal's name server: what an independent codec asks is answered as it must be, and nothing that is malformed gets an answer.
import dnsPacket from "dns-packet";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dnsReply } from "../domain/portal/captive-dns.ts";

const RECURSION_DESIRED = 256;

function query(name: string, type: string, more: Partial<dnsPacket.Packet> = {}): Buffer {
  const questions = [{ name, type: type as "A", class: "IN" as const }];
  return dnsPacket.encode({ type: "query", id: 0x1234, flags: RECURSION_DESIRED, questions, ...more });
}

/** The same question for another name. */
function named(octets: Buffer, name: number[]): Buffer {
  return Buffer.concat([octets.subarray(0, 12), Buffer.from([...name, 0, 1, 0, 1])]);
}

function replyTo(octets: Uint8Array): Uint8Array {
  return Uint8Array.from(dnsReply(octets, octets.length));
}

const nameOf = fc
  .array(fc.stringMatching(/^[a-z0-9-]{1,20}$/), { minLength: 1, maxLength: 8 })
  .map((labels) => labels.join("."));

describe("a question for a name", () => {
  it("has the board's address, for five seconds, whatever the name is", () => {
    fc.assert(
      fc.property(nameOf, fc.integer({ min: 0, max: 65535 }), (name, id) => {
        const reply = dnsPacket.decode(Buffer.from(replyTo(query(name, "A", { id }))));
        expect(reply).toMatchObject({
          id,
          type: "response",
          rcode: "NOERROR",
          flag_aa: true,
          flag_rd: true,
          flag_ra: false,
        });
        expect(reply.questions).toMatchObject([{ name, type: "A" }]);
        expect(reply.answers).toMatchObject([{ name, type: "A", ttl: 5, data: "192.168.4.1" }]);
      }),
    );
  });

  it.each(["AAAA", "HTTPS", "SVCB", "TXT", "MX", "PTR"])("of type %s has no records and no error", (type) => {
    const reply = dnsPacket.decode(Buffer.from(replyTo(query("connectivitycheck.gstatic.com", type))));
    expect(reply).toMatchObject({ rcode: "NOERROR", answers: [] });
    expect(reply.questions).toMatchObject([{ name: "connectivitycheck.gstatic.com" }]);
  });

  it("may bring what we do not know, such as EDNS, and is answered without it", () => {
    const additionals: dnsPacket.Answer[] = [
      {
        type: "OPT",
        name: ".",
        udpPayloadSize: 1232,
        flags: 0,
        options: [],
        extendedRcode: 0,
        ednsVersion: 0,
        flag_do: false,
      },
    ];
    const reply = dnsPacket.decode(Buffer.from(replyTo(query("captive.apple.com", "A", { additionals }))));
    expect(reply.answers).toHaveLength(1);
    expect(reply.additionals).toEqual([]);
  });

  it("of another class than IN has no records", () => {
    const octets = query("a.example", "A");
    octets[octets.length - 1] = 3;
    expect(dnsPacket.decode(Buffer.from(replyTo(octets))).answers).toEqual([]);
  });
});

describe("what gets no answer", () => {
  it.each<[string, (octets: Buffer) => Uint8Array]>([
    ["an answer", (octets) => octets.fill((octets[2] ?? 0) | 0x80, 2, 3)],
    ["two questions", (octets) => octets.fill(2, 5, 6)],
    ["no question", (octets) => octets.fill(0, 5, 6)],
    [
      "a name that is compressed",
      (octets) => Buffer.concat([octets.subarray(0, 12), Buffer.from([0xc0, 12, 0, 1, 0, 1])]),
    ],
    ["a label that is longer than one can be", (octets) => named(octets, [64, ...Array(64).fill(97), 0])],
    // Read as a length it would lead to a good end.
    ["a pointer in the place of a label", (octets) => named(octets, [0xc0, ...Array(0xc0).fill(97), 0])],
    ["a header alone", (octets) => octets.subarray(0, 12)],
    ["nothing at all", (octets) => octets.subarray(0, 0)],
    ["more than a datagram may have", (octets) => Buffer.concat([octets, Buffer.alloc(512)])],
    [
      "a name of more than 255 octets",
      (octets) =>
        Buffer.concat([
          octets.subarray(0, 12),
          ...Array<Buffer>(5).fill(Buffer.from([60, ...Array(60).fill(97)])),
          Buffer.from([0, 0, 1, 0, 1]),
        ]),
    ],
  ])("%s", (_what, changed) => {
    expect(replyTo(changed(query("probe.example", "A")))).toHaveLength(0);
  });

  it("a question that is cut off anywhere", () => {
    const octets = query("www.msftconnecttest.com", "A");
    for (let length = 0; length < octets.length; length++)
      expect(dnsReply(octets.subarray(0, length), length)).toHaveLength(0);
  });

  it("is the worst that random octets do, and what is answered is well-formed", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.boolean(), (octets, isHeaded) => {
        if (isHeaded) octets.set([0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0].slice(0, octets.length));
        const reply = replyTo(octets);
        if (reply.length > 0) expect(dnsPacket.decode(Buffer.from(reply)).type).toBe("response");
        expect(reply.length).toBeLessThanOrEqual(octets.length + 16);
      }),
      { numRuns: 2000 },
    );
  });
});

it("another kind of question than a query is not implemented", () => {
  const octets = query("a.example", "A");
  octets[2] = 0x28;
  expect(dnsPacket.decode(Buffer.from(replyTo(octets)))).toMatchObject({ rcode: "NOTIMP", answers: [] });
});
