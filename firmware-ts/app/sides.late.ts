// What goes on beside the topics below the base, for who wants that. Loaded at the start where the settings ask for some of
// it, and then it stays.
import type { Command } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import type { DecodedPdu } from "../domain/pdu/decode.ts";
import type { Tally } from "../domain/tally.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { Dispatch } from "./dispatch.ts";
import { HomeAssistant } from "./home-assistant.ts";
import type { ModemLink } from "./modem-link.ts";
import { OldTopics } from "./old-topics.ts";
import type { SideTopics } from "./side-topics.ts";

class Sides implements SideTopics {
  constructor(private readonly each: readonly SideTopics[]) {}

  takes(command: Command): boolean {
    for (const side of this.each) if (side.takes(command)) return true;
    return false;
  }

  received(decoded: DecodedPdu, text: string | null): void {
    for (const side of this.each) side.received(decoded, text);
  }

  poll(now: Millis): void {
    for (const side of this.each) side.poll(now);
  }
}

/**
 * @param device what Home Assistant calls the gateway; "" nothing is to be told to it
 * @param isWanted false: Home Assistant is to forget the device
 * @param dongle the gateway's number in the old topics; 0 without them
 * @param number the SIM's; "" unknown
 */
export function openSides(
  device: string,
  isWanted: boolean,
  dongle: int<0, 99>,
  number: string,
  broker: Broker,
  clock: Clock,
  dispatch: Dispatch,
  journal: Journal,
  modem: Modem,
  link: ModemLink,
  holdUps: Tally,
): SideTopics {
  const sides: SideTopics[] = [];
  if (device !== "") sides.push(new HomeAssistant(device, isWanted, broker, journal, modem, link, holdUps));
  if (dongle > 0) sides.push(new OldTopics(dongle, number, broker, clock, dispatch, modem));
  return new Sides(sides);
}
