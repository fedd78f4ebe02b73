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

export function use_sockets(sockets: MqttSocketModule | null): void {
  imported.socket = sockets;
}

export function connect(client: MQTTClient, isClean: boolean): number {
  try {
    return client.connect(isClean) << 8;
  } catch (error) {
    return error instanceof MQTTException ? error.code : -1;
  }
}

export function subscribe(client: MQTTClient, topic: Uint8Array, qos: 0 | 1): number {
  try {
    client.subscribe(topic, qos);
    return 0;
  } catch (error) {
    return error instanceof MQTTException ? error.code : -1;
  }
}

export function publish(
  client: MQTTClient,
  topic: Uint8Array,
  payload: Uint8Array,
  flags: number,
  qos: 0 | 1,
): boolean {
  return attempted(() => {
    client.publish(topic, payload, flags, qos);
    client.flush();
  });
}

export function check(client: MQTTClient): number {
  try {
    return client.check_msg() ?? 0;
  } catch {
    return -1;
  }
}

export function ping(client: MQTTClient): boolean {
  return attempted(() => {
    client.ping();
    client.flush();
  });
}

// The device's calls take the device's client: here, the stand-in's.
type Guard = typeof import("umqtt_guard");
void ({ use_sockets } satisfies Pick<Guard, "use_sockets">);
void ({ connect, subscribe, publish, check, ping } satisfies Record<Exclude<keyof Guard, "use_sockets">, unknown>);
