// What the settings say about sending, and whether a command keeps to it.
import { decimal } from "../at/parse.ts";
import { EncodedText, PARTS_MAX } from "../pdu/encode-text.ts";
import { isAllowed, normalised } from "./recipients.ts";
import type { SendCommand } from "./send-command.ts";

export interface SendRules {
  /** Numbers, and prefixes with a `*` behind them; none: sending is off. */
  readonly allowed: readonly string[];
  /** Digits; "" unknown. */
  readonly countryCode: string;
  readonly perMinute: int<0, 99999>;
  readonly perHour: int<0, 99999>;
  readonly perDay: int<0, 2000>;
  /** Whether just anybody could give commands: then none is taken. */
  readonly isOpen: boolean;
  /** Whether the broker keeps commands while the gateway is away: then each must say until when it is wanted. */
  readonly isQueueing: boolean;
}

/** @param text as settings/send-settings.ts makes it */
export function rulesIn(text: string): SendRules {
  const [perMinute = "", perHour = "", perDay = "", open = "", queueing = "", countryCode = "", allowed = ""] =
    text.split("|");
  return {
    allowed: allowed === "" ? [] : allowed.split(","),
    countryCode,
    perMinute: Math.max(decimal(perMinute), 0),
    perHour: Math.max(decimal(perHour), 0),
    perDay: Math.min(Math.max(decimal(perDay), 0), 1000),
    isOpen: open !== "",
    isQueueing: queueing !== "",
  };
}

/** Puts the number into its form, and says what is wrong. @returns how many parts the message has */
export function check(command: SendCommand, rules: SendRules): int<0, 255> {
  if (command.problem !== null) return 0;
  if (rules.allowed.length === 0) {
    command.refuse("off", "", "Sending is off: the setting allowed_numbers names nobody.");
    return 0;
  }
  if (rules.isOpen) {
    command.refuse("off", "", "Sending is off: the broker takes anybody. Set broker_user, or insecure_ok.");
    return 0;
  }
  if (rules.isQueueing && command.expires < 0) {
    command.refuse("malformed", "expires", "With the setting queue_offline a command must have expires.");
    return 0;
  }
  const number = normalised(command.to, rules.countryCode);
  if (number === null) {
    command.refuse("malformed", "to", "to must be a number with + and its country code, or country_code must be set.");
    return 0;
  }
  command.to = number;
  if (!isAllowed(number, rules.allowed, rules.countryCode)) {
    command.refuse("not_allowed", "to", "The setting allowed_numbers does not have this number.");
    return 0;
  }
  return partsOf(command);
}

function partsOf(command: SendCommand): int<0, 255> {
  const text = new EncodedText(command.text, false);
  if (text.problem === "notText") command.refuse("malformed", "text", "text has half of a character.");
  else if (text.problem === "tooLong") command.refuse("too_large", "text", `text needs more than ${PARTS_MAX} parts.`);
  return text.parts() & 0xff;
}
