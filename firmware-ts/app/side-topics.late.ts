// What goes on beside the gateway's own topics, before the broker. Loaded at the start where the settings ask for some of it, and
// then it stays: all in one, as a second late module would cost every gateway a hundred bytes.
import type { Modem } from "../domain/modem/modem.ts";
import type { Tally } from "../domain/tally.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import { HomeAssistant } from "./home-assistant.ts";
import type { ModemLink } from "./modem-link.ts";
import { OldTopics } from "./old-topics.ts";

/**
 * @param device what Home Assistant calls the gateway; "" nothing is to be told to it
 * @param isWanted false: Home Assistant is to forget the device
 * @param dongle the gateway's number in the old topics; 0 without them
 * @param topic of the messages that come
 */
export function withSideTopics(
  broker: Broker,
  device: string,
  isWanted: boolean,
  dongle: int<0, 99>,
  topic: string,
  clock: Clock,
  journal: Journal,
  modem: Modem,
  link: ModemLink,
  holdUps: Tally,
): Broker {
  let outer = broker;
  if (device !== "") outer = new HomeAssistant(outer, device, isWanted, journal, modem, link, holdUps);
  if (dongle > 0) outer = new OldTopics(outer, dongle, topic, clock);
  return outer;
}
