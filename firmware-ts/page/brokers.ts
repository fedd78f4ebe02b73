// The brokers that the form knows: what choosing one fills in, what it then still needs, and which one some settings are for.
import { fallbackOf, type Row, rowOf, type Texts } from "./settings-table.ts";
import { BROKERS, FILLED } from "./tables.baked.ts";

export interface Broker {
  readonly name: string;
  /** How its host ends; "" where it may have any. */
  readonly host: string;
  readonly needs: readonly string[];
  /** Of FILLED. */
  readonly values: readonly string[];
}

export const KNOWN: readonly Broker[] = BROKERS.split("\n").map((line) => {
  const [name, host, needs, ...values] = line.split("|");
  return { name, host, needs: needs.split(" "), values };
});

/** Fills in how that broker is spoken to: TLS, port, authority; host and topic where it has rules for them. */
export function fillIn({ host, values }: Broker, texts: Texts): void {
  for (const [i, key] of FILLED.entries()) texts[key] = values[i];
  texts.broker_port = portFor(texts);
  if (/^\w/.test(host)) texts.broker_host = host;
  // Feeds have no tree of topics.
  if (values[0] !== "mqtt" && texts.topic.includes("/")) texts.topic = "gateway";
}

/** The usual port, with TLS or without. */
export function portFor(texts: Texts): string {
  return fallbackOf(rowOf("broker_port") as Row, texts);
}

/** Its name; "" for settings without a broker, "other" for one that is not known. */
export function brokerOf(texts: Texts): string {
  const host = texts.broker_host;
  const found = KNOWN.find(
    (broker) => FILLED.every((key, i) => broker.values[i] === texts[key]) && host.endsWith(broker.host),
  );
  return host && (found?.name ?? "other");
}
