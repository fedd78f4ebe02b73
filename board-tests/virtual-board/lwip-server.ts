// Listening sockets of lwIP and the connections that come to them: ports, the queue of accept(), the few control blocks.
// Sources: extmod/modlwip.c of MicroPython 1.28; tcp_bind(), tcp_listen_input(), tcp_alloc() of lwIP 2.2.
import { ERRNO } from "../../transpiler/src/vm/index.ts";
import type { BoardEnd, Caller } from "../models/access-point/board-tcp.ts";
import type { SimClock } from "./clock.ts";
import { Pcb, type PcbOwner, type PcbState } from "./lwip-pcb.ts";
import { type Socket, TCP_SOCKETS_MAX } from "./lwip-socket.ts";
import { ACCEPTED_SOCKETS_FROM } from "./network-messages.ts";

/** PBUF_POOL_SIZE: buffers for what comes in, one a segment or datagram, of all sockets. */
const BUFFERS_MAX = 16;
/** tcp_alloc() takes a block in one of these states when there is no other: the oldest of the first that it finds. */
const TAKEN_WHEN_NEEDED: readonly PcbState[] = ["time-wait", "last-ack", "closing"];
/** accept() looks around for so long, in ms, before it says that nobody waits (poll_sockets()). */
const POLL_MS = 1;

export interface Listener {
  readonly port: number;
  readonly backlog: number;
  readonly reuse: boolean;
  /** Connections that wait for accept(). */
  readonly waiting: Pcb[];
}

export interface ServerHooks {
  /** Blocks of the program's own connections. */
  ownBlocks(): number;
  /** Buffers that datagrams hold. */
  ownBuffers(): number;
  adopt(number: number, socket: Socket): void;
  log(operation: string, socket: number, detail: string): void;
  fault(text: string): void;
  /** The board listens at a port, or no more. */
  door(port: number, open: boolean): void;
}

export class LwipServer implements PcbOwner {
  private readonly pcbs = new Set<Pcb>();
  private readonly bound = new Map<Socket, { port: number; reuse: boolean }>();
  private readonly listeners = new Map<Socket, Listener>();
  private next = ACCEPTED_SOCKETS_FROM;

  constructor(
    readonly clock: SimClock,
    private readonly hooks: ServerHooks,
  ) {}

  bind(socket: Socket, port: number): number {
    const inUse = [...this.listeners.values(), ...this.bound.values()].some(
      (each) => each.port === port && !(each.reuse && socket.reuse),
    );
    const lingers = [...this.pcbs].some(
      (pcb) => pcb.localPort === port && !(socket.reuse && (pcb.reuse || pcb.state === "time-wait")),
    );
    if (inUse || lingers) return -ERRNO.EADDRINUSE;
    this.bound.set(socket, { port, reuse: socket.reuse });
    return 0;
  }

  listen(socket: Socket, backlog: number): number {
    const { port = 0, reuse = false } = this.bound.get(socket) ?? {};
    for (const each of this.listeners.values()) if (each.port === port) return -ERRNO.EADDRINUSE;
    this.bound.delete(socket);
    socket.state = "listening";
    this.listeners.set(socket, { port, backlog: Math.max(backlog, 1), reuse, waiting: [] });
    this.hooks.door(port, true);
    return 0;
  }

  /** The number of a new connection; its peer is then peerHost and peerPort of the listener. */
  accept(socket: Socket, timeoutMs: number): number {
    const listener = this.listeners.get(socket);
    if (!listener) return -ERRNO.EINVAL;
    const { waiting } = listener;
    if (waiting.length === 0) {
      const end = timeoutMs < 0 ? Number.POSITIVE_INFINITY : this.clock.now() + Math.max(timeoutMs, POLL_MS);
      this.clock.wait(end, () => waiting.length > 0);
    }
    const pcb = waiting.shift();
    if (!pcb) return timeoutMs === 0 ? -ERRNO.EAGAIN : -ERRNO.ETIMEDOUT;
    this.hooks.adopt(pcb.number, pcb.accept());
    socket.peerHost = pcb.caller.host;
    socket.peerPort = pcb.caller.port;
    this.log("accept", pcb.number, `${pcb.caller.host}:${pcb.caller.port}`);
    return pcb.number;
  }

