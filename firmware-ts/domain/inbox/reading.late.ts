// Reading messages: their text, the one-time code in it, what is said of them. Loaded while the modem is still telling a
// message (app/reading-desk.ts).
import { type DecodedPdu, decodePdu, textOfParts } from "../pdu/decode.ts";
import type { Publication } from "./publication.ts";
import { receivedPayload } from "./received-payload.ts";

/** The first part. */
export function decodedOf({ messages }: Publication): DecodedPdu {
  return decodePdu(messages[0]?.pdu ?? new Uint8Array(0));
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
