// The settings, for the time of the start: what comes of them is handed on, and their code is forgotten.
import { BIRTH_TOPIC, OLD_SEND_TOPIC } from "../api.ts";
import type { DiscoverySource } from "../home-assistant/discovery.ts";
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

/** The name of the gateway in the old topics; "" without them. */
export function oldNameIn(settings: Settings): string {
  return settings.text("legacy_topics") === "true" ? `dongle${settings.integer("legacy_number")}` : "";
}

/** Topics beside those below the base that the gateway listens to. */
export function otherTopicsIn(settings: Settings): string[] {
  const topics: string[] = [];
  if (settings.text("home_assistant") === "true") topics.push(BIRTH_TOPIC);
  const name = oldNameIn(settings);
  if (name !== "") topics.push(`${OLD_SEND_TOPIC}${name}`);
  return topics;
}

/**
 * What Home Assistant is told is made of it; null where the settings do not want that.
 * @param id of the device
 */
export function discoverySourceIn(settings: Settings, id: string, board: string): DiscoverySource | null {
  if (settings.text("home_assistant") !== "true") return null;
  return {
    id,
    topic: settings.text("topic"),
    board,
    hasText: settings.text("ha_text") === "true",
    canCommand: settings.text("require_signed") !== "true",
    isQueueing: settings.text("queue_offline") === "true",
    contacts: settings.text("contacts"),
  };
}
