// A status report of a message that was not sent from here, or too long ago: told as a message that has come.
import { decodeStatusReport, deliveryReasonOf, deliveryStateOf } from "../pdu/status-report.ts";

/**
 * As text, for a single object that is given to JSON.stringify costs a board the keys of all objects.
 *
 * The payload for `<topic>/sms`; null for what is no report.
 * @param id as of every message: the first 12 hexadecimal digits of the hash of the PDU
 */
export function strangeReport(pdu: ReadonlyUint8Array, id: string): string | null {
  const report = decodeStatusReport(pdu);
  if (report === null) return null;
  const { dischargeTime, recipient, reference, status, time } = report;
  const from = JSON.stringify(recipient);
  const state = `"state":"${deliveryStateOf(status)}","status":${status},"reason":"${deliveryReasonOf(status)}"`;
  const moments = `"sent":${timeOr(time)},"done":${timeOr(dischargeTime)}`;
  return `{"id":"${id}","from":${from},"msdn":null,"report":{"ref":${reference},${state},${moments}},"parts":1,"event_type":"received"}`;
}

function timeOr(time: string): string {
  return time === "" ? "null" : `"${time}"`;
}
