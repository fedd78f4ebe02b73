// Commands on stored messages: list, read, delete, storage, announcements (AT Command Manual V1.12, chapter 4).

import { type Command, integerArgument } from "../command-line.ts";
import type { MessageStatus, MessageStore, SlotContent, StoredMessage } from "../message-store.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import type { FinalResult } from "../result-codes.ts";
import type { SimLock } from "../sim-card.ts";
import { inspectPdu } from "../tpdu.ts";
import { TEXT_MODE_STATUS, textModeBody, textModeHead } from "./text-mode.ts";

const ALL_MESSAGES = 4;

/** AT Command Manual 19.2: 310 no SIM, 311 PIN, 316 PUK, 517 blocked. */
const LOCK_ERROR: Readonly<Record<SimLock, number | undefined>> = {
  absent: 310,
  pin: 311,
  puk: 316,
  blocked: 517,
  ready: undefined,
};

/** Runs `handler` only with an open SIM whose messages have been read. */
export function withStorage(handler: CommandHandler): CommandHandler {
  return (modem, command) => {
    const locked = LOCK_ERROR[modem.sim.lock];
    if (locked !== undefined) return refuse({ cms: locked });
    const early = modem.settings.behaviour.storageErrorBeforeReady;
    return modem.storageReady || early === null ? handler(modem, command) : refuse({ cms: early });
  };
}

function format(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CMGF: ${modem.profile.cmgf}`);
  if (command.form === "test") return ok("+CMGF: (0,1)");
  const mode = integerArgument(command, 0, 0);
  if (mode !== 0 && mode !== 1) return refuse({ cms: 303 });
  modem.profile.cmgf = mode;
  return ok();
}

const CNMI_RANGES: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [0, 1, 2, 3],
  [0, 2],
  [0, 1], // ds 2 is not offered: a SIM800 does not store status reports
  [0, 1],
];

function announcements(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CNMI: ${modem.profile.cnmi.join(",")}`);
  if (command.form === "test") return ok(`+CNMI: ${CNMI_RANGES.map((values) => `(${values.join(",")})`).join(",")}`);
  const [mode, mt, bm, ds, bfr] = CNMI_RANGES.map((values, index) => {
    const value = integerArgument(command, index, modem.profile.cnmi[index] as number);
    return values.includes(value) ? value : Number.NaN;
  }) as [number, number, number, number, number];
  if ([mode, mt, bm, ds, bfr].some(Number.isNaN)) return refuse({ cms: 303 });
  modem.profile.cnmi = [mode, mt, bm, ds, bfr];
  return ok();
}

function storage(modem: Modem, command: Command): Answer {
  if (command.form === "test")
    return ok('+CPMS: ("SM","ME","SM_P","ME_P","MT"),("SM","ME","SM_P","ME_P","MT"),("SM","ME","SM_P","ME_P","MT")');
  if (command.form === "query") {
    return ok(`+CPMS: ${modem.profile.cpms.map((name) => `"${name}",${usage(modem, name)}`).join(",")}`);
  }
  const names = [0, 1, 2].map((index) => command.args[index] || (modem.profile.cpms[index] as string));
  if (command.args.length === 0 || names.some((name) => !modem.memory(name))) return refuse({ cms: 302 });
  modem.profile.cpms = names as [string, string, string];
  return ok(`+CPMS: ${modem.profile.cpms.map((name) => usage(modem, name)).join(",")}`);
}

function usage(modem: Modem, name: string): string {
  const memory = modem.memory(name) as MessageStore;
  return `${memory.used},${memory.capacity}`;
}

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
  if (modem.profile.cmgf === 1) {
    return `\r\n+CMGL: ${message.slot},${textModeHead(message)}\r\n${textModeBody(message.pdu)}\r\n${blank}`;
  }
  return `\r\n+CMGL: ${message.slot},${pduHead(modem, message)}\r\n${message.pdu}\r\n${blank}`;
}

