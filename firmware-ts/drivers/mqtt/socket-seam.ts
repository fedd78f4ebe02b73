// The module that umqtt believes to be `socket`: it gives out the one bounded socket of ours.
import type { MqttSocket, MqttSocketModule } from "umqtt_guard";
import type { BoundedSocket } from "./bounded-socket.ts";

export class SocketSeam implements MqttSocketModule {
  constructor(private readonly bounded: BoundedSocket) {}

  socket(): MqttSocket {
    return this.bounded;
  }

  /** umqtt takes the last part of the first answer; the socket knows the broker's address itself. */
  getaddrinfo(host: string, _port: number): string[][] {
    return [[host]];
  }
}
