// Settings that are right by themselves and wrong together: the gateway does not run on them, because one of them would
// give away what the other one protects.
import type { Settings } from "./settings.ts";

/** What may not be on together with `key`, and why. */
const NOT_WITH_KEY: readonly (readonly [key: string, reason: string])[] = [
  ["legacy_topics", "the old topics carry texts in the clear"],
  ["ha_text", "Home Assistant gets texts in the clear"],
];

/** What feeds cannot have. */
const NOT_WITH_FEEDS: readonly string[] = ["queue_offline", "home_assistant", "legacy_topics"];

/** A sentence for each contradiction; none when all is well. */
export function contradictionsIn(settings: Settings): string[] {
  const sentences: string[] = [];
  const hasKey = settings.text("key") !== "";
  if (!hasKey && settings.text("require_signed") === "true")
    sentences.push("require_signed needs key: commands are signed with it.");
  if (settings.text("broker_kind") === "adafruit-io" && !isForFeeds(settings))
    sentences.push(
      `broker_kind adafruit-io needs broker_user and broker_password, no / in topic, and ${NOT_WITH_FEEDS.join(", ")} off.`,
    );
  for (const [key, reason] of NOT_WITH_KEY) {
    if (hasKey && settings.text(key) === "true") sentences.push(`${key} must be off where there is a key: ${reason}.`);
  }
  // Home Assistant cannot sign: where commands must be signed it is told of nobody.
  const isTold = settings.text("home_assistant") === "true" && settings.text("require_signed") !== "true";
  if (hasKey && isTold && settings.text("contacts") !== "")
    sentences.push(
      "contacts must be empty where there is a key and home_assistant: names and numbers are published in the clear.",
    );
  return sentences;
}

/** Feeds have no tree of topics, and nothing waits in them. */
function isForFeeds(settings: Settings): boolean {
  const hasUser = settings.text("broker_user") !== "" && settings.text("broker_password") !== "";
  return (
    hasUser && !settings.text("topic").includes("/") && NOT_WITH_FEEDS.every((key) => settings.text(key) !== "true")
  );
}
