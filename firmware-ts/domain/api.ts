// The MQTT interface: topics below the base topic, and payloads, in one place.
import { DecodedPdu } from "./pdu/decode.ts";

export const SMS_TOPIC = "sms";
export const STATUS_TOPIC = "status";
export const ONLINE = "online";
/** The last will. */
export const OFFLINE = "offline";

/** A message on `<topic>/sms`; keys in the order of the payload, absent where they do not apply. */
export interface ReceivedMessage {
  /** The first 12 hexadecimal digits of SHA-256 over each PDU with its length in one octet before it. */
  readonly id: string;
  /** A number in international form, or an alphanumeric name; "" when it could not be decoded. */
  readonly from: string;
  /** The number of the gateway's SIM; null unknown. */
  readonly msdn: string | null;
  readonly text?: string;
  /** ISO 8601 with the service centre's offset. */
  readonly time?: string;
  /** Message class 0 to 3. */
  readonly class?: number;
  readonly parts: number;
  readonly partial?: boolean;
  /** The numbers of the parts that are not in `text`. */
  readonly missing?: readonly number[];
  /** Of a message that lacks parts: what it has in common with those parts, should they come later. */
  readonly group?: string;
  /** The PDUs in hexadecimal, instead of `text`. */
  readonly raw?: readonly string[];
  /** Of a message for a program: destination and source (3GPP TS 23.040 9.2.3.24.3 and .4). */
  readonly ports?: readonly number[];
  readonly event_type: "received";
}

/** The topic of one of the gateway's messages. */
export function topicBelow(base: string, name: string): string {
  return `${base}/${name}`;
}

/**
 * The payload of a received message.
 * @param id as ReceivedMessage says
 * @param pdus in hexadecimal, in the order of the parts
 * @param decoded the same, decoded
 * @param group what parts of one message have in common
 * @param number of the SIM; "" unknown
 */
export function receivedMessage(
  id: string,
  pdus: readonly string[],
  decoded: readonly DecodedPdu[],
  group: string,
  number: string,
): ReceivedMessage {
  const first = decoded[0] ?? new DecodedPdu();
  const { header } = first;
  const text = joinedText(decoded);
  const missing = missingParts(decoded, header.parts);
  return {
    id,
    from: first.sender,
    msdn: number === "" ? null : number,
    text: text ?? undefined,
    time: first.time === "" ? undefined : first.time,
    class: first.messageClass < 0 ? undefined : first.messageClass,
    parts: header.parts,
    partial: missing.length > 0 ? true : undefined,
    missing: missing.length > 0 ? missing : undefined,
    group: missing.length > 0 ? group : undefined,
    raw: text === null ? pdus : undefined,
    ports: text === null && header.hasPorts ? [header.destinationPort, header.sourcePort] : undefined,
    event_type: "received",
  };
}

/** The texts one after the other; null when one of them is not text. */
export function joinedText(decoded: readonly DecodedPdu[]): string | null {
  let joined = "";
  for (const { text } of decoded) {
    if (text === null) return null;
    joined += text;
  }
  return joined;
}

function missingParts(decoded: readonly DecodedPdu[], parts: u8): number[] {
  const missing: number[] = [];
  for (let part = 1; part <= parts; part++) {
    if (!decoded.some(({ header }) => header.part === part)) missing.push(part);
  }
  return missing;
}