  waiting(socket: Socket): number {
    return this.listeners.get(socket)?.waiting.length ?? 0;
  }

  /** close() of a socket that is bound or listens: who waits is reset. */
  close(socket: Socket): void {
    this.bound.delete(socket);
    const listener = this.listeners.get(socket);
    if (!listener) return;
    this.listeners.delete(socket);
    this.hooks.door(listener.port, false);
    if (listener.backlog === 1 && listener.waiting.length > 0)
      this.hooks.fault(
        "a listener with a backlog of 1 was closed while a connection waited: MicroPython keeps that for ever",
      );
    else for (const pcb of listener.waiting.splice(0)) pcb.abort();
  }

  /** A SYN. */
  open(port: number, caller: Caller): BoardEnd | "dropped" | "refused" {
    const listener = [...this.listeners.values()].find((each) => each.port === port);
    if (!listener) return "refused";
    const halfOpen = [...this.pcbs].filter((pcb) => pcb.state === "syn-received" && pcb.localPort === port).length;
    if (halfOpen >= listener.backlog || !this.hasBlock()) {
      this.log("dropped", 0, `${caller.host}:${caller.port}, no room for a connection`);
      return "dropped";
    }
    const pcb = new Pcb(this.next++, caller, port, listener.reuse, this);
    this.pcbs.add(pcb);
    return pcb;
  }

  /** True if there is a control block for one more connection, perhaps by taking one that hardly anybody needs. */
  hasBlock(): boolean {
    for (const state of TAKEN_WHEN_NEEDED) {
      if (this.blocks() < TCP_SOCKETS_MAX) return true;
      const [oldest] = [...this.pcbs].filter((pcb) => pcb.state === state).sort((a, b) => a.sinceMs - b.sinceMs);
      oldest?.drop();
    }
    return this.blocks() < TCP_SOCKETS_MAX;
  }

  /** Sockets that the program has closed and whose data are still on their way. */
  lingering(): Socket[] {
    return [...this.pcbs].flatMap((pcb) => (pcb.isClosed && pcb.socket ? [pcb.socket] : []));
  }

  /** The interface is gone by which those of such addresses came. */
  dropFrom(isOf: (host: string) => boolean): void {
    for (const pcb of [...this.pcbs]) if (isOf(pcb.caller.host)) pcb.drop();
  }

  /** Reset, or power-on. @param isSoft with Python alone ended, lwIP still says so to the other side */
  reset(isSoft: boolean): void {
    for (const { port } of this.listeners.values()) this.hooks.door(port, false);
    this.listeners.clear();
    this.bound.clear();
    for (const pcb of [...this.pcbs]) {
      if (isSoft) pcb.abort();
      else pcb.drop();
    }
  }

  queue(pcb: Pcb): boolean {
    const listener = [...this.listeners.values()].find((each) => each.port === pcb.localPort);
    if (!listener || listener.waiting.length >= listener.backlog) {
      if (listener) this.log("reset", pcb.number, "accept() was too slow: too many wait");
      return false;
    }
    listener.waiting.push(pcb);
    return true;
  }

  hasBuffer(): boolean {
    let inUse = this.hooks.ownBuffers();
    for (const pcb of this.pcbs) inUse += pcb.buffers;
    return inUse < BUFFERS_MAX;
  }

  gone(pcb: Pcb): void {
    this.pcbs.delete(pcb);
    for (const { waiting } of this.listeners.values()) {
      const index = waiting.indexOf(pcb);
      if (index >= 0) waiting.splice(index, 1);
    }
  }

  log(operation: string, socket: number, detail: string): void {
    this.hooks.log(operation, socket, detail);
  }

  private blocks(): number {
    return this.hooks.ownBlocks() + this.pcbs.size;
  }
}
