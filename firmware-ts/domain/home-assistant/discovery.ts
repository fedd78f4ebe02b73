// What Home Assistant is told of the gateway so that it appears there by itself: one payload for the whole device, retained.
//
// Source: Home Assistant's integration `mqtt`, device discovery (docs/home-assistant.md has what appears); keys by its own
// abbreviations, as the payload has to fit into the heap of a board. It stands here as it goes out, so that little code is
// needed for it: `@` is the device's id, `~` the base of the topics. What stands beside `cmps` holds for all entities.
import { VERSION } from "../info.ts";
import type { Settings } from "../settings/settings.ts";

// A key that is null, or not there, is None in these templates: Home Assistant shows that as unknown.
// last_message_s is a second more or less each time, so the last message's time is one of whole minutes.
const SENSORS = `"signal":{"p":"sensor","name":"Signal","uniq_id":"@_signal","dev_cla":"signal_strength","unit_of_meas":"dBm","stat_cla":"measurement","ent_cat":"diagnostic","val_tpl":"{{ value_json.get('signal_dbm') }}"},
"operator":{"p":"sensor","name":"Operator","uniq_id":"@_operator","ent_cat":"diagnostic","val_tpl":"{{ value_json.get('operator') }}"},
"messages_in":{"p":"sensor","name":"Messages in","uniq_id":"@_messages_in","stat_cla":"total_increasing","val_tpl":"{{ value_json.get('messages_in') }}"},
"messages_out":{"p":"sensor","name":"Messages out","uniq_id":"@_messages_out","stat_cla":"total_increasing","val_tpl":"{{ value_json.get('messages_out') }}"},
"sim_used":{"p":"sensor","name":"SIM used","uniq_id":"@_sim_used","stat_cla":"measurement","ent_cat":"diagnostic","val_tpl":"{{ value_json.get('sim_used') }}"},
"last_message":{"p":"sensor","name":"Last message","uniq_id":"@_last_message","dev_cla":"timestamp","val_tpl":"{% set s=value_json.get('last_message_s') %}{{ None if s is none else (now()-timedelta(seconds=s)).replace(second=0,microsecond=0).isoformat() }}"},
"registered":{"p":"binary_sensor","name":"Registered","uniq_id":"@_registered","dev_cla":"connectivity","ent_cat":"diagnostic","val_tpl":"{{ {None:None,'home':'ON','roaming':'ON'}.get(value_json.get('registration'),'OFF') }}"}`;

const EVENT = `"received":{"p":"event","name":"Message","uniq_id":"@_received","stat_t":"~/sms","evt_typ":["received"]`;

/** Of a message all but the text, and what holds it in another form, become attributes. */
const WITHOUT_TEXT = `,"val_tpl":"{{ dict(value_json.items()|rejectattr(0,'in',['text','code','raw','encrypted']))|to_json }}"`;

const BUTTON = `"restart":{"p":"button","name":"Restart","uniq_id":"@_restart","dev_cla":"restart","ent_cat":"config","cmd_t":"~/request/restart","pl_prs":"{}"}`;

/** One for each contact, known by its number: so it may get another name. */
const NOTIFY = `"p":"notify","cmd_t":"~/sms/send","cmd_tpl":"{{ {'to':'`;

/** With the setting queue_offline each command must say until when it is wanted. */
const EXPIRES = ",'expires':(utcnow()+timedelta(minutes=10)).isoformat()";

/**
 * @param id of the device, in ASCII letters, digits and underscores
 * @returns JSON for DISCOVERY_TOPIC
 */
export function discoveryPayload(settings: Settings, id: string, board: string): string {
  const topic = settings.text("topic");
  const base = JSON.stringify(topic).slice(1, -1);
  // Several gateways have topics of their own.
  const name = topic === "gateway" ? "SMS gateway" : `SMS gateway ${base}`;
  const shared = `"avty_t":"${base}/status","stat_t":"${base}/state","qos":1`;
  let entities = EVENT + (settings.text("ha_text") === "true" ? "" : WITHOUT_TEXT);
  entities += `},\n${SENSORS}`;
  // A command that must be signed is none that Home Assistant could give.
  const canCommand = settings.text("require_signed") !== "true";
  if (canCommand) entities += `,\n${BUTTON}`;
  const contacts = canCommand ? notifiers(settings, id, base) : "";
  const rest = `${shared},"cmps":{${filled(entities, id, base)}${contacts}}}`;
  const device = `"dev":{"ids":"${id}","name":"${name}","mdl":"${board}","sw":"${VERSION}"}`;
  return `{${device},"o":{"name":"sms-gateway","sw":"${VERSION}"},${rest}`;
}

/** By pieces: for replaceAll() a board would need more code. */
function filled(text: string, id: string, base: string): string {
  return text.split("@").join(id).split("~").join(base);
}

function notifiers(settings: Settings, id: string, base: string): string {
  const begin = filled(NOTIFY, id, base);
  const expires = settings.text("queue_offline") === "true" ? EXPIRES : "";
  const contacts = settings.text("contacts");
  const lines = contacts === "" ? [] : contacts.split("\n");
  let entities = "";
  for (let i = 0; i + 1 < lines.length; i += 2) {
    const number = lines[i + 1] ?? "";
    const digits = number.replace("+", "");
    const name = JSON.stringify(lines[i] ?? "");
    const named = `,\n"notify_${digits}":{"name":${name},"uniq_id":"${id}_notify_${digits}",`;
    entities += `${named}${begin}${number}','text':value${expires}}|to_json }}"}`;
  }
  return entities;
}
