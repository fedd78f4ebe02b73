// What the settings switch on, for whoever reads gateway/info.
import type { Settings } from "./settings.ts";

/** Which of the optional parts they switch on, for gateway/info: in a fixed order, with commas between; "" none. */
export function featuresOf(settings: Settings): string {
  const features: string[] = [];
  if (settings.text("allowed_numbers") !== "") features.push("sending");
  if (settings.text("ussd_codes") !== "") features.push("ussd");
  if (settings.text("balance_code") !== "") features.push("balance");
  if (settings.text("calls") === "reject") features.push("reject_calls");
  if (settings.text("queue_offline") === "true") features.push("queue_offline");
  if (settings.text("publish_identity") === "true") features.push("identity");
  if (settings.text("home_assistant") === "true") features.push("home_assistant");
  if (settings.text("legacy_topics") === "true") features.push("legacy_topics");
  if (settings.text("broker_tls") === "true") features.push("tls");
  if (settings.text("key") !== "") features.push("encryption");
  if (settings.text("require_signed") === "true") features.push("signed_commands");
  return features.join(",");
}
