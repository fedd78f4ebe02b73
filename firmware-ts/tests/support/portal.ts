// The portal's server in Node, on the stand-ins of the device's modules, with phones that connect to it.
import { Buffer } from "node:buffer";
import { expect } from "vitest";
import { PortalToken } from "../../domain/portal/portal-token.ts";
import type { RequestHead } from "../../domain/portal/request-head.ts";
import { type Route, refusalOf } from "../../domain/portal/request-rules.ts";
import { CaptiveNames } from "../../drivers/portal/captive-names.ts";
import { HttpServer } from "../../drivers/portal/http-server.ts";
import { type Connection, world } from "../../fakes/world.ts";
import type { PortalDesk } from "../../ports/portal.ts";

const TURN_MS = 5;

/** What a desk was asked to do; it does nothing itself. */
export class NotingDesk implements PortalDesk {
  answer = "{}";
  readonly token = new PortalToken(new Uint8Array(16));
  readonly orders: [Route, string][] = [];
  /** Turns that an order takes. */
  turns = 1;
  uses = 0;
  private left = 0;
  private body = "";

  refusal(head: RequestHead, route: Route): number {
    return refusalOf(head, route, this.token);
  }

  used(): void {
    this.uses += 1;
  }

  pieces(route: Route): readonly Uint8Array[] {
    return [`{"route":`, JSON.stringify(route), "}"].map((text) => new TextEncoder().encode(text));
  }

  work(route: Route, body: string): number {
    if (body !== "") this.body = body;
    this.left = this.left === 0 ? this.turns : this.left - 1;
    if (this.left > 1) return 0;
    this.left = 0;
    this.orders.push([route, this.body]);
    return 200;
  }
}

/** One connection of a phone, and what has come back. */
export class Visitor {
  private readonly chunks: Uint8Array[] = [];

  constructor(readonly connection: Connection) {
    connection.onData = (octets) => this.chunks.push(octets);
  }

  send(text: string | Uint8Array): this {
    this.connection.send(typeof text === "string" ? new TextEncoder().encode(text) : text);
    return this;
  }

  hangUp(): void {
    this.connection.isClosedByBroker = true;
  }

  get isClosed(): boolean {
    return this.connection.isClosedByBoard;
  }

  get octets(): Buffer {
    return Buffer.concat(this.chunks);
  }

  /** The status of the answer; 0 for none. */
  get status(): number {
    return Number(/^HTTP\/1\.1 ([0-9]{3}) /.exec(this.octets.toString())?.[1] ?? 0);
  }

  get body(): string {
    return this.octets.toString().split("\r\n\r\n").slice(1).join("\r\n\r\n");
  }
}

export class PortalBench {
  readonly desk = new NotingDesk();
  readonly server: HttpServer;

  constructor() {
    world.reset();
    const clock = { now: () => world.now, sleep: (ms: number) => world.advance(ms) };
    this.server = new HttpServer(clock, new CaptiveNames());
    this.server.serve(this.desk);
    this.server.open();
  }

  /** The loop turns for so long. */
  run(ms: number): void {
    for (let n = 0; n < ms / TURN_MS; n++) {
      this.server.poll(0);
      world.advance(TURN_MS);
    }
  }

  visit(): Visitor {
    const connection = world.connectToBoard(80);
    expect(connection).not.toBeNull();
    return new Visitor(connection as Connection);
  }

  /** An order of the page. */
  order(path: string, body: string | Uint8Array, more = "", type = "application/json"): Uint8Array {
    const octets = typeof body === "string" ? new TextEncoder().encode(body) : body;
    const head = `POST ${path} HTTP/1.1\r\nHost: 192.168.4.1\r\nOrigin: http://192.168.4.1\r\nContent-Type: ${type}\r\nContent-Length: ${octets.length}\r\nX-Setup-Token: ${this.desk.token.text}\r\n${more}\r\n`;
    return Buffer.concat([Buffer.from(head), octets]);
  }
}

/** Octets that begin as a certificate does. */
export function certificateOf(octets: number): Uint8Array {
  const der = Uint8Array.from({ length: octets }, (_, i) => (i * 31) & 0xff);
  der.set([0x30, 0x82, (octets - 4) >> 8, (octets - 4) & 0xff]);
  return der;
}
