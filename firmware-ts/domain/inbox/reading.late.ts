// Reading messages: their text, the one-time code in it, what is said of them. Loaded while the modem is still telling a
// message (app/reading-desk.ts).
import { beginPdu, type DecodedPdu, decodePdu, finishPdu, textOfParts } from "../pdu/decode.ts";
import type { Publication } from "./publication.ts";
import { receivedPayload } from "./received-payload.ts";

type ToHex = (octets: ReadonlyUint8Array) => string;

/** What was read of a message before its last octets had come. */
export interface Ahead {
  readonly message: DecodedPdu;
  /** Those octets, in hexadecimal. */
  readonly hex: string;
  readonly length: number;
}

/** @param octets the first ones of a PDU */
export function readAhead(octets: ReadonlyUint8Array, toHex: ToHex): Ahead {
  return { message: beginPdu(octets), hex: toHex(octets), length: octets.length };
}

/** The first part. @param ahead of this message or of any other; it is used up */
export function decodedOf({ messages }: Publication, ahead: Ahead | null, toHex: ToHex): DecodedPdu {
  const pdu = messages[0]?.pdu ?? new Uint8Array(0);
  if (ahead === null || ahead.hex !== toHex(pdu.subarray(0, ahead.length))) return decodePdu(pdu);
  return finishPdu(ahead.message, pdu);
}

/** The text of all parts; null where it is none. @param first of decodedOf() */
export function textIn(publication: Publication, first: DecodedPdu): string | null {
  return publication.parts === 1 ? first.text : textOfParts(partsInOrder(publication));
}

/** The parameters are those of receivedPayload. */
export function payloadOf(
  publication: Publication,
  id: string,
  pdus: readonly string[],
  first: DecodedPdu,
  text: string | null,
  number: string,
  received: number,
): string {
  const group = publication.messages[0]?.group ?? "";
  return receivedPayload(id, pdus, first, text, missingParts(publication), group, number, received);
}

/** The PDUs of a long message by the numbers of its parts; null for one that is missing. */
function partsInOrder({ messages, parts }: Publication): (ReadonlyUint8Array | null)[] {
  const pdus: (ReadonlyUint8Array | null)[] = [];
  for (let part = 1; part <= parts; part++) pdus.push(messages.find((message) => message.part === part)?.pdu ?? null);
  return pdus;
}

/** The numbers of the parts that are not there. */
function missingParts({ messages, parts }: Publication): number[] {
  const missing: number[] = [];
  for (let part = 1; part <= parts; part++) {
    if (!messages.some((message) => message.part === part)) missing.push(part);
  }
  return missing;
}
