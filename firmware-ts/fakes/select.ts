// Stand-in for MicroPython's select module: a socket is ready to be written to once its connection stands or failed.
import type { PollResult } from "select";
import type { socket } from "./socket.ts";

export const POLLIN = 1 as const;
export const POLLOUT = 4 as const;

export class poll {
  private readonly objects: { object: socket; events: number }[] = [];

  register(object: socket, events: number): void {
    this.objects.push({ object, events });
  }

  poll(_timeoutMs: number): readonly PollResult[] {
    const ready = this.objects.filter(({ object }) => object.state === "connected" || object.state === "failed");
    return ready.map(({ object, events }): PollResult => [object, events]);
  }
}

// The device's poll takes the device's sockets: here, those of the stand-in.
void ({ POLLIN, POLLOUT, poll } satisfies Omit<typeof import("select"), "poll"> & { poll: unknown });
