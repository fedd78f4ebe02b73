// Questions to name servers and their answers: what Node's own resolver takes for an answer is one for us, and nothing that
// is cut off, changed or made up does more than give no address.
import dgram from "node:dgram";
import { Resolver } from "node:dns/promises";
import type { AddressInfo } from "node:net";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { A, AAAA, dnsAddress, dnsQuestion } from "../domain/network/dns-message.ts";

const ID = 0x1234;
const QUESTION = dnsQuestion("Broker.example", A, ID);

/** An answer with these records after the header and the question. */
function answerTo(question: Uint8Array, count: number, records: number[], flags = [0x81, 0x80]): Uint8Array {
  const [high = 0, low = 0] = question;
  return Uint8Array.of(high, low, ...flags, 0, 1, 0, count, 0, 0, 0, 0, ...question.subarray(12), ...records);
}

function record(type: number, data: number[], name = [0xc0, 12]): number[] {
  return [...name, 0, type, 0, 1, 0, 0, 0, 60, 0, data.length, ...data];
}

const ADDRESS = record(A, [192, 168, 1, 10]);

describe("a question", () => {
  it("is one that Node's resolver asks, too", async () => {
    const server = dgram.createSocket("udp4");
    onTestFinished(() => void server.close());
    const asked = new Promise<Buffer>((resolve) =>
      server.once("message", (message, from) => {
        server.send(answerTo(message.subarray(0, endOfQuestion(message)), 1, ADDRESS), from.port);
        resolve(message);
      }),
    );
    await new Promise<void>((resolve) => server.bind(0, "127.0.0.1", resolve));
    const resolver = new Resolver({ timeout: 2000, tries: 1 });
    resolver.setServers([`127.0.0.1:${(server.address() as AddressInfo).port}`]);
    expect(await resolver.resolve4("broker.example")).toEqual(["192.168.1.10"]);
    const message = await asked;
    const own = dnsQuestion("broker.example", A, message.readUInt16BE(0));
    // Beyond the question it may offer what we do not know (EDNS, RFC 6891).
    expect([...own.subarray(12)]).toEqual([...message.subarray(12, endOfQuestion(message))]);
    expect([...own.subarray(0, 6)]).toEqual([...message.subarray(0, 6)]);
  });

  it.each(["", ".", "a..b", "a.", `${"x".repeat(64)}.example`])("for %j is none", (name) => {
    expect(dnsQuestion(name, A, ID)).toHaveLength(0);
  });
});

function endOfQuestion(message: Uint8Array): number {
  let at = 12;
  while ((message[at] ?? 0) > 0) at += (message[at] ?? 0) + 1;
  return at + 5;
}

describe("an answer", () => {
  it.each<[string, Uint8Array, string]>([
    ["has an address", answerTo(QUESTION, 1, ADDRESS), "192.168.1.10"],
    ["has it behind an alias", answerTo(QUESTION, 2, [...record(5, [1, 0x61, 0]), ...ADDRESS]), "192.168.1.10"],
    ["has the first of two", answerTo(QUESTION, 2, [...ADDRESS, ...record(A, [1, 1, 1, 1])]), "192.168.1.10"],
    ["names itself in full", answerTo(QUESTION, 1, record(A, [10, 0, 0, 1], [1, 0x61, 0])), "10.0.0.1"],
    ["has none", answerTo(QUESTION, 0, []), "no-address"],
    ["has an alias alone", answerTo(QUESTION, 1, record(5, [1, 0x61, 0])), "no-address"],
    ["knows no such name", answerTo(QUESTION, 0, [], [0x81, 0x83]), "unknown-name"],
    ["failed", answerTo(QUESTION, 0, [], [0x81, 0x82]), "dns-failed"],
    ["refuses", answerTo(QUESTION, 0, [], [0x81, 0x85]), "dns-failed"],
    ["is truncated", answerTo(QUESTION, 0, [], [0x83, 0x80]), "dns-failed"],
    ["is truncated behind the address", answerTo(QUESTION, 1, ADDRESS, [0x83, 0x80]), "192.168.1.10"],
    ["ends within a record", answerTo(QUESTION, 1, ADDRESS).subarray(0, -1), "dns-failed"],
    ["has an address of three octets", answerTo(QUESTION, 1, record(A, [1, 2, 3])), "dns-failed"],
    ["has a name that points to itself", answerTo(QUESTION, 1, record(A, [1, 2, 3, 4], [0xc0, 0x20])), "1.2.3.4"],
    ["is a question", answerTo(QUESTION, 1, ADDRESS, [0x01, 0x00]), "foreign"],
    ["has another id", answerTo(dnsQuestion("Broker.example", A, 1), 1, ADDRESS), "foreign"],
    ["is to another name", answerTo(dnsQuestion("broken.example", A, ID), 1, ADDRESS), "foreign"],
    ["is to another type", answerTo(dnsQuestion("broker.example", AAAA, ID), 1, ADDRESS), "foreign"],
    ["is in small letters", answerTo(dnsQuestion("broker.example", A, ID), 1, ADDRESS), "192.168.1.10"],
    ["is a header", QUESTION.subarray(0, 12), "foreign"],
    ["is nothing", new Uint8Array(0), "foreign"],
  ])("that %s", (_name, answer, expected) => {
    expect(dnsAddress(answer, QUESTION)).toBe(expected);
  });

  it("has an IPv6 address", () => {
    const question = dnsQuestion("broker.example", AAAA, ID);
    const data = [0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x12, 0xab];
    expect(dnsAddress(answerTo(question, 1, record(AAAA, data)), question)).toBe("2001:db8:0:0:0:0:0:12ab");
  });

  it("of any octets is read to its end, and is no other address than one that stands in it", () => {
    const octets = fc.uint8Array({ maxLength: 120 });
    fc.assert(
      fc.property(octets, fc.nat(255), (records, count) => {
        const found = dnsAddress(answerTo(QUESTION, count, [...records]), QUESTION);
        expect(found).toMatch(/^(no-address|dns-failed|\d+\.\d+\.\d+\.\d+)$/);
      }),
    );
  });
});
