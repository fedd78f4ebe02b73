// The MQTT interface: topics below the base topic, and payloads, in one place.
import { codeIn } from "./otp/one-time-code.ts";
import type { DecodedPdu } from "./pdu/decode.ts";

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
  /** The one-time code in the text, where there is one for certain; never of a part alone. */
  readonly code?: string;
  /** ISO 8601 with the service centre's offset. */
  readonly time?: string;
  /** Message class 0 to 3. */
  readonly class?: number;
  readonly parts: number;
  readonly partial?: boolean;
  /** The numbers of the parts that are not in `text`. */
  readonly missing?: readonly number[];
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
 * The payload of one received PDU.
 * @param id as ReceivedMessage says
 * @param pduHex the PDU in hexadecimal
 * @param number of the SIM; "" unknown
 */
export function receivedMessage(id: string, pduHex: string, decoded: DecodedPdu, number: string): ReceivedMessage {
  const { text, header } = decoded;
  const isPart = header.parts > 1;
  // The other parts may hold the rest of the code, a second one, or the word that says what the number is.
  const code = text === null || isPart ? null : codeIn(text);
  return {
    id,
    from: decoded.sender,
    msdn: number === "" ? null : number,
    text: text ?? undefined,
    code: code ?? undefined,
    time: decoded.time === "" ? undefined : decoded.time,
    class: decoded.messageClass < 0 ? undefined : decoded.messageClass,
    parts: header.parts,
    partial: isPart ? true : undefined,
    missing: isPart ? otherParts(header.part, header.parts) : undefined,
    raw: text === null ? [pduHex] : undefined,
    ports: text === null && header.hasPorts ? [header.destinationPort, header.sourcePort] : undefined,
    event_type: "received",
  };
}

function otherParts(part: number, parts: number): number[] {
  const others: number[] = [];
  for (let i = 1; i <= parts; i++) if (i !== part) others.push(i);
  return others;
}
