// The names of AT+CPMS and the memories behind them (AT Command Manual V1.12, 4.2.2; 3GPP TS 27.005 3.1).

import type { MessageStore, SlotContent } from "./message-store.ts";
import type { Modem } from "./modem.ts";

/** Where a message goes that is to be stored under a name: the first of these that has room. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  SM: ["SM"],
  ME: ["ME"],
  SR: ["SR"],
  SM_P: ["SM", "ME"],
  ME_P: ["ME", "SM"],
  MT: ["ME", "SM"],
};

export function knowsMemory(modem: Modem, name: string): boolean {
  return modem.model.memories.includes(name);
}

/** `used,total` */
export function usage(modem: Modem, name: string): string {
  const stores = (name === "MT" ? ["ME", "SM"] : [primary(name)]).flatMap((each) => modem.memory(each) ?? []);
  const sum = (of: (store: MessageStore) => number): number => stores.reduce((total, each) => total + of(each), 0);
  return `${sum((store) => store.used)},${sum((store) => store.capacity)}`;
}

/** mem1 of AT+CPMS: what is listed, read and deleted. */
export function readMemory(modem: Modem): MessageStore {
  return openMemory(modem, modem.profile.cpms[0]);
}

/** The memory that a name reads and deletes in: the first of its places that has slots. */
export function openMemory(modem: Modem, name: string): MessageStore {
  const stores = (PLACES[name] ?? []).flatMap((each) => modem.memory(each) ?? []);
  return (stores.find((store) => store.capacity > 0) ?? stores[0]) as MessageStore;
}

/** Stores under one of AT+CPMS's names; null if all that it stands for is full. */
export function storeUnder(
  modem: Modem,
  name: string,
  message: Omit<SlotContent, "slot">,
): { memory: string; slot: number } | null {
  for (const memory of PLACES[name] ?? []) {
    const slot = modem.memory(memory)?.store(message.pdu, message.status) ?? null;
    if (slot !== null) return { memory, slot };
  }
  return null;
}

function primary(name: string): string {
  return PLACES[name]?.[0] ?? name;
}
