// The network of real sockets, as seen in the worker: requests go to the main thread, answers come from there. It knows what
// the host has not answered yet, because virtual time stands still meanwhile.
import type { Network, NetworkEvent, NetworkRequest } from "./network-messages.ts";

/** Longer than this, in real ms, the host's silence is the peer's, and time goes on for the program's time-outs. */
const SILENCE_MS_MAX = 500;

export class HostNetwork implements Network {
  private readonly asked = new Map<string, number>();

  constructor(private readonly post: (request: NetworkRequest) => void) {}

  request(request: NetworkRequest): void {
    const key = keyOfRequest(request);
    if (key) this.asked.set(key, performance.now());
    if (request.do === "drop-all") this.asked.clear();
    this.post(request);
  }

  /** The host has answered. */
  note(event: NetworkEvent): void {
    if (event.event === "resolved") this.asked.delete(`resolve ${event.request}`);
    else if (event.event !== "data") this.asked.delete(`socket ${event.socket}`);
  }

  /** True while an answer is due that comes from this machine: a connection, a name, a handshake. */
  outstanding(): boolean {
    if (this.asked.size === 0) return false; // asked at each step of virtual time
    const now = performance.now();
    for (const since of this.asked.values()) if (now - since < SILENCE_MS_MAX) return true;
    return false;
  }
}

function keyOfRequest(request: NetworkRequest): string | undefined {
  switch (request.do) {
    case "resolve":
      return `resolve ${request.request}`;
    case "connect":
    case "send":
    case "tls":
      return `socket ${request.socket}`;
    default:
      return undefined;
  }
}
