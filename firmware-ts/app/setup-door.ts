// The way from the running gateway to the setup mode: it leaves when the mode switch says so, with nothing half done.
import { OFFLINE, STATUS_TOPIC, topicBelow } from "../domain/api.ts";
import type { Millis } from "../domain/millis.ts";
import { ModeSwitch } from "../domain/mode-switch.ts";
import { CLOSED } from "../ports/contact.ts";
import type { GatewayParts } from "./gateway-parts.ts";

/** The modem has been at rest for so long: what was begun with a message is done. */
const REST_MS = 300;

export class SetupDoor {
  /** A switch that is closed at the start was left there by a setup mode that has ended: domain/setup-entry.ts. */
  private readonly modeSwitch = new ModeSwitch(true);
  private busyAt: Millis = 0;

  constructor(private readonly parts: GatewayParts) {}

  /** @param isAnnounced the broker has been told that the gateway is there: it is told that it goes, as its last will would say */
  poll(now: Millis, isAnnounced: boolean): void {
    const { broker, contact, link, machine, modem, topic } = this.parts;
    const { modeSwitch } = this;
    modeSwitch.poll(contact.value() === CLOSED, now);
    // A modem that does not work is asked for ever.
    if (modem.health === "ready" && link.isBusy()) this.busyAt = now;
    if (!modeSwitch.isSetupWanted || now - this.busyAt < REST_MS) return;
    if (isAnnounced) broker.publish(topicBelow(topic, STATUS_TOPIC), OFFLINE, true);
    machine.enter("setup");
  }
}
