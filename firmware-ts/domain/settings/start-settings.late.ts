// The settings, for the time of the start: what comes of them is handed on, and their code is forgotten.
import { BIRTH_TOPIC, OLD_SEND_TOPIC, REQUEST_TOPIC, SEND_TOPIC, topicBelow } from "../api.ts";
import { discoveryPayload } from "../home-assistant/discovery.ts";
import { keepDiscovery } from "../home-assistant/kept-discovery.ts";
import type { KeptOctets } from "../kept-octets.ts";
import { addressOf, networksOf } from "./network-settings.ts";
import { sendRulesOf } from "./send-settings.ts";
import { readSettings, type Settings } from "./settings.ts";

/** @param text as readSettings takes it */
export function settingsIn(text: string | null): Settings {
  return readSettings(text);
}

export function sendRulesIn(settings: Settings): string {
  return sendRulesOf(settings);
}

/** Which of the optional parts they switch on, for gateway/info: in a fixed order, with commas between; "" none. */
export function featuresIn(settings: Settings): string {
  const features: string[] = [];
  if (settings.text("allowed_numbers") !== "") features.push("sending");
  if (settings.text("ussd_codes") !== "") features.push("ussd");
  if (settings.text("balance_code") !== "") features.push("balance");
  if (settings.text("calls") === "reject") features.push("reject_calls");
  if (settings.text("queue_offline") === "true") features.push("queue_offline");
  if (settings.text("publish_identity") === "true") features.push("identity");
  if (settings.text("home_assistant") === "true") features.push("home_assistant");
  if (settings.text("legacy_topics") === "true") features.push("legacy_topics");
  return features.join(",");
}

/** Name and password of each known network: network-settings.ts. */
export function networksIn(settings: Settings): string {
  return networksOf(settings);
}

/** What holds in place of DHCP: network-settings.ts. */
export function addressIn(settings: Settings): string {
  return addressOf(settings);
}

/** The gateway's number in the old topics; 0 without them. */
export function oldNumberIn(settings: Settings): int<0, 99> {
  const number = Math.min(Math.max(settings.integer("legacy_number"), 1), 99);
  return settings.text("legacy_topics") === "true" ? number : 0;
}

/** What the gateway listens to, a line each. */
export function topicsIn(settings: Settings): string {
  const base = settings.text("topic");
  const topics = [topicBelow(base, SEND_TOPIC), topicBelow(base, REQUEST_TOPIC)];
  if (settings.text("home_assistant") === "true") topics.push(BIRTH_TOPIC);
  const dongle = oldNumberIn(settings);
  if (dongle > 0) topics.push(`${OLD_SEND_TOPIC}${dongle}`);
  return topics.join("\n");
}

/**
 * What Home Assistant is told, on the flash.
 * @param id of the device
 * @returns whether there is something to tell: also that it is to forget the device
 */
export function isDiscoveryKept(settings: Settings, id: string, board: string, flash: KeptOctets): boolean {
  const isWanted = settings.text("home_assistant") === "true";
  return keepDiscovery(flash, settings.text("broker_host"), isWanted ? discoveryPayload(settings, id, board) : "");
}
