// A command to send a message, `<topic>/sms/send`, read from what somebody has published: hostile until then.
import { isIdentifier } from "../identifier.ts";
import { objectIn } from "../json-object.ts";
import type { SendError } from "./send-error.ts";

export const NEVER = -1;
export const EXPIRES_MAX = 4000000000;

export class SendCommand {
  /** As given; "" none. */
  id = "";
  /** As given, as far as it can be repeated in an answer. */
  to = "";
  text = "";
  isFlash = false;
  wantsReport = false;
  /** Seconds since the beginning of 2000, UTC; -1 never. */
  expires: int<-1, 4000000000> = NEVER;
  /** What is wrong with it. */
  problem: SendError | null = null;

  /** Keeps the first of several. */
  refuse(code: string, key: string, message: string): void {
    if (this.problem === null) this.problem = { code, message, key };
  }
}

/**
 * @param payload null for one that is too long or no UTF-8
 * @param secondsOf of a time in ISO 8601, since the beginning of 2000; -1 for what is none
 */
export function readSendCommand(payload: string | null, secondsOf: (time: string) => number): SendCommand {
  const command = new SendCommand();
  const fields = payload === null ? null : objectIn(payload);
  if (payload === null) command.refuse("too_large", "", "The command is longer than 2,048 bytes, or no UTF-8.");
  else if (fields === null) command.refuse("malformed", "", "The command must be one JSON object.");
  if (fields !== null) readFields(command, fields, secondsOf);
  return command;
}

function readFields(
  command: SendCommand,
  fields: Record<string, JsonValue>,
  secondsOf: (time: string) => number,
): void {
  const id = fields.id ?? null;
  if (typeof id === "string" && isIdentifier(id)) command.id = id;
  else if (id !== null) command.refuse("malformed", "id", "id must have 1 to 64 printable ASCII characters.");
  const to = recipientIn(fields);
  if (typeof to === "string" && to !== "") command.to = to;
  else command.refuse("malformed", "to", "to must be the number that the message goes to, in quotes.");
  const text = fields.text ?? null;
  if (typeof text === "string" && text !== "") command.text = text;
  else command.refuse("malformed", "text", "text must be a text that is not empty.");
  command.isFlash = flagIn(command, "flash", fields.flash ?? null);
  command.wantsReport = flagIn(command, "report", fields.report ?? null);
  const expires = fields.expires ?? null;
  if (expires === null) return;
  command.expires = typeof expires === "string" ? Math.min(Math.max(secondsOf(expires), NEVER), EXPIRES_MAX) : NEVER;
  if (command.expires < 0)
    command.refuse("malformed", "expires", "expires must be a time with its offset, for example 2026-11-22T09:30:00Z.");
}

/** `number` is another name of it. */
function recipientIn(fields: Record<string, JsonValue>): JsonValue {
  const to = fields.to ?? null;
  return to === null ? (fields.number ?? null) : to;
}

function flagIn(command: SendCommand, key: string, value: JsonValue): boolean {
  if (value === null || typeof value === "boolean") return value === true;
  command.refuse("malformed", key, `${key} must be true or false.`);
  return false;
}
