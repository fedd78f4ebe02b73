// How the connection to the broker is, in one word, which display, log and doctor have in common.

/** unreachable: nobody answers, or not in time · taken-over: it is ended again and again as soon as it stands. */
export type BrokerState =
  | "waiting"
  | "up"
  | "unreachable"
  | "wrong-protocol"
  | "wrong-id"
  | "unavailable"
  | "wrong-user"
  | "not-allowed"
  | "taken-over";

/** The one code of a CONNACK that mends itself; with the others asking again soon does harm. */
export const SERVER_UNAVAILABLE = 3;

/** By CONNACK's return code, from 1 on [MQTT-3.2.2.3]; codes that do not exist are no MQTT 3.1.1. */
const REFUSALS: readonly BrokerState[] = ["wrong-protocol", "wrong-id", "unavailable", "wrong-user", "not-allowed"];

/** @param code of a CONNACK that refuses */
export function refusalOf(code: int<1, 255>): BrokerState {
  return REFUSALS[code - 1] ?? "wrong-protocol";
}
