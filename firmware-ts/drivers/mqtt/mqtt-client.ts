// umqtt's client as the settings want it. Needed at the start alone: server and port are the socket's business.
import { MQTTClient } from "umqtt.simple";
import { OFFLINE, STATUS_TOPIC, topicBelow } from "../../domain/api.ts";
import { type GivenSettings, textIn } from "../../domain/settings/given.ts";

const KEEPALIVE_S = 60;

/** Texts as octets: umqtt counts characters and sends octets. */
export function clientFor(given: GivenSettings, clientId: string): MQTTClient {
  const encoder = new TextEncoder();
  const hasUser = textIn(given, "broker_user") !== "";
  const user = hasUser ? encoder.encode(textIn(given, "broker_user")) : null;
  const password = hasUser ? encoder.encode(textIn(given, "broker_password")) : null;
  const client = new MQTTClient(encoder.encode(clientId), "", 1883, user, password, KEEPALIVE_S);
  const willTopic = encoder.encode(topicBelow(textIn(given, "topic"), STATUS_TOPIC));
  client.set_last_will(willTopic, encoder.encode(OFFLINE), true, 1);
  return client;
}
