// USSD: what the network answers to a code, and the session that an answer with n 1 leaves open.
// Sources: AT Command Manual V1.12 3.2.53 (an unsupported code is told as +CUSD:4, without the space), 3GPP TS 27.007
// 7.15 (n), 3GPP TS 23.038 5 (dcs 15: GSM 7 bit, 72: UCS2).

import { toCharacterSet, toUcs2Hex } from "./character-sets.ts";
import type { Modem } from "./modem.ts";
import type { UssdAnswer } from "./settings.ts";

const GSM_DCS = 15;
const UCS2_DCS = 72;
const UNSUPPORTED: UssdAnswer = { n: 4 };

export class UssdSession {
  private replies: UssdAnswer["replies"];
  private generation = 0;

  constructor(private readonly modem: Modem) {}

  /** True while the network waits for a reply. */
  get isOpen(): boolean {
    return this.replies !== undefined;
  }

  /** Sends a code, or within a session a reply; the answer comes as +CUSD after a while. */
  send(text: string): void {
    const { generation } = this;
    const answer = this.replies ? this.replies[text] : this.modem.settings.ussd[text];
    this.modem.later(this.modem.settings.timing.ussdMs, () => {
      if (generation === this.generation) this.say(typeof answer === "string" ? { n: 0, text: answer } : answer);
    });
  }

  /** AT+CUSD=2, or the modem restarts: nothing more is said. */
  end(): void {
    this.generation++;
    this.replies = undefined;
  }

  /** An answer of the network, or a request of its own: shown if AT+CUSD=1 asked for that. */
  say(answer: UssdAnswer = UNSUPPORTED): void {
    this.replies = answer.n === 1 ? (answer.replies ?? {}) : undefined;
    if (this.modem.profile.cusd === 1) this.modem.unsolicited(this.line(answer));
  }

  private line({ n, text, dcs = GSM_DCS }: UssdAnswer): string {
    if (n === 4) return "+CUSD:4";
    if (text === undefined) return `+CUSD: ${n}`;
    const shown = dcs === UCS2_DCS ? toUcs2Hex(text) : toCharacterSet(this.modem.profile.cscs, text);
    const separator = this.modem.model.ussdSeparator;
    return `+CUSD: ${n}${separator}"${shown}"${separator}${dcs}`;
  }
}
