// What Home Assistant is told of the gateway so that it appears there by itself: one payload for the whole device, retained.
//
// Source: Home Assistant's integration `mqtt`, device discovery; keys by its own abbreviations (abbreviations.py), as the
// payload has to fit into the heap of a board. What stands beside `cmps` holds for all entities.
import { VERSION } from "../info.ts";

/** So much of a message is in no attribute of the event: the text, and what holds it in another form. */
const HIDDEN = "['text','code','raw','encrypted']";

/** The event without them; `value_json` is the message. */
const WITHOUT_TEXT = `{{ dict(value_json.items()|rejectattr(0,'in',${HIDDEN}))|to_json }}`;

/** state-report.ts tells seconds since it; whole minutes, as they are a second more or less each time. */
const LAST_MESSAGE =
  "{% set s=value_json.get('last_message_s') %}{{ None if s is none else (now()-timedelta(seconds=s)).replace(second=0,microsecond=0).isoformat() }}";

const REGISTERED = "{{ {None:None,'home':'ON','roaming':'ON'}.get(value_json.get('registration'),'OFF') }}";

/** With the setting queue_offline each command must say until when it is wanted. */
const EXPIRES = ",'expires':(utcnow()+timedelta(minutes=10)).isoformat()";

/** What the payload depends on. */
export interface DiscoverySource {
  /** Of the device, in ASCII letters, digits and underscores. */
  readonly id: string;
  /** Base of the topics. */
  readonly topic: string;
  readonly board: string;
  /** Texts and codes may become attributes of the event. */
  readonly hasText: boolean;
  /** Commands need no signature, which Home Assistant could not make. */
  readonly canCommand: boolean;
  /** A command must say until when it is wanted. */
  readonly isQueueing: boolean;
  /** Name and number of each who may be written to, a line each. */
  readonly contacts: string;
}

/** @returns JSON for DISCOVERY_TOPIC */
export function discoveryPayload(source: DiscoverySource): string {
  const { board, canCommand, id, topic } = source;
  const base = JSON.stringify(topic).slice(1, -1);
  // Several gateways have topics of their own.
  const name = topic === "gateway" ? "SMS gateway" : `SMS gateway ${base}`;
  const device = `"dev":{"ids":"${id}","name":"${name}","mdl":"${board}","sw":"${VERSION}"}`;
  const origin = `"o":{"name":"sms-gateway","sw":"${VERSION}"}`;
  const shared = `"avty_t":"${base}/status","stat_t":"${base}/state","qos":1`;
  const entities = [event(id, base, source.hasText), sensors(id)];
  if (canCommand) entities.push(button(id, base), ...notifiers(source, base));
  return `{${device},${origin},${shared},"cmps":{${entities.join(",")}}}`;
}

function event(id: string, base: string, hasText: boolean): string {
  const template = hasText ? "" : `,"val_tpl":"${WITHOUT_TEXT}"`;
  return entity(id, "received", "event", "Message", `"evt_typ":["received"],"stat_t":"${base}/sms"${template}`);
}

function sensors(id: string): string {
  const signal = `"dev_cla":"signal_strength","unit_of_meas":"dBm","stat_cla":"measurement"`;
  return [
    stateSensor(id, "signal", "Signal", "signal_dbm", `${signal},"ent_cat":"diagnostic"`),
    stateSensor(id, "operator", "Operator", "operator", '"ent_cat":"diagnostic"'),
    stateSensor(id, "messages_in", "Messages in", "messages_in", '"stat_cla":"total_increasing"'),
    stateSensor(id, "messages_out", "Messages out", "messages_out", '"stat_cla":"total_increasing"'),
    stateSensor(id, "sim_used", "SIM used", "sim_used", '"stat_cla":"measurement","ent_cat":"diagnostic"'),
    entity(id, "last_message", "sensor", "Last message", `"dev_cla":"timestamp","val_tpl":"${LAST_MESSAGE}"`),
    entity(
      id,
      "registered",
      "binary_sensor",
      "Registered",
      `"dev_cla":"connectivity","ent_cat":"diagnostic","val_tpl":"${REGISTERED}"`,
    ),
  ].join(",");
}

function button(id: string, base: string): string {
  const restart = '"dev_cla":"restart","ent_cat":"config","pl_prs":"{}"';
  return entity(id, "restart", "button", "Restart", `${restart},"cmd_t":"${base}/request/restart"`);
}

/** One for each contact, known by its number: so it may get another name. */
function notifiers({ contacts, id, isQueueing }: DiscoverySource, base: string): string[] {
  const entities: string[] = [];
  const lines = contacts === "" ? [] : contacts.split("\n");
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const number = lines[i + 1] ?? "";
    const template = `{{ {'to':'${number}','text':value${isQueueing ? EXPIRES : ""}}|to_json }}`;
    const rest = `"cmd_t":"${base}/sms/send","cmd_tpl":"${template}"`;
    entities.push(entity(id, `notify_${number.replace("+", "")}`, "notify", lines[i] ?? "", rest));
  }
  return entities;
}

/** A sensor of one key of the state; null there, or no such key, is None here: unknown. */
function stateSensor(id: string, key: string, name: string, stateKey: string, rest: string): string {
  return entity(id, key, "sensor", name, `${rest},"val_tpl":"{{ value_json.get('${stateKey}') }}"`);
}

function entity(id: string, key: string, platform: string, name: string, rest: string): string {
  return `"${key}":{"p":"${platform}","name":${JSON.stringify(name)},"uniq_id":"${id}_${key}",${rest}}`;
}
