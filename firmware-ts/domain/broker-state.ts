// How the connection to the broker is, in one word, which display, log and doctor have in common.
import type { TlsTrouble } from "./tls-trouble.ts";

/**
 * unreachable: nobody answers, or not in time · taken-over: it is ended again and again as soon as it stands ·
 * topic-refused: it was ended twice when it came to the same topic.
 */
export type BrokerState =
  | "waiting"
  | "up"
  | "unreachable"
  | "wrong-protocol"
  | "wrong-id"
  | "unavailable"
  | "wrong-user"
  | "not-allowed"
  | "taken-over"
  | "topic-refused"
  | NameFailure
  | TlsTrouble;

/**
 * Why the broker's name has no address. unknown-name: there is no such name · no-dns: no name server answers · dns-failed:
 * they answer that they cannot tell · ipv6-only: an address that the network cannot be reached by from here.
 */
export type NameFailure = "unknown-name" | "no-dns" | "dns-failed" | "ipv6-only";

/** The one code of a CONNACK that mends itself; with the others asking again soon does harm. */
export const SERVER_UNAVAILABLE = 3;

/** By CONNACK's return code less 1 [MQTT-3.2.2.3]; codes that do not exist are no MQTT 3.1.1. */
export const REFUSALS: readonly BrokerState[] = [
  "wrong-protocol",
  "wrong-id",
  "unavailable",
  "wrong-user",
  "not-allowed",
];
