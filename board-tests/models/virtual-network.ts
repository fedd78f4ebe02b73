// A network inside the worker, for virtual time: services that listen on ports, and connections to them that take
// their time on the way. What the virtual board's sockets talk to when there is no real network.

import type { Clock } from "../virtual-board/clock.ts";

/** The end of a connection that the other side holds: what one may do to it. */
export interface TcpPeer {
  send(bytes: Uint8Array): void;
  /** Ends the connection in good order: what was sent before still arrives. */
  close(): void;
  /** Ends it at once: the other side's next look at it is an error. */
  reset?(): void;
}

/** What one side wants to hear of a connection. */
export interface TcpListener {
  data(bytes: Uint8Array): void;
  /** The other side has closed, or the connection is lost; nothing comes any more. */
  closed(): void;
}

/** The board's side, which also hears how its connect() went. */
export interface TcpClient extends TcpListener {
  connected(): void;
  refused(): void;
  /** The other side has reset the connection; else that is told as its end. */
  reset?(): void;
}

/** Takes a connection and says who listens to it. */
export type TcpService = (peer: TcpPeer) => TcpListener;

/** Answers one datagram; null says nothing. */
export type DatagramService = (bytes: Uint8Array) => Uint8Array | null;

/** What somebody's answer comes from who meddles. */
const STRANGER = "10.0.0.66";

/** Half a round trip in ms: a broker in the same house (10 ms there and back). */
export const LATENCY_MS_DEFAULT = 5;

export class VirtualNetwork {
  private readonly services = new Map<number, TcpService>();
  private readonly datagramServices = new Map<string, { service: DatagramService; isForged: () => boolean }>();
  private readonly links = new Set<Link>();
  /** Hosts that connections reach; null: every host is one and the same. */
  hosts: ReadonlySet<string> | null = null;
  /** False: packets vanish, connections stay as they are, as with a cable that was pulled. */
  up = true;

  constructor(
    private readonly clock: Clock,
    public latencyMs = LATENCY_MS_DEFAULT,
  ) {}

  /** Answers connections to `port` of any host. */
  listen(port: number, service: TcpService): void {
    this.services.set(port, service);
  }

  /** Nobody answers `port` any more; connections stand. */
  unlisten(port: number): void {
    this.services.delete(port);
  }

  /** Answers datagrams to `port` of `host`; forged ones come from somebody else. */
  answerDatagrams(host: string, port: number, service: DatagramService, isForged = () => false): void {
    this.datagramServices.set(`${host}:${port}`, { service, isForged });
  }

  /** Sends a datagram; `receive` hears a round trip later what came back, and from where. */
  sendDatagram(
    host: string,
    port: number,
    bytes: Uint8Array,
    receive: (from: string, bytes: Uint8Array) => void,
  ): void {
    this.carry(() => {
      const found = this.datagramServices.get(`${host}:${port}`);
      const answer = found?.service(bytes) ?? null;
      if (found && answer) this.carry(() => receive(found.isForged() ? STRANGER : host, answer));
    });
  }

  /** Connects the board to `port` of `host`; `client` hears a round trip later how that went. Returns its end. */
  connect(port: number, client: TcpClient, host = ""): TcpPeer {
    const link = new Link(this, client);
    this.links.add(link);
    // Nobody at all answers where there is no host.
    if (this.hosts === null || this.hosts.has(host)) this.carry(() => this.arrive(link, port));
    return link.boardEnd;
  }

  /** The board lost its power or was reset: its connections are gone, and the services notice. */
  dropAll(): void {
    for (const link of [...this.links]) link.boardEnd.close();
  }

  /** Runs `deliver` when a packet that leaves now arrives. */
  carry(deliver: () => void): void {
    if (this.up) this.clock.in(this.latencyMs, deliver);
  }

  forget(link: Link): void {
    this.links.delete(link);
  }

  private arrive(link: Link, port: number): void {
    const service = this.services.get(port);
    if (link.ended) return;
    if (!service) return this.carry(() => link.client.refused());
    link.service = service(link.serviceEnd);
    this.carry(() => {
      if (!link.ended) link.client.connected();
    });
  }
}

/** One connection: two ends, each of which sends to the other's listener. */
class Link {
  service: TcpListener | undefined;
  ended = false;
  readonly boardEnd: TcpPeer;
  readonly serviceEnd: TcpPeer;

  constructor(
    private readonly network: VirtualNetwork,
    readonly client: TcpClient,
  ) {
    this.boardEnd = this.end(() => this.service);
    const serviceEnd = this.end(() => this.client);
    this.serviceEnd = { ...serviceEnd, reset: () => this.leave(() => (client.reset ?? client.closed).call(client)) };
  }

  private leave(tell: () => void): void {
    if (this.ended) return;
    this.ended = true;
    this.network.forget(this);
    this.network.carry(tell);
  }

  private end(other: () => TcpListener | undefined): TcpPeer {
    return {
      send: (bytes) => {
        const copy = bytes.slice();
        if (!this.ended) this.network.carry(() => other()?.data(copy));
      },
      close: () => this.leave(() => other()?.closed()),
    };
  }
}
