// The settings, for the time of the start: what comes of them is handed on, and their code is forgotten.
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
