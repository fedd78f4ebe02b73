// What must outlive a power cut, as JSON for the flash: messages to be sent with their texts, those of which a report is
// awaited with their references, and the names of those whose end was not told. Each message is a row of texts: name, id, recipient, text, flags, expiry, references,
// and those of them that nothing was reported of.
import { EXPIRES_MAX, NEVER, SendCommand } from "./send-command.ts";
import { Sending } from "./sending.ts";

/** What was read of it. */
export interface KeptSendings {
  readonly queue: readonly Sending[];
  readonly awaited: readonly Sending[];
  /** Not told how they ended: id and recipient alone. */
  readonly untold: readonly Sending[];
}

const FLASH = "f";
const REPORT = "r";

export function packSendings(
  queue: readonly Sending[],
  awaited: readonly Sending[],
  untold: readonly Sending[],
): string {
  return JSON.stringify([queue.map(rowOf), awaited.map(rowOf), untold.map(endOf)]);
}

/** Its text is of no more use. */
function endOf({ command, id, name, references }: Sending): string[] {
  return [name, id, command.to, "", "", "", references.join(" ")];
}

function rowOf({ command, id, missing, name, references }: Sending): string[] {
  const flags = (command.isFlash ? FLASH : "") + (command.wantsReport ? REPORT : "");
  return [name, id, command.to, command.text, flags, `${command.expires}`, references.join(" "), missing.join(" ")];
}

/** @param text of packSendings(); of any other one nothing is read */
export function unpackSendings(text: string): KeptSendings {
  try {
    const value = JSON.parse(text);
    if (Array.isArray(value)) {
      return {
        queue: sendingsIn(value[0] ?? null),
        awaited: sendingsIn(value[1] ?? null),
        untold: sendingsIn(value[2] ?? null),
      };
    }
  } catch (error) {
    // Nothing was kept; but a full heap does not say so: what was kept would be written over.
    if (error instanceof RangeError) throw error;
  }
  return { queue: [], awaited: [], untold: [] };
}

function sendingsIn(rows: JsonValue): Sending[] {
  const sendings: Sending[] = [];
  if (!Array.isArray(rows)) return sendings;
  for (const row of rows) {
    const texts: string[] = [];
    if (Array.isArray(row)) for (const text of row) texts.push(typeof text === "string" ? text : "");
    sendings.push(sendingOf(texts));
  }
  return sendings;
}

function sendingOf(texts: readonly string[]): Sending {
  const [name = "", id = "", to = "", text = "", flags = "", expires = "", references = "", missing = ""] = texts;
  const command = new SendCommand();
  command.to = to;
  command.text = text;
  command.isFlash = flags.includes(FLASH);
  command.wantsReport = flags.includes(REPORT);
  command.expires = Math.min(Math.max(Number.parseInt(expires, 10) || NEVER, NEVER), EXPIRES_MAX);
  const sending = new Sending(command, id, name, 0);
  putNumbers(references, sending.references);
  putNumbers(missing, sending.missing);
  return sending;
}

function putNumbers(text: string, into: number[]): void {
  for (const number of text.split(" ")) if (number !== "") into.push(Number.parseInt(number, 10));
}
