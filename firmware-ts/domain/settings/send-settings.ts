// What the settings say about sending, as one text: it is kept as long as the gateway runs, and seldom needed
// (outbox/send-rules.ts reads it).
import type { Settings } from "./settings.ts";

const PER_DAY_MAX = 1000;

/**
 * Limits per minute, hour and day, whether the broker takes anybody and whether it keeps commands while the gateway is away,
 * country code, allowed numbers: with `|` between.
 */
export function sendRulesOf(settings: Settings): string {
  const hasCertificate = settings.text("broker_tls") === "true" && settings.text("broker_cert") === "true";
  const isKnown = settings.text("broker_user") !== "" || hasCertificate;
  const isOpen = !isKnown && settings.text("insecure_ok") !== "true";
  const perDay = Math.min(settings.integer("send_per_day"), PER_DAY_MAX);
  const limits = `${settings.integer("send_per_minute")}|${settings.integer("send_per_hour")}|${perDay}`;
  const isQueueing = settings.text("queue_offline") === "true";
  const flags = `${isOpen ? "open" : ""}|${isQueueing ? "queueing" : ""}`;
  return `${limits}|${flags}|${settings.text("country_code")}|${settings.text("allowed_numbers")}`;
}
