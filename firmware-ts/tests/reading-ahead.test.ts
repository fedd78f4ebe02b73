// Reading a message while its last octets are on the wire: it is that message, or the reading counts for nothing.
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Publication } from "../domain/inbox/publication.ts";
import { decodedOf, readAhead } from "../domain/inbox/reading.late.ts";
import { StoredMessage } from "../domain/inbox/stored-message.ts";
import { decodePdu } from "../domain/pdu/decode.ts";
import { CryptoOctets } from "../node/crypto-octets.ts";
import { gsm7, ucs2 } from "./support/pdu-encoder.ts";

const octets = new CryptoOctets();
const toHex = (each: ReadonlyUint8Array) => octets.toHex(each);
const number = fc.integer({ min: 1_000_000, max: 99_999_999 }).map((digits) => `+44${digits}`);
const text = fc.string({ unit: fc.constantFrom(..."abc 0123456789.€äß@"), maxLength: 60 });
const pdu = fc.tuple(fc.constantFrom(gsm7, ucs2), number, text).map(([encode, from, body]) => encode(from, body));

const publicationOf = (whole: Uint8Array): Publication => ({
  messages: [new StoredMessage(1, whole, octets.fingerprint(whole), 0)],
  parts: 1,
});

it("the message that was begun is read as if it had not been", () => {
  fc.assert(
    fc.property(pdu, fc.nat(170), (whole, there) => {
      const ahead = readAhead(whole.subarray(0, there), toHex);
      const { text, sender, time } = decodePdu(whole);
      expect(decodedOf(publicationOf(whole), ahead, toHex)).toMatchObject({ text, sender, time });
    }),
  );
});

it("another message than the one that was begun is read from its own beginning", () => {
  fc.assert(
    fc.property(pdu, pdu, fc.nat(170), (whole, other, there) => {
      const ahead = readAhead(other.subarray(0, there), toHex);
      const { text, sender, time } = decodePdu(whole);
      expect(decodedOf(publicationOf(whole), ahead, toHex)).toMatchObject({ text, sender, time });
    }),
  );
});

it("a message that differs by one octet from the one that was begun is another", () => {
  fc.assert(
    fc.property(pdu, fc.nat(), fc.integer({ min: 1, max: 255 }), (whole, place, change) => {
      const other = whole.slice();
      other[place % other.length] = (other[place % other.length] ?? 0) ^ change;
      const { text, sender, time } = decodePdu(whole);
      const found = decodedOf(publicationOf(whole), readAhead(other, toHex), toHex);
      expect(found).toMatchObject({ text, sender, time });
    }),
  );
});
