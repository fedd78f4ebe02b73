// How the broker's model misbehaves: all of it can be switched on and off while it runs.

export interface BrokerFaults {
  /** Connections end as soon as they are made, and those that stand have ended. */
  away: boolean;
  /** Nothing is heard and nothing answered, and no connection ends: a cable was pulled. */
  deaf: boolean;
  /** CONNECT is taken, and nothing answers. */
  withholdConnack: boolean;
  /** PUBLISH is taken and handed on, and nothing acknowledges it. */
  withholdPuback: boolean;
  withholdSuback: boolean;
  /** Subscriptions are answered with 0x80, and not made [MQTT-3.9.3-2]: a rule (ACL) that forbids them. */
  refuseSubscriptions: boolean;
  withholdPingresp: boolean;
  /** PUBACK comes so much later, in ms. */
  pubackDelayMs: number;
  /** PUBACK has another identifier than the message: one that was never used, or 0. */
  pubackFor: "message" | "stranger" | "zero";
  /** Of each client five messages at once and one each so many ms are taken, others thrown away without a word; 0: all. */
  publishEveryMs: number;
  /** CONNACK with this code: 1 protocol, 2 client id, 3 unavailable, 4 user or password, 5 not authorised. 0: none. */
  refuseCode: 0 | 1 | 2 | 3 | 4 | 5;
  /** The connection ends when it has brought this many packets; null: never. */
  dropAfterPackets: number | null;
  /** The connection ends so long after its CONNACK, as when somebody else of the same name comes; null: never. */
  kickAfterMs: number | null;
  /** These octets come before each answer but CONNACK. */
  stray: Uint8Array | null;
  /** Each packet but CONNACK and SUBACK comes twice. */
  repeats: boolean;
  /** Octet by octet, each so long after the one before; 0: as ever. */
  dripMs: number;
  /** In segments of so many octets; null: each packet in one. */
  segmentBytes: number | null;
  /**
   * The next connection that has brought, or got, so many octets is reset, once: what was brought is taken, but no longer
   * answered.
   */
  resetAfterReceived: number | null;
  resetAfterSent: number | null;
}

/** A broker as it should be. */
export const WELL: Readonly<BrokerFaults> = {
  away: false,
  deaf: false,
  withholdConnack: false,
  withholdPuback: false,
  withholdSuback: false,
  refuseSubscriptions: false,
  withholdPingresp: false,
  pubackDelayMs: 0,
  pubackFor: "message",
  publishEveryMs: 0,
  refuseCode: 0,
  dropAfterPackets: null,
  kickAfterMs: null,
  stray: null,
  repeats: false,
  dripMs: 0,
  segmentBytes: null,
  resetAfterReceived: null,
  resetAfterSent: null,
};
