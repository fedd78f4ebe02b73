// Why a message was not sent: codes for programs, words for people. What the network says comes as `+CMS ERROR: n`
// (3GPP TS 27.005 3.2.5, the causes of 3GPP TS 24.011 E.2) or `+CME ERROR: n` (SIM800 AT Command Manual V1.12, 19).
import { decimal } from "../at/parse.ts";

export interface SendError {
  readonly code: string;
  readonly message: string;
  /** The key of the command that is at fault; "" none. */
  readonly key: string;
}

/** Errors that pass: the network is busy or away, or the SIM is. All others are for good. */
const PASSING: readonly number[] = [38, 41, 42, 47, 111, 314, 331, 332, 500, 512, 515, 521, 532];
const PASSING_OF_EQUIPMENT: readonly number[] = [14, 30, 31, 100];

/** What people can do something about. */
const WORDS =
  "1:nobody has this number|8:barred by the operator|10:this SIM may not send|21:the network refused it|" +
  "28:the number is wrong|38:the network is out of order|50:not part of this SIM's contract|69:the network cannot do it|" +
  "304:the modem takes it for malformed|310:there is no SIM|311:the SIM needs its PIN|316:the SIM needs its PUK|" +
  "330:the SIM has no service centre|331:there is no network|332:the network did not answer|" +
  "500:unknown, often no credit|";

const CMS = "+CMS ERROR:";
const CME = "+CME ERROR:";

/** Whether it may go another time. @param line the modem's; "" when it did not ask for the message */
export function isPassing(line: string): boolean {
  if (line.startsWith(CMS)) return PASSING.includes(numberIn(line));
  if (line.startsWith(CME)) return PASSING_OF_EQUIPMENT.includes(numberIn(line));
  return true;
}

/** @param line as above */
export function errorOf(line: string): SendError {
  if (line === "") return { code: "modem", message: "The modem did not take the message.", key: "" };
  const isNetwork = line.startsWith(CMS);
  const number = numberIn(line);
  if (number < 0) return { code: "modem", message: "The modem refused the message.", key: "" };
  const code = isNetwork ? `cms_${number}` : `cme_${number}`;
  const words = isNetwork ? wordsFor(number) : "";
  return {
    code,
    message: words === "" ? `The network refused it: error ${number}.` : `The network says: ${words}.`,
    key: "",
  };
}

/** @param text `code:sentence`, or BUSY of the command queue */
export function refusalIn(text: string): SendError {
  const at = text.indexOf(":");
  if (at < 0) return { code: text, message: "Too many came at once.", key: "" };
  return { code: text.slice(0, at), message: text.slice(at + 1), key: "" };
}

function wordsFor(number: number): string {
  const at = `|${WORDS}`.indexOf(`|${number}:`);
  if (at < 0) return "";
  const rest = WORDS.slice(at + `${number}:`.length);
  return rest.slice(0, rest.indexOf("|"));
}

function numberIn(line: string): number {
  return decimal(line.slice(CMS.length).trim());
}
