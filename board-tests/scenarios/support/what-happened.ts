// Reads the records of the broker and of the modem's wire, the same for every bench.
import type { BrokerEvent, BrokerReport, ReceivedMessage } from "../../models/mqtt-broker/broker.ts";
import type { Deletion, PublishedSms, SentNews, Status, WireLine } from "./story-bench.ts";

export const SMS_TOPIC = "gateway/sms";

export const SEND_TOPIC = "gateway/sms/send";
const SENT_TOPIC = "gateway/sms/sent";

export function toldIn(messages: readonly ReceivedMessage[]): SentNews[] {
  const told = messages.filter(({ topic }) => topic === SENT_TOPIC);
  return told.map(({ payload }) => JSON.parse(new TextDecoder().decode(payload)) as SentNews);
}

export function readSms({ payload }: Pick<ReceivedMessage, "payload">): PublishedSms {
  return JSON.parse(new TextDecoder().decode(payload)) as PublishedSms;
}

/** @param octetMs how long an octet takes on the wire */
export function deletionsIn(sent: readonly WireLine[], octetMs: number): Deletion[] {
  return sent.flatMap(({ text, atMs }) => {
    const slot = /^AT\+CMGD=(\d+)$/.exec(text)?.[1];
    return slot === undefined ? [] : [{ slot: Number(slot), atMs: atMs - `${text}\r`.length * octetMs }];
  });
}

/** The ids on gateway/sms for each connection. */
export function idsByConnection(events: readonly BrokerEvent[]): string[][] {
  const connections: string[][] = [];
  for (const event of events) {
    if (event.type === "connected") connections.push([]);
    if (event.type !== "published" || event.topic !== SMS_TOPIC) continue;
    connections.at(-1)?.push(readSms(event).id);
  }
  return connections;
}

export function statusIn(retained: BrokerReport["retained"]): Status {
  const message = retained.find(({ topic }) => topic === "gateway/status");
  return message ? (new TextDecoder().decode(message.payload) as Status) : null;
}

export function lostConnectionsIn(events: readonly BrokerEvent[]): number {
  return events.filter((event) => event.type === "disconnected" && !event.orderly).length;
}
