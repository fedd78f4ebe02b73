// MicroPython's select module.
declare module "select" {
  import type { socket } from "socket";

  export const POLLIN: 1;
  export const POLLOUT: 4;
  export type PollResult = readonly [socket, number];

  export class poll {
    constructor();
    register(object: socket, events: number): void;
    /** The objects that are ready, or have failed, within so many milliseconds. */
    poll(timeoutMs: number): readonly PollResult[];
  }
}
