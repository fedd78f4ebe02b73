// A time server (RFC 5905) as simple clients see it: one question, one answer, and as wrong as its faults say.

const MESSAGE_BYTES = 48;
const CLIENT = 3;
/** From 1900 to 1970. */
const TO_1970_S = 2_208_988_800;
/** The counter of seconds begins again in 2036. */
const ERA_S = 2 ** 32;

export interface NtpFaults {
  /** No answer at all. */
  silent: boolean;
  /** The leap indicator; 3: the server has not synchronised itself yet. */
  leap: number;
  stratum: number;
  /** A kiss of death: RATE, DENY, RSTR; "" none. */
  kiss: string;
  /** 4 is a server. */
  mode: number;
  /** Another originate timestamp than the client's, as somebody sends who did not see the question. */
  wrongOriginate: boolean;
  /** A transmit timestamp of 0. */
  timeless: boolean;
  /** How far it is off, in ms. */
  offsetMs: number;
}

export const NO_NTP_FAULTS: NtpFaults = {
  silent: false,
  leap: 0,
  stratum: 2,
  kiss: "",
  mode: 4,
  wrongOriginate: false,
  timeless: false,
  offsetMs: 0,
};

export class NtpServer {
  readonly faults: NtpFaults = { ...NO_NTP_FAULTS };
  /** How often it was asked. */
  asked = 0;

  /** @param now milliseconds since 1970 */
  constructor(private readonly now: () => number) {}

  /** Null when it says nothing. */
  answer(question: Uint8Array): Uint8Array | null {
    if (question.length !== MESSAGE_BYTES || ((question[0] ?? 0) & 7) !== CLIENT) return null;
    this.asked++;
    const { faults } = this;
    if (faults.silent) return null;
    const answer = new Uint8Array(MESSAGE_BYTES);
    const version = ((question[0] ?? 0) >> 3) & 7;
    answer.set([(faults.leap << 6) | (version << 3) | faults.mode, faults.kiss ? 0 : faults.stratum, 6, 0xec]);
    if (faults.kiss) answer.set(new TextEncoder().encode(faults.kiss), 12);
    answer.set(question.subarray(40, 48), 24);
    if (faults.wrongOriginate) answer[31] = (answer[31] ?? 0) ^ 1;
    if (faults.timeless) return answer;
    for (const at of [16, 32, 40]) putTime(answer, at, this.now() + faults.offsetMs);
    return answer;
  }
}

function putTime(message: Uint8Array, at: number, ms: number): void {
  const view = new DataView(message.buffer);
  view.setUint32(at, (Math.floor(ms / 1000) + TO_1970_S) % ERA_S);
  view.setUint32(at + 4, Math.floor(((ms % 1000) / 1000) * ERA_S));
}
