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
  return features.join(",");
}
