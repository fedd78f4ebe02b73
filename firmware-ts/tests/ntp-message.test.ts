// Questions to time servers and their answers: every check of RFC 4330 clause 5, each with an answer that fails it.
import { describe, expect, it } from "vitest";
import { ntpFailure, ntpMilliseconds, ntpQuestion, ntpSeconds } from "../domain/network/ntp-message.ts";

const NONCE = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8);
const QUESTION = ntpQuestion(NONCE);
/** 2026-11-22T08:30:47.5Z, in seconds since 1900 and since 2000. */
const SINCE_1900 = 4_004_325_047;
const SINCE_2000 = 848_651_447;

/** A server's answer with some octets changed. */
function answer(changes: Record<number, number> = {}, seconds = SINCE_1900): Uint8Array {
  const octets = new Uint8Array(48);
  octets.set([0x24, 2, 6, 0xec]);
  octets.set(NONCE, 24);
  const view = new DataView(octets.buffer);
  view.setUint32(40, seconds % 2 ** 32);
  view.setUint32(44, 0x80000000);
  for (const [at, octet] of Object.entries(changes)) octets[Number(at)] = octet;
  return octets;
}

describe("a question", () => {
  it("is a client's of version 4, with nothing but chance in it", () => {
    expect([...QUESTION]).toEqual([0x23, ...Array(39).fill(0), ...NONCE]);
  });
});

describe("an answer", () => {
  it("has the time to the millisecond", () => {
    expect(ntpFailure(answer(), QUESTION)).toBe("");
    expect([ntpSeconds(answer()), ntpMilliseconds(answer())]).toEqual([SINCE_2000, 500]);
  });

  it("has it beyond 2036, when the counter has begun again", () => {
    const since1900 = 2 ** 32 + 1_000;
    expect(ntpSeconds(answer({}, since1900))).toBe(since1900 - 3_155_673_600);
  });

  it.each<[string, Record<number, number>, string]>([
    ["is a client's", { 0: 0x23 }, "foreign"],
    ["is a broadcast", { 0: 0x25 }, "foreign"],
    ["repeats another time than ours", { 31: 0 }, "foreign"],
    ["says that it does not know the time", { 0: 0xe4 }, "no-time"],
    ["is of stratum 16", { 1: 16 }, "no-time"],
    ["asks for fewer questions (RATE)", { 1: 0, 12: 0x52, 13: 0x41, 14: 0x54, 15: 0x45 }, "denied"],
    ["denies (DENY)", { 1: 0, 12: 0x44, 13: 0x45, 14: 0x4e, 15: 0x59 }, "denied"],
    ["has no time", { 40: 0, 41: 0, 42: 0, 43: 0, 44: 0 }, "no-time"],
  ])("that %s is refused", (_name, changes, failure) => {
    expect(ntpFailure(answer(changes), QUESTION)).toBe(failure);
  });

  it("that is too short is refused", () => {
    expect(ntpFailure(answer().subarray(0, 47), QUESTION)).toBe("foreign");
  });
});
