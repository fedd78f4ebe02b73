// umqtt's client as the settings want it. Needed at the start alone: server and port are the socket's business.
import { MQTTClient } from "umqtt.simple";
import { OFFLINE, STATUS_TOPIC, topicBelow } from "../../domain/api.ts";
import type { Settings } from "../../domain/settings/settings.ts";

const KEEPALIVE_S = 60;

/**
 * Texts as octets: umqtt counts characters and sends octets.
 * @param clientId the board's own, where the settings have none
 */
export function clientFor(settings: Settings, clientId: string): MQTTClient {
  const encoder = new TextEncoder();
  const hasUser = settings.text("broker_user") !== "";
  const user = hasUser ? encoder.encode(settings.text("broker_user")) : null;
  const password = hasUser ? encoder.encode(settings.text("broker_password")) : null;
  const id = settings.text("client_id");
  const client = new MQTTClient(encoder.encode(id === "" ? clientId : id), "", 1883, user, password, KEEPALIVE_S);
  // Its feeds know no will.
  if (settings.text("broker_kind") === "adafruit-io") return client;
  const willTopic = encoder.encode(topicBelow(settings.text("topic"), STATUS_TOPIC));
  client.set_last_will(willTopic, encoder.encode(OFFLINE), true, 1);
  return client;
}
