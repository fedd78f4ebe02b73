// Stand-in for runtime-py/umqtt_guard.py: the same calls, on the stand-in for umqtt.simple.
import type { MqttSocketModule } from "umqtt_guard";
import { imported, type MQTTClient, MQTTException } from "./umqtt-simple.ts";

function attempted(call: () => void): boolean {
  try {
    call();
    return true;
  } catch {
    return false;
  }
}

export function use_sockets(sockets: MqttSocketModule): void {
  imported.socket = sockets;
}

export function connect(client: MQTTClient): number {
  try {
    client.connect();
    return 0;
  } catch (error) {
    return error instanceof MQTTException ? error.code : -1;
  }
}

export function subscribe(client: MQTTClient, topic: Uint8Array): number {
  if (client.pid >= 65534) client.pid = 0;
  try {
    client.subscribe(topic, 1);
    return 0;
  } catch (error) {
    return error instanceof MQTTException ? error.code : -1;
  }
}

export function publish(
  client: MQTTClient,
  topic: Uint8Array,
  payload: Uint8Array,
  retain: boolean,
  qos: 0 | 1,
): boolean {
  if (client.pid >= 65534) client.pid = 0;
  return attempted(() => client.publish(topic, payload, retain, qos));
}

export function check(client: MQTTClient): number {
  try {
    return client.check_msg() ?? 0;
  } catch {
    return -1;
  }
}

export function ping(client: MQTTClient): boolean {
  return attempted(() => client.ping());
}

// The device's calls take the device's client: here, the stand-in's.
type Guard = typeof import("umqtt_guard");
void ({ use_sockets } satisfies Pick<Guard, "use_sockets">);
void ({ connect, subscribe, publish, check, ping } satisfies Record<Exclude<keyof Guard, "use_sockets">, unknown>);
