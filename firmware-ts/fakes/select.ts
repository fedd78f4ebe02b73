// Stand-in for MicroPython's select module: what a socket is ready for, at once.
import type { PollResult } from "select";
import type { socket } from "./socket.ts";

export const POLLIN = 1 as const;
export const POLLOUT = 4 as const;
export const POLLERR = 8 as const;
export const POLLHUP = 16 as const;

export class poll {
  private objects: { object: socket; events: number }[] = [];

  register(object: socket, events: number): void {
    this.objects.push({ object, events });
  }

  unregister(object: socket): void {
    this.objects = this.objects.filter((each) => each.object !== object);
  }

  poll(_timeoutMs: number): readonly PollResult[] {
    const results = this.objects.map(({ object, events }): PollResult => [object, object.ready() & events]);
    return results.filter(([, ready]) => ready !== 0);
  }
}

// The device's poll takes the device's sockets: here, those of the stand-in.
void ({ POLLIN, POLLOUT, POLLERR, POLLHUP, poll } satisfies Omit<typeof import("select"), "poll"> & { poll: unknown });
