// Texts made ready for sending: run in Node and on the device's MicroPython, which must print the same.
import { EncodedText } from "../../domain/pdu/encode-text.ts";
import { type SubmitOptions, submitPdu } from "../../domain/pdu/submit.ts";

const PIECES = ["code 791985 ", "€", "[", "é", "Ω", "ж", "漢字", "👍", "\n", "x", "@", "ß", "0123456789"];
const NUMBERS = ["+447700900123", "85267", "*101#", "+1", "Amazon", "", "+4477009001234567890123"];
const COUNT = 90;

let state = 4711;

function chance(below: number): int<0, 65535> {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return ((state >> 12) & 0xffff) % Math.max(below, 1);
}

/** Half of them in GSM 7 bit alone; a few longer than can be sent. */
function someText(): string {
  const kinds = chance(2) === 0 ? 5 : PIECES.length;
  const first = chance(2) === 0 ? 0 : 5;
  let text = "";
  for (let left = chance(220); left > 0; left--) text += PIECES[(first + chance(kinds)) % 13] ?? "";
  return text;
}

function run(): void {
  for (let i = 0; i < COUNT; i++) {
    const isWide = chance(2) === 0;
    const text = new EncodedText(someText(), isWide);
    console.log(`${text.parts()} ${text.isUcs2} ${text.problem}`);
    const options: SubmitOptions = {
      to: NUMBERS[chance(NUMBERS.length)] ?? "",
      isFlash: chance(2) === 0,
      wantsReport: chance(2) === 0,
      validityMinutes: chance(3) === 0 ? 0 : 1 + chance(65535),
      reference: chance(isWide ? 65535 : 256),
    };
    for (let part = 1; text.problem === "" && part <= text.parts() && part < 256; part++) {
      const pdu = submitPdu(text, part, options);
      console.log(pdu === null ? "no number" : `${pdu.tpduOctets} ${pdu.hex}`);
    }
  }
}

run();
