// A question to a time server and what its answer says, as the simple client of RFC 4330 (SNTPv4): one server, no
// filter, every check of its clause 5.

export const NTP_PORT = 123;
export const NTP_OCTETS = 48;

/** In place of a time. foreign: no answer to this question · no-time: it does not know the time · denied: it asks not to be asked so soon, or ever again (clause 8). */
export type NtpFailure = "" | "foreign" | "no-time" | "denied";

/** No leap warning, version 4, client. */
const CLIENT = 0x23;
const SERVER = 4;
const NOT_SYNCHRONISED = 3;
const STRATUM_MAX = 15;
/** Where the client's transmit time stands, and where the server repeats it. */
const TRANSMIT = 40;
const ORIGINATE = 24;
/** From the beginning of 1900 to that of 2000. */
const TO_2000_S = 3155673600;
/** The counter began in 1900 and begins again in 2036: in its lower half it has (clause 3). */
const ERA_S = 4294967296;
/** @param nonce eight octets of chance in the place of the client's time: who does not see them cannot answer */
export function ntpQuestion(nonce: ReadonlyUint8Array): Uint8Array {
  const question = new Uint8Array(NTP_OCTETS);
  question[0] = CLIENT;
  question.set(nonce.subarray(0, 8), TRANSMIT);
  return question;
}

/** What is wrong with an answer; "" nothing. */
export function ntpFailure(answer: ReadonlyUint8Array, question: ReadonlyUint8Array): NtpFailure {
  const first = answer[0] ?? 0;
  if (answer.length < NTP_OCTETS || (first & 7) !== SERVER) return "foreign";
  for (let i = 0; i < 8; i++) if (answer[ORIGINATE + i] !== question[TRANSMIT + i]) return "foreign";
  const stratum = answer[1] ?? 0;
  // The kiss of death: a code (RATE, DENY, RSTR) stands where a server names its own source.
  if (stratum === 0) return "denied";
  const isTimeless = wordAt(answer, TRANSMIT) === 0 && wordAt(answer, TRANSMIT + 4) === 0;
  return first >> 6 === NOT_SYNCHRONISED || stratum > STRATUM_MAX || isTimeless ? "no-time" : "";
}

/** The server's time in seconds since the beginning of 2000: when the answer left. */
export function ntpSeconds(answer: ReadonlyUint8Array): number {
  const seconds = wordAt(answer, TRANSMIT);
  return (seconds < 0x80000000 ? seconds + ERA_S : seconds) - TO_2000_S;
}

/** The milliseconds beyond the second. */
export function ntpMilliseconds(answer: ReadonlyUint8Array): int<0, 999> {
  return ((wordAt(answer, TRANSMIT + 4) >>> 16) * 1000) >> 16;
}

function wordAt(octets: ReadonlyUint8Array, at: number): u32 {
  const upper = ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
  return upper * 65536 + (((octets[at + 2] ?? 0) << 8) | (octets[at + 3] ?? 0));
}
