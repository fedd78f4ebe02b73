// The way from the running gateway to the setup mode.
import { OFFLINE, STATUS_TOPIC, topicBelow } from "../domain/api.ts";
import type { GatewayParts } from "./gateway-parts.ts";

/** @param isAnnounced the broker has been told that the gateway is there: it is told that it goes, as its last will would say */
export function enterSetup({ broker, machine, topic }: GatewayParts, isAnnounced: boolean): void {
  if (isAnnounced) broker.publish(topicBelow(topic, STATUS_TOPIC), OFFLINE, true, "");
  machine.enter("setup");
}