/** `<stat>,[<alpha>],<length>` */
function pduHead(modem: Modem, message: StoredMessage): string {
  const alpha = { quoted: '"",', empty: ",", absent: "" }[modem.settings.behaviour.alphaField];
  return `${message.status},${alpha}${inspectPdu(message.pdu).length}`;
}

function read(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok();
  const slot = integerArgument(command, 0, Number.NaN);
  const memory = readMemory(modem);
  if (!memory.has(slot)) return refuse({ cms: 321 });
  const message = memory.read(slot);
  if (!message) return emptySlot(modem.settings.behaviour.emptySlotAnswer);
  const answer = readAnswer(modem, message);
  if (integerArgument(command, 1, 0) === 0) memory.markRead(slot);
  const replacement = modem.faults.take("replace-after-read");
  if (replacement) memory.put(slot, { status: 0, pdu: replacement.pdu });
  return answer;
}

function readAnswer(modem: Modem, message: StoredMessage): Answer {
  if (modem.profile.cmgf === 1) return ok(`+CMGR: ${textModeHead(message)}\r\n${textModeBody(message.pdu)}`);
  return ok(`+CMGR: ${pduHead(modem, message)}\r\n${message.pdu}`);
}

function emptySlot(answer: "ok" | "cms-321"): Answer {
  return answer === "ok" ? ok() : refuse({ cms: 321 });
}

/** Which statuses AT+CMGD's second argument removes: 1 read, 2 and sent, 3 and unsent, 4 all. */
const DELETE_FLAGS: Readonly<Record<number, readonly MessageStatus[]>> = {
  1: [1],
  2: [1, 3],
  3: [1, 3, 2],
  4: [1, 3, 2, 0],
};

function remove(modem: Modem, command: Command): Answer {
  const memory = readMemory(modem);
  if (command.form === "test") return ok(`+CMGD: (1-${memory.capacity}),(0-4)`);
  const slot = integerArgument(command, 0, Number.NaN);
  const flag = integerArgument(command, 1, 0);
  if (flag === 0) return removeOne(modem, memory, slot);
  const statuses = DELETE_FLAGS[flag];
  return statuses ? removeByStatus(modem, memory, statuses) : refuse({ cms: 302 });
}

function removeOne(modem: Modem, memory: MessageStore, slot: number): Answer {
  if (!memory.has(slot)) return refuse({ cms: 321 });
  if (!memory.delete(slot)) return emptySlot(modem.settings.behaviour.emptyDeleteAnswer);
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
  return entry ? removeByStatus(modem, readMemory(modem), entry[1]) : refuse({ cms: 302 } satisfies FinalResult);
}

/** mem1 of AT+CPMS: what is listed, read and deleted. */
function readMemory(modem: Modem): MessageStore {
  return modem.memory(modem.profile.cpms[0]) as MessageStore;
}

function service(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CSMS: ${modem.profile.csms},1,1,1`);
  if (command.form === "test") return ok("+CSMS: (0-1)");
  const value = integerArgument(command, 0, Number.NaN);
  if (value !== 0 && value !== 1) return WRONG_PARAMETERS;
  modem.profile.csms = value;
  return ok("+CSMS: 1,1,1");
}

function storeClass0(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+SCLASS0: ${modem.profile.sclass0}`);
  if (command.form === "test") return ok("+SCLASS0: (0,1)");
  const value = integerArgument(command, 0, Number.NaN);
  if (value !== 0 && value !== 1) return WRONG_PARAMETERS;
  modem.profile.sclass0 = value;
  return ok();
}

export const MESSAGE_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CMGF": format,
  "+CSMS": service,
  "+CNMI": withStorage(announcements),
  "+CPMS": withStorage(storage),
  "+CMGL": withStorage(list),
  "+CMGR": withStorage(read),
  "+CMGD": withStorage(remove),
  "+CMGDA": withStorage(removeAll),
  "+SCLASS0": storeClass0,
  "+CSCA": (modem, command) => (command.form === "query" ? ok(`+CSCA: "${modem.settings.serviceCentre}",145`) : ok()),
};
