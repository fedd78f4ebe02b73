// AT+CMGL and AT+CMGR: the stored messages (AT Command Manual V1.12, 4.2.3 and 4.2.4).

import { type Command, integerArgument } from "../command-line.ts";
import { readMemory } from "../memory-names.ts";
import type { MessageStatus, SlotContent, StoredMessage } from "../message-store.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse } from "../modem.ts";
import { inspectPdu } from "../tpdu.ts";
import { withStorage } from "./storage.ts";
import { TEXT_MODE_STATUS, textModeBody, textModeHead } from "./text-mode.ts";

const ALL_MESSAGES = 4;

function list(modem: Modem, command: Command): Answer {
  if (command.form === "test") {
    return ok(
      modem.profile.cmgf === 0 ? "+CMGL: (0-4)" : '+CMGL: ("REC UNREAD","REC READ","STO UNSENT","STO SENT","ALL")',
    );
  }
  const wanted = wantedStatus(modem, command);
  const mode = integerArgument(command, 1, 0);
  if (wanted === undefined || (mode !== 0 && mode !== 1)) return refuse({ cms: 302 });
  const memory = readMemory(modem);
  const found = memory.contents().filter((each) => wanted === ALL_MESSAGES || each.status === wanted);
  const units = found.map((each) => listEntry(modem, each));
  if (mode === 0) for (const each of found) memory.markRead(each.slot);
  return { units, result: "OK" };
}

function wantedStatus(modem: Modem, command: Command): MessageStatus | typeof ALL_MESSAGES | undefined {
  if (modem.profile.cmgf === 1) {
    const text = command.args[0] ?? "REC UNREAD";
    if (text === "ALL") return ALL_MESSAGES;
    const status = TEXT_MODE_STATUS.indexOf(text);
    return status < 0 ? undefined : (status as MessageStatus);
  }
  const status = integerArgument(command, 0, 0);
  return status >= 0 && status <= ALL_MESSAGES ? (status as MessageStatus | 4) : undefined;
}

function listEntry(modem: Modem, message: SlotContent): string {
  const blank = modem.settings.behaviour.blankLinesInListing ? "\r\n" : "";
  return `\r\n+CMGL: ${message.slot},${shown(modem, message)}\r\n${blank}`;
}

/** The rest of the head, and the message in a line of its own. */
function shown(modem: Modem, message: StoredMessage): string {
  const { cmgf, cscs } = modem.profile;
  if (cmgf === 1) return `${textModeHead(message, cscs)}\r\n${textModeBody(message.pdu, cscs)}`;
  const alpha = { quoted: '"",', empty: ",", absent: "" }[modem.settings.behaviour.alphaField];
  return `${message.status},${alpha}${inspectPdu(message.pdu).length}\r\n${message.pdu}`;
}

function read(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok();
  const slot = integerArgument(command, 0, Number.NaN);
  const memory = readMemory(modem);
  if (!memory.has(slot)) return refuse({ cms: 321 });
  const message = memory.read(slot);
  if (!message) return modem.settings.behaviour.emptySlotAnswer === "ok" ? ok() : refuse({ cms: 321 });
  const answer = ok(`+CMGR: ${shown(modem, message)}`);
  if (integerArgument(command, 1, 0) === 0) memory.markRead(slot);
  const replacement = modem.faults.take("replace-after-read");
  if (replacement) memory.put(slot, { status: 0, pdu: replacement.pdu });
  return answer;
}

export const LISTING_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CMGL": withStorage(list),
  "+CMGR": withStorage(read),
};
