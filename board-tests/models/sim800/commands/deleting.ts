// AT+CMGD and AT+CMGDA: messages leave their slots, and the network sends what it held (AT Command Manual V1.12, 4.2.1
// and 4.2.18).

import { type Command, integerArgument } from "../command-line.ts";
import { readMemory } from "../memory-names.ts";
import type { MessageStatus, MessageStore } from "../message-store.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse } from "../modem.ts";
import { withStorage } from "./storage.ts";

/** Which statuses AT+CMGD's second argument removes: 1 read, 2 and sent, 3 and unsent, 4 all. */
const DELETE_FLAGS: Readonly<Record<number, readonly MessageStatus[]>> = {
  1: [1],
  2: [1, 3],
  3: [1, 3, 2],
  4: [1, 3, 2, 0],
};

function remove(modem: Modem, command: Command): Answer {
  const memory = readMemory(modem);
  if (command.form === "test") return ok(`+CMGD: (${memory.firstSlot}-${memory.lastSlot}),(0-4)`);
  const slot = integerArgument(command, 0, Number.NaN);
  const flag = integerArgument(command, 1, 0);
  if (flag === 0) return removeOne(modem, memory, slot);
  const statuses = DELETE_FLAGS[flag];
  return statuses ? removeByStatus(modem, memory, statuses) : refuse({ cms: 302 });
}

function removeOne(modem: Modem, memory: MessageStore, slot: number): Answer {
  if (!memory.has(slot)) return refuse({ cms: 321 });
  if (!memory.delete(slot)) return modem.settings.behaviour.emptyDeleteAnswer === "ok" ? ok() : refuse({ cms: 321 });
  modem.mailbox.wake();
  return ok();
}

function removeByStatus(modem: Modem, memory: MessageStore, statuses: readonly MessageStatus[]): Answer {
  for (const each of memory.contents()) if (statuses.includes(each.status)) memory.delete(each.slot);
  modem.mailbox.wake();
  return ok();
}

/** AT+CMGDA: by words in text mode, by 1 to 6 in PDU mode. */
const DELETE_ALL: readonly (readonly [string, readonly MessageStatus[]])[] = [
  ["DEL READ", [1]],
  ["DEL UNREAD", [0]],
  ["DEL SENT", [3]],
  ["DEL UNSENT", [2]],
  ["DEL INBOX", [0, 1]],
  ["DEL ALL", [0, 1, 2, 3]],
];

function removeAll(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok("+CMGDA: (1-6)");
  const key = command.args[0] ?? "";
  const entry = DELETE_ALL.find(([word], index) =>
    modem.profile.cmgf === 1 ? word === key : String(index + 1) === key,
  );
  return entry ? removeByStatus(modem, readMemory(modem), entry[1]) : refuse({ cms: 302 });
}

export const DELETING_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CMGD": withStorage(remove),
  "+CMGDA": withStorage(removeAll),
};
