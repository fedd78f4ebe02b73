// The payload of a message that was received: a ReceivedMessage of api.ts.
import { isoOf } from "../iso-text.ts";
import { codeIn } from "../otp/one-time-code.ts";
import type { DecodedPdu } from "../pdu/decode.ts";

const LATE_S = 600;

/**
 * Member by member, for the board: JSON.stringify of an object that is mostly absent members takes four times as long.
 * @param id as ReceivedMessage says
 * @param pdus in hexadecimal, in the order of the parts
 * @param first the first of them, decoded
 * @param text of all parts; null where it is none
 * @param missing the numbers of the parts that are not there
 * @param group what parts of one message have in common
 * @param number of the SIM; "" unknown
 * @param received when, in seconds since the beginning of 2000, UTC; -1 unknown
 */
export function receivedPayload(
  id: string,
  pdus: readonly string[],
  first: DecodedPdu,
  text: string | null,
  missing: readonly number[],
  group: string,
  number: string,
  received: number,
): string {
  const { header, waiting, messageClass } = first;
  const isLate = received >= 0 && first.sentAtSeconds > 0 && received - first.sentAtSeconds > LATE_S;
  const isPartial = missing.length > 0;
  const from = JSON.stringify(first.sender);
  const msdn = number === "" ? "null" : JSON.stringify(number);
  // The parts that are missing may hold the rest of the code, a second one, or the word that says what the number is.
  const code = text === null || isPartial ? null : codeIn(text);
  let known = code === null ? "" : `,"code":"${code}"`;
  if (first.time !== "") known += `,"time":"${first.time}"`;
  if (received >= 0) known += `,"received":"${isoOf(received)}"`;
  if (messageClass >= 0) known += `,"class":${messageClass}`;
  let rest = "";
  if (isPartial) rest = `,"partial":true,"missing":[${missing.join(",")}],"group":"${group}"`;
  if (isLate) rest += ',"late":true';
  if (text === null) rest += `,"raw":["${pdus.join('","')}"]`;
  if (text === null && header.hasPorts) rest += `,"ports":[${header.destinationPort},${header.sourcePort}]`;
  if (waiting !== null) rest += `,"waiting":"${waiting.kind}"`;
  if (waiting !== null && waiting.count >= 0) rest += `,"waiting_count":${waiting.count}`;
  const said = text === null ? "" : `,"text":${JSON.stringify(text)}`;
  return `{"id":"${id}","from":${from},"msdn":${msdn}${said}${known},"parts":${header.parts}${rest},"event_type":"received"}`;
}
