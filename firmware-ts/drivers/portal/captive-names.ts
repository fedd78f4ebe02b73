// The portal's name server: a UDP socket at which every name is the board's (domain/portal/captive-dns.ts).
import { AF_INET, SOCK_DGRAM, socket } from "socket";
import { dnsReply, QUERY_OCTETS_MAX } from "../../domain/portal/captive-dns.ts";
import type { NameServer } from "../../ports/portal.ts";

const DNS_PORT = 53;
/** At most so many in a turn: a phone that has just joined asks for some ten names at once. */
const QUESTIONS_A_TURN = 8;

export class CaptiveNames implements NameServer {
  readonly raw = new socket(AF_INET, SOCK_DGRAM);

  constructor() {
    this.raw.setblocking(false);
    this.raw.bind(["0.0.0.0", DNS_PORT]);
  }

  /** Answers what has been asked. */
  answer(): void {
    for (let n = 0; n < QUESTIONS_A_TURN; n++) {
      try {
        // One octet more than may be: what is longer is no question.
        const [query, from] = this.raw.recvfrom(QUERY_OCTETS_MAX + 1);
        const reply = dnsReply(query, query.length);
        if (reply.length > 0) this.raw.sendto(reply, from);
      } catch (error) {
        if (error instanceof RangeError) throw error;
        // Nothing is there, or there is no way back.
        return;
      }
    }
  }
}
