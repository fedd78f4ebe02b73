// What the settings say of topics beside those below the base: Home Assistant's, and those of the first gateway of this kind.
import { BIRTH_TOPIC, OLD_SEND_TOPIC, REQUEST_TOPIC, SEND_TOPIC, topicBelow } from "../api.ts";
import type { Settings } from "./settings.ts";

/** The gateway's number in the old topics; 0 without them. */
export function oldNumberOf(settings: Settings): int<0, 99> {
  const number = Math.min(Math.max(settings.integer("legacy_number"), 1), 99);
  return settings.text("legacy_topics") === "true" ? number : 0;
}

/** What the gateway listens to, a line each. */
export function topicsOf(settings: Settings): string {
  const base = settings.text("topic");
  const topics = [topicBelow(base, SEND_TOPIC), topicBelow(base, REQUEST_TOPIC)];
  if (settings.text("home_assistant") === "true") topics.push(BIRTH_TOPIC);
  const dongle = oldNumberOf(settings);
  if (dongle > 0) topics.push(`${OLD_SEND_TOPIC}${dongle}`);
  return topics.join("\n");
}
