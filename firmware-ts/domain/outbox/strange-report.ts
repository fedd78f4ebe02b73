// A status report of a message that was not sent from here, or too long ago: told as a message that has come.
import { decodeStatusReport, deliveryReasonOf, deliveryStateOf } from "../pdu/status-report.ts";

/**
 * The payload for `<topic>/sms`; null for what is no report.
 * @param id as of every message: the first 12 hexadecimal digits of the hash of the PDU
 */
export function strangeReport(pdu: ReadonlyUint8Array, id: string): string | null {
  const report = decodeStatusReport(pdu);
  if (report === null) return null;
  const { dischargeTime, recipient, reference, status, time } = report;
  return JSON.stringify({
    id,
    from: recipient,
    msdn: null,
    report: {
      ref: reference,
      state: deliveryStateOf(status),
      status,
      reason: deliveryReasonOf(status),
      sent: time === "" ? null : time,
      done: dischargeTime === "" ? null : dischargeTime,
    },
    parts: 1,
    event_type: "received",
  });
}
