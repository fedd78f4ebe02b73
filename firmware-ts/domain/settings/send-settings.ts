// What the settings say about sending.
import type { SendRules } from "../outbox/send-rules.ts";
import type { Settings } from "./settings.ts";

export function sendRulesOf(settings: Settings): SendRules {
  const isOpen = settings.text("broker_user") === "" && settings.text("insecure_ok") !== "true";
  return {
    allowed: settings.list("allowed_numbers"),
    countryCode: settings.text("country_code"),
    perMinute: Math.max(settings.integer("send_per_minute"), 0),
    perHour: Math.max(settings.integer("send_per_hour"), 0),
    perDay: Math.min(Math.max(settings.integer("send_per_day"), 0), 1000),
    isOpen,
  };
}
