// Messages for the scenarios, and what the gateway must make of them, computed here without any code of its own.
import { createHash } from "node:crypto";
import { encodeDeliver } from "../../models/sim800/pdu-encode.ts";

/** An SMS as its sender wrote it. */
export interface Sms {
  from: string;
  text: string;
  /** ISO 8601 with seconds and an offset. */
  time: string;
}

export const SENT_AT = "2026-11-22T09:30:45+01:00";

/** The PDU in hex of an SMS that fits into one part. */
export function pduOf({ from = "+447700900123", text, time = SENT_AT }: Partial<Sms> & { text: string }): string {
  const [pdu, ...others] = encodeDeliver({ from, text, time });
  if (pdu === undefined || others.length > 0) throw new Error("the text takes more than one part");
  return pdu;
}

/** PDUs of `count` messages that all differ, each sent a second after the one before. */
export function numberedPdus(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const time = `2026-11-22T09:30:${String(index).padStart(2, "0")}+00:00`;
    return pduOf({ text: `message ${index + 1} of ${count}`, time });
  });
}

/** The `id` of a message: 12 hex digits of SHA-256 over each part's PDU, its length in one octet before it. */
export function idOf(...pdus: readonly string[]): string {
  const hash = createHash("sha256");
  for (const pdu of pdus) {
    const octets = Buffer.from(pdu, "hex");
    hash.update(Uint8Array.of(octets.length)).update(octets);
  }
  return hash.digest("hex").slice(0, 12);
}

/** Whether a command to the modem is about messages: how it and its network are is asked for now and then. */
export function isOnMessages(command: string): boolean {
  return command.startsWith("AT+CMG");
}
