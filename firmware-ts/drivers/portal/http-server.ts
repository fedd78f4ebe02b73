// The portal's listener: takes four connections at most, gives each a step in turn, and answers names beside them. lwIP has five
// connections in all; the fifth waits until one of the four is over.
import { POLLIN, poll } from "select";
import { AF_INET, SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, socket } from "socket";
import type { Clock } from "../../ports/clock.ts";
import type { PortalDesk, PortalServer } from "../../ports/portal.ts";
import type { CaptiveNames } from "./captive-names.ts";
import { type Counter, HttpConnection, PIECE_OCTETS } from "./http-connection.ts";
import { PageFile } from "./page-file.ts";
import { Upload } from "./upload.ts";

const PORT = 80;
const CONNECTIONS_MAX = 4;
/** More than lwIP has: nobody is reset for want of a place here. */
const BACKLOG = 8;
/** A browser opens connections that it may need: who says nothing for so long makes room for who waits. */
const SILENT_MS = 1000;
/** While answers go out: the other side has what is on its way. */
const SENDING_WAIT_MS = 4;

export class HttpServer implements PortalServer {
  private listener: socket | null = null;
  /** Whether the poller looks at it: with nobody to make room, who waits would keep it from waiting. */
  private isAsked = false;
  private connections: HttpConnection[] = [];
  private counter: Counter | null = null;
  private readonly poller = new poll();

  constructor(
    private readonly clock: Clock,
    private readonly names: CaptiveNames,
  ) {
    this.poller.register(names.raw, POLLIN);
  }

  serve(desk: PortalDesk): void {
    const piece = new Uint8Array(PIECE_OCTETS);
    const page = new PageFile("/portal/page.http", piece);
    const german = new PageFile("/portal/de.http", piece);
    this.counter = { desk, page, german, upload: new Upload(), served: null };
  }

  open(): void {
    if (this.listener !== null) return;
    const listener = new socket(AF_INET, SOCK_STREAM);
    listener.setblocking(false);
    // Connections that have just ended keep the port for minutes.
    listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
    listener.bind(["0.0.0.0", PORT]);
    listener.listen(BACKLOG);
    this.listener = listener;
  }

  close(): void {
    const { listener } = this;
    if (listener === null) return;
    this.listener = null;
    this.ask(listener, false);
    listener.close();
    for (const connection of this.connections) this.end(connection);
    this.connections = [];
  }

  isIdle(): boolean {
    return this.connections.length === 0;
  }

  poll(waitMs: int<0, 100>): void {
    const { listener } = this;
    if (listener !== null) this.ask(listener, this.connections.length < CONNECTIONS_MAX || this.silent() !== undefined);
    const isReading = this.connections.every((each) => each.isReading());
    const ready = this.poller.poll(isReading ? waitMs : Math.min(waitMs, SENDING_WAIT_MS));
    for (const [raw] of ready) {
      if (raw === this.names.raw) this.names.answer();
      else if (raw === listener) this.accept(listener);
      else this.read(raw);
    }
    if (this.connections.length > 0) this.step();
  }

  private accept(listener: socket): void {
    if (this.connections.length >= CONNECTIONS_MAX) {
      // The next turn takes the one that waits.
      this.silent()?.close();
      return;
    }
    const { counter } = this;
    if (counter === null) return;
    try {
      const [raw] = listener.accept();
      raw.setblocking(false);
      this.connections.push(new HttpConnection(raw, counter, this.clock.now()));
      this.poller.register(raw, POLLIN);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      // It has gone already.
    }
  }

  /** Whether the poller is to say that somebody waits. */
  private ask(listener: socket, isAsked: boolean): void {
    if (this.isAsked === isAsked) return;
    this.isAsked = isAsked;
    if (isAsked) this.poller.register(listener, POLLIN);
    else this.poller.unregister(listener);
  }

  private silent(): HttpConnection | undefined {
    const now = this.clock.now();
    return this.connections.find((each) => each.isSilent(SILENT_MS, now));
  }

  private read(raw: socket): void {
    for (const each of this.connections) {
      // What else comes is left where it is until it is wanted.
      if (each.raw === raw && each.isReading()) each.read(this.clock.now());
    }
  }

  private step(): void {
    const now = this.clock.now();
    let isAnyClosed = false;
    for (const each of this.connections) {
      if (!each.isClosed()) each.poll(now);
      if (each.isClosed()) isAnyClosed = true;
    }
    if (!isAnyClosed) return;
    for (const each of this.connections) if (each.isClosed()) this.poller.unregister(each.raw);
    this.connections = this.connections.filter((each) => !each.isClosed());
  }

  private end(connection: HttpConnection): void {
    if (!connection.isClosed()) connection.close();
    this.poller.unregister(connection.raw);
  }
}
