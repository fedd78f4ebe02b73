// The main thread's side of what comes to a board from this machine: for each port at which the board listens a free one of
// the loopback interface, a door, behind which connections and datagrams go on to the board. A door stays where it is as long
// as the bench is there; while the board does not listen, it resets.
import dgram from "node:dgram";
import net from "node:net";
import type { GuestCommand, GuestEvent } from "../models/access-point/guests.ts";
import { HeadRewriter, type Replacement } from "./head-rewriter.ts";

const LOOPBACK = "127.0.0.1";
const PORTAL = "192.168.4.1";
const HTTP_PORT = 80;
const DNS_PORT = 53;

/** Addresses of this machine, host and port, for what the board serves by its own access point. */
export interface Portal {
  http: string;
  dns: string | null;
}

interface Guest {
  stream: net.Socket;
  request: HeadRewriter;
  answer: HeadRewriter | null;
}

export class HostDoors {
  private readonly servers = new Map<number, net.Server>();
  private readonly datagrams = new Map<number, dgram.Socket>();
  /** Of those the ones that have their port. */
  private readonly bound = new Set<number>();
  private readonly guests = new Map<number, Guest>();
  /** Ports at which the board listens now. */
  private readonly open = new Set<string>();
  private nextGuest = 1;
  private isAccessPointOn = false;
  /** The board has served HTTP since its access point is on. */
  private hasServed = false;

  private told = "null";

  /** @param changed hears of each change of `portal` */
  constructor(
    private readonly send: (command: GuestCommand) => void,
    private readonly changed: (portal: Portal | null) => void,
  ) {}

  /** Null until the access point is on and the board has listened for HTTP; stays while it is on. */
  get portal(): Portal | null {
    const http = this.portOf(this.servers.get(HTTP_PORT));
    const dns = this.bound.has(DNS_PORT) ? this.datagrams.get(DNS_PORT) : undefined;
    if (!this.isAccessPointOn || !this.hasServed || http === undefined) return null;
    return { http: `${LOOPBACK}:${http}`, dns: dns ? `${LOOPBACK}:${dns.address().port}` : null };
  }

  /** Where connections to the board's `port` are taken; undefined: it does not listen there. */
  hostPort(port: number): number | undefined {
    return this.open.has(`tcp ${port}`) ? this.portOf(this.servers.get(port)) : undefined;
  }

  take(event: GuestEvent): void {
    switch (event.event) {
      case "door":
        return this.doorChanged(event.protocol, event.port, event.open);
      case "access-point":
        this.isAccessPointOn = event.on;
        this.hasServed = event.on && this.open.has(`tcp ${HTTP_PORT}`);
        return this.look();
      case "data":
        return this.toGuest(event.guest, event.bytes);
      case "ended":
        this.guests.get(event.guest)?.stream.end();
        return;
      case "failed":
        this.guests.get(event.guest)?.stream.resetAndDestroy();
        this.guests.delete(event.guest);
        return;
      case "datagram":
        this.datagrams.get(event.port)?.send(event.bytes, event.toPort, LOOPBACK);
    }
  }

  close(): void {
    for (const { stream } of this.guests.values()) stream.destroy();
    for (const server of this.servers.values()) server.close();
    for (const socket of this.datagrams.values()) socket.close();
    this.guests.clear();
  }

  private portOf(server: net.Server | undefined): number | undefined {
    const address = server?.address();
    return typeof address === "object" && address !== null ? address.port : undefined;
  }

  private doorChanged(protocol: "tcp" | "udp", port: number, isOpen: boolean): void {
    if (!isOpen) return void this.open.delete(`${protocol} ${port}`);
    this.open.add(`${protocol} ${port}`);
    if (protocol === "udp") this.makeDatagramDoor(port);
    else this.makeDoor(port);
    if (protocol === "tcp" && port === HTTP_PORT && this.isAccessPointOn) this.hasServed = true;
    this.look();
  }

  private makeDoor(port: number): void {
    if (this.servers.has(port)) return;
    // A connection of which one half has ended may go on in the other.
    const server = net.createServer({ allowHalfOpen: true }, (stream) => this.letIn(port, stream));
    this.servers.set(port, server);
    server.listen(0, LOOPBACK, () => this.look());
  }

  private makeDatagramDoor(port: number): void {
    if (this.datagrams.has(port)) return;
    const socket = dgram.createSocket("udp4");
    this.datagrams.set(port, socket);
    socket.on("message", (bytes, from) =>
      this.send({ do: "datagram", port, fromPort: from.port, bytes: Uint8Array.from(bytes) }),
    );
    socket.bind(0, LOOPBACK, () => {
      this.bound.add(port);
      this.look();
    });
  }

  private look(): void {
    const { portal } = this;
    const text = JSON.stringify(portal);
    if (text === this.told) return;
    this.told = text;
    this.changed(portal);
  }

  private letIn(port: number, stream: net.Socket): void {
    const guest = this.nextGuest++;
    const own = `${LOOPBACK}:${stream.localPort}`;
    const request = new HeadRewriter(port === HTTP_PORT ? requestReplacements(own) : []);
    this.guests.set(guest, { stream, request, answer: null });
    stream.setNoDelay(true);
    this.send({ do: "open", guest, port });
    stream.on("data", (bytes) => this.toBoard(guest, request.pass(Uint8Array.from(bytes as Buffer))));
    stream.on("end", () => {
      this.toBoard(guest, request.end());
      this.send({ do: "end", guest });
    });
    stream.on("error", () => {
      if (this.guests.delete(guest)) this.send({ do: "reset", guest });
    });
    stream.on("close", () => {
      if (this.guests.delete(guest) && !stream.readableEnded) this.send({ do: "reset", guest });
    });
  }

  private toBoard(guest: number, bytes: Uint8Array): void {
    if (bytes.length > 0) this.send({ do: "send", guest, bytes });
  }

  private toGuest(number: number, bytes: Uint8Array): void {
    const guest = this.guests.get(number);
    if (!guest) return;
    const { stream, request } = guest;
    // An address that the client did not use means nothing to it.
    const location = `http://${LOOPBACK}:${stream.localPort}`;
    guest.answer ??= new HeadRewriter(request.replaced.has("Host") ? answerReplacements(location) : []);
    stream.write(guest.answer.pass(bytes), () => this.send({ do: "flushed", guest: number, count: bytes.length }));
  }
}

/** What may follow an address in a header. */
const AFTER_HOST = ["\r", "\n"];
const AFTER_ORIGIN = ["\r", "\n", "/", ":"];

function requestReplacements(own: string): Replacement[] {
  return [own, own.replace(LOOPBACK, "localhost")].flatMap((address) => [
    { header: "Host", from: address, to: PORTAL, before: AFTER_HOST },
    { header: "Origin", from: `http://${address}`, to: `http://${PORTAL}`, before: AFTER_HOST },
  ]);
}

function answerReplacements(location: string): Replacement[] {
  return [{ header: "Location", from: `http://${PORTAL}`, to: location, before: AFTER_ORIGIN }];
}
