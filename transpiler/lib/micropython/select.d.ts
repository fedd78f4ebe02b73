// MicroPython's select module.
declare module "select" {
  import type { socket } from "socket";

  export const POLLIN: 1;
  export const POLLOUT: 4;
  /** What poll() may say unasked: the connection has failed, or there is none. */
  export const POLLERR: 8;
  export const POLLHUP: 16;
  export type PollResult = readonly [socket, number];

  export class poll {
    constructor();
    register(object: socket, events: number): void;
    unregister(object: socket): void;
    /** The objects that are ready, or have failed, within so many milliseconds. */
    poll(timeoutMs: number): readonly PollResult[];
  }
}
