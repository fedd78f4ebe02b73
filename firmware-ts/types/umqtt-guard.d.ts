// runtime-py/umqtt_guard.py: umqtt's calls with every exception turned into a value.
declare module "umqtt_guard" {
  import type { MQTTClient } from "umqtt.simple";

  /** The part of a socket that umqtt uses. */
  export interface MqttSocket {
    connect(address: string): void;
    /** Exactly so many octets, or an exception; null when not blocking and nothing is there. */
    read(count: number): ReadonlyUint8Array | null;
    write(data: ReadonlyUint8Array, count?: int<0, 65535>): void;
    setblocking(blocking: boolean): void;
    /** Sends what was written. */
    flush(): void;
    close(): void;
  }
  /** The part of the socket module that umqtt uses. */
  export interface MqttSocketModule {
    socket(): MqttSocket;
    getaddrinfo(host: string, port: number): string[][];
  }

  /** Puts a module of ours in the place of the socket module that umqtt imported; null: none, and what it held is free. */
  export function use_sockets(sockets: MqttSocketModule | null): void;
  /** 0 accepted, 256 and the session was kept, 1 to 255 the broker's refusal [MQTT-3.2.2-6], -1 no answer. */
  export function connect(client: MQTTClient, isClean: boolean): int<-1, 256>;
  /** 0 subscribed, 128 the broker's refusal [MQTT-3.9.3-2], -1 no answer. */
  export function subscribe(client: MQTTClient, topic: ReadonlyUint8Array, qos: 0 | 1): int<-1, 255>;
  /**
   * Whether the message was sent; with QoS 1, whether the broker acknowledged it.
   * @param flags RETAIN 1, DUP 8 [MQTT-3.3.1]
   */
  export function publish(
    client: MQTTClient,
    topic: ReadonlyUint8Array,
    payload: ReadonlyUint8Array,
    flags: u8,
    qos: 0 | 1,
  ): boolean;
  /** Takes in what has arrived: 0 nothing left to do, the first octet of a packet whose rest is still to be read, -1 failed. */
  export function check(client: MQTTClient): int<-1, 255>;
  /** Whether the request was sent. */
  export function ping(client: MQTTClient): boolean;
}
