// Packet identifiers from 1 to 65535 [MQTT-2.3.1-1], over all connections: with a kept session, what goes out again must have
// the one that it had.
import type { IClientOptions } from "mqtt";

const MAX = 65_535;

type Provider = NonNullable<IClientOptions["messageIdProvider"]>;

export class PacketIdentifiers implements Provider {
  private last = 0;
  private again = 0;

  /** The next packet gets this one. */
  use(identifier: number): void {
    this.again = identifier;
  }

  /** The one that is next in turn. */
  upcoming(): number {
    return (this.last % MAX) + 1;
  }

  allocate(): number {
    const { again } = this;
    this.again = 0;
    if (again > 0) return again;
    this.last = this.upcoming();
    return this.last;
  }

  getLastAllocated(): number {
    return this.last;
  }

  /** One message is under way at a time, so none is taken twice. */
  register(): boolean {
    return true;
  }

  deallocate(): void {}

  /** A new connection is no new beginning. */
  clear(): void {}
}
