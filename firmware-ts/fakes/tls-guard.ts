// Stand-in for runtime-py/tls_guard.py: nothing is encrypted; it fails where the world says so.
import type { Stream, socket } from "socket";
import { world } from "./world.ts";

export class Handshake {
  failure: number;
  readonly stream: Stream;

  constructor(raw: socket, name: string, authority: ReadonlyUint8Array, certificate: ReadonlyUint8Array) {
    world.handshakes.push({
      name,
      authority: authority.length,
      certificate: certificate.length,
      clock: world.calendar.join(" "),
    });
    this.failure = 0;
    this.stream = raw;
  }

  write(octets: ReadonlyUint8Array): number {
    this.failure = world.tlsFailure;
    return this.failure === 0 && world.tlsEnds ? (this.stream.write(octets) ?? 0) : 0;
  }
}

void ({ Handshake } satisfies Record<keyof typeof import("tls_guard"), unknown>);
