// umqtt.simple 1.3.4, unmodified from PyPI. It measures texts in characters and sends them in octets: give it octets only.
declare module "umqtt.simple" {
  export class MQTTClient {
    /** Identifier of the last packet that has one: the next one gets one more, and none begins again at 1. */
    pid: u16;
    /** A user needs a password, even an empty one; keepalive in seconds. */
    constructor(
      clientId: ReadonlyUint8Array,
      server: string,
      port: number,
      user: ReadonlyUint8Array | null,
      password: ReadonlyUint8Array | null,
      keepalive: int<0, 65535>,
    );
    set_callback(handler: (topic: ReadonlyUint8Array, payload: ReadonlyUint8Array) => void): void;
    set_last_will(topic: ReadonlyUint8Array, payload: ReadonlyUint8Array, retain: boolean, qos: 0 | 1): void;
  }
}
