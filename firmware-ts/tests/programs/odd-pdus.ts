// PDUs that nobody would send, decoded: run in Node and on the device's MicroPython, which must print the same. They are
// good ones with octets changed, cut or put in, and octets by chance, always those of one seed.
import { beginPdu, type DecodedPdu, decodePdu, finishPdu, textOfParts } from "../../domain/pdu/decode.ts";
import { kindOf } from "../../domain/pdu/message-head.ts";
import { decodeStatusReport, deliveryReasonOf, deliveryStateOf } from "../../domain/pdu/status-report.ts";

const COUNT = 700;

/**
 * GSM 7 bit with its extension, a part, a name, UCS2 with a pair, Turkish, a pair cut in two, a status report, 8 bit for
 * ports, voicemail.
 */
const GOOD = [
  "0791447758100650040C9144770009103200006211229003544012C337B90CBAE562395C0DB4416DCA9B14",
  "0791447758100650440C91447700091032000062112290035440140500032A0201986F79B90D4AC3E7F536A800",
  "0791447758100650040BD0C17658FF760300006211229003544013D9775D0E1ABFC965507A0EBAE562395C0D",
  "0791447758100650040C91447700091032000862112290035440140043043E04340020D83DDC4D0020003100320033",
  "0791447758100650440C914477000910320000621122900354400F06240101250101C1C326B9291300",
  "00440C914477000910320008621122900354400A0500032A02010061D83D",
  "00440C914477000910320008621122900354400A0500032A0202DC4D0062",
  "0006C80C91447700091032621122900354406211229003454046",
  "00440C9144770009103200F5621122900354400F0B05040B8423F000030A0201010203",
  "0791447758100650440C9144770009103200C86211229003544006040102000300",
];

let state = 20261122;

/** From 0 to `below` - 1 (a linear congruential generator; its high bits are the better ones). */
function chance(below: u16): int<0, 65535> {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return ((state >> 12) & 0xffff) % Math.max(below, 1);
}

function octetsOf(hex: string): Uint8Array {
  const octets = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < octets.length; i++) octets[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16) & 0xff;
  return octets;
}

function random(): Uint8Array {
  const octets = new Uint8Array(chance(190));
  for (let i = 0; i < octets.length; i++) octets[i] = chance(256) & 0xff;
  return octets;
}

/** One to four changes: another octet, a bit, a cut, octets at the end. */
function changed(good: Uint8Array): Uint8Array {
  let octets = good.slice();
  for (let left = 1 + chance(4); left > 0; left--) {
    const at = chance(octets.length & 0xff);
    const kind = chance(8);
    if (kind === 0) octets = octets.slice(0, at);
    else if (kind === 1) {
      const longer = new Uint8Array(octets.length + 1 + chance(9));
      longer.set(octets);
      octets = longer;
    } else if (at < octets.length) {
      octets[at] = kind < 5 ? chance(256) & 0xff : (octets[at] ?? 0) ^ (1 << chance(8));
    }
  }
  return octets;
}

function shown(octets: Uint8Array, decoded: DecodedPdu): string {
  const { header, messageClass, sender, sentAtSeconds, text, time, waiting } = decoded;
  const mailbox = waiting === null ? "" : `${waiting.kind} ${waiting.count}`;
  const part = `${header.part}/${header.parts} of ${header.reference} ${header.isReferenceWide}`;
  const ports = header.hasPorts ? `${header.destinationPort} ${header.sourcePort}` : "";
  const body = text === null ? "no text" : JSON.stringify(text);
  return [kindOf(octets), sender, time, sentAtSeconds, messageClass, part, ports, mailbox, body].join("|");
}

function shownReport(octets: Uint8Array): string {
  const report = decodeStatusReport(octets);
  if (report === null) return "no report";
  const { dischargeTime, recipient, reference, status, time } = report;
  const meaning = `${deliveryStateOf(status)} ${deliveryReasonOf(status)}`;
  return [reference, recipient, time, dischargeTime, status, meaning].join("|");
}

function run(): void {
  let before: Uint8Array = new Uint8Array(0);
  for (let i = 0; i < COUNT; i++) {
    const good = octetsOf(GOOD[i % 10] ?? "");
    const octets = i < GOOD.length ? good : i % 7 === 0 ? random() : changed(good);
    const decoded = shown(octets, decodePdu(octets));
    console.log(decoded);
    const begun = beginPdu(octets.subarray(0, chance((octets.length + 1) & 0xff)));
    if (shown(octets, finishPdu(begun, octets)) !== decoded)
      console.log("not the same when it is begun before it is whole");
    if (kindOf(octets) === "report") console.log(shownReport(octets));
    const joined = textOfParts(i % 5 === 0 ? [before, null, octets] : [before, octets]);
    console.log(joined === null ? "no text" : JSON.stringify(joined));
    before = octets;
  }
}

run();
