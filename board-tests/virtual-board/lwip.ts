// lwIP's sockets with a Pico W's limits, as MicroPython's socket module uses them (extmod/modlwip.c,
// extmod/lwip-include/lwipopts_common.h): few connections, little memory, and a blocking behaviour of its own.
//
// Functions answer with a number: 0 or a count, or a negative errno, which the Python shim raises.
import { ERRNO } from "../../transpiler/src/vm/index.ts";
import type { SimClock } from "./clock.ts";
import { LwipServer, type ServerHooks } from "./lwip-server.ts";
import {
  MEMORY_BYTES,
  memoryOf,
  newSocket,
  POLL,
  SEGMENT_OVERHEAD_BYTES,
  SEND_BUFFER_BYTES,
  type Socket,
  stateOf,
  takeBytes,
  UDP_SOCKETS_MAX,
} from "./lwip-socket.ts";
import { MBEDTLS, type Network, type NetworkEvent, type NetworkRequest, type TlsRequest } from "./network-messages.ts";

export interface LwipHooks extends Pick<ServerHooks, "log" | "fault"> {
  /** True while packets pass by the network that the board has joined. */
  linkUp(): boolean;
  /** By which interface a host is reached; "nowhere": packets go where nobody is; null: by none (netif.c, ip4_route()). */
  routeTo(host: string): "station" | "nowhere" | null;
  /** Takes a datagram for somebody in the board's own network; false: there is no such host. */
  deliverLocally(host: string, port: number, fromPort: number, bytes: Uint8Array): boolean;
  /** The board takes connections, or datagrams, at a port; or does so no more. */
  door(protocol: "tcp" | "udp", port: number, open: boolean): void;
  /** How long the processor computes for a TLS handshake. */
  readonly handshakeMs: number;
}

/** lwIP's resolver gives up after 4 tries at 1, 1, 2 and 3 s with each of 2 servers (lwIP dns.c). */
const RESOLVE_MS_MAX = 14_000;
/** lwip_tcp_send() tries 200 times, every 50 ms, when memory is short, even on a socket that does not block. */
const SEND_TRIES = 200;
const SEND_RETRY_MS = 50;
/** What a socket is bound to that nobody has bound (IANA's dynamic ports). */
const FIRST_PORT = 49_152;
/** Datagrams that a UDP socket keeps until they are read. */
const DATAGRAMS_WAITING_MAX = 4;
/** Of the DHCP server, the DHCP client, the mDNS responder. */
const TAKEN_PORTS: readonly number[] = [67, 68, 5353];

export class Lwip {
  private readonly sockets = new Map<number, Socket>();
  private readonly resolved = new Map<number, string | null>();
  /** What arrives, and what is sent, while the link is down. */
  private waitingForLink: NetworkEvent[] = [];
  private waitingToGo: NetworkRequest[] = [];
  private next = 1;
  /** What others open to the board. */
  readonly server: LwipServer;

  constructor(
    private readonly clock: SimClock,
    private readonly network: Network,
    private readonly hooks: LwipHooks,
  ) {
    this.server = new LwipServer(clock, {
      ownBlocks: () => this.all("tcp").filter(hasBlock).length,
      ownBuffers: () => this.all("udp").reduce((sum, { datagrams }) => sum + datagrams.length, 0),
      adopt: (number, socket) => this.sockets.set(number, socket),
      log: (...entry) => hooks.log(...entry),
      fault: (text) => hooks.fault(text),
      door: (port, open) => hooks.door("tcp", port, open),
    });
  }

  /** The program's sockets but for those that listen. */
  count(kind: Socket["kind"]): number {
    return this.all(kind).filter((socket) => socket.state !== "listening").length;
  }

  /** Something from the network; while the link is down it waits, as TCP sends again. */
  receive(event: NetworkEvent): void {
    if (!this.hooks.linkUp()) {
      // Nobody sends a datagram again.
      if (event.event !== "datagram") this.waitingForLink.push(event);
      return;
    }
    if (event.event === "resolved") this.resolved.set(event.request, event.address);
    else this.deliver(event);
  }

  /** The interface has another address: connections from the old one are gone (lwIP tcp_netif_ip_addr_changed()). */
  addressChanged(): void {
    for (const [number, socket] of this.sockets) {
      if (socket.kind !== "tcp" || socket.state === "new" || socket.state === "listening" || socket.pcb) continue;
      socket.state = "failed";
      socket.errno = ERRNO.ECONNABORTED;
      this.hooks.log("failed", number, "another address");
    }
  }

  /** The link is there again. */
  linkCameUp(): void {
    for (const request of this.waitingToGo.splice(0)) this.network.request(request);
    for (const event of this.waitingForLink.splice(0)) this.receive(event);
  }

  /** Reset and power-on: no socket outlives them. @param isSoft as Python's end alone, which lwIP outlives */
  reset(isSoft = false): void {
    for (const { kind, boundPort } of this.sockets.values()) {
      if (kind === "udp" && boundPort !== 0) this.hooks.door("udp", boundPort, false);
    }
    this.server.reset(isSoft);
    this.sockets.clear();
    this.waitingForLink = [];
    this.waitingToGo = [];
    this.resolved.clear();
    this.network.request({ do: "drop-all" });
  }

  open(udp: boolean): number {
    const kind = udp ? "udp" : "tcp";
    if (udp ? this.count("udp") >= UDP_SOCKETS_MAX : !this.server.hasBlock()) return -ERRNO.ENOMEM;
    const number = this.next++;
    this.sockets.set(number, newSocket(kind));
    return number;
  }

  /** An address for a name, or '' when there is none. Blocks, for 14 s when nobody answers. */
  resolve(name: string): string {
    if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) return name;
    const request = this.next++;
    if (this.hooks.linkUp()) this.network.request({ do: "resolve", request, name });
    this.clock.wait(this.clock.now() + RESOLVE_MS_MAX, () => this.resolved.has(request));
    const address = this.resolved.get(request) ?? "";
    this.resolved.delete(request);
    this.hooks.log("resolve", request, `${name} ${address || "failed"}`);
    return address;
  }

  connect(number: number, host: string, port: number, timeoutMs: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    if (socket.state === "connected") return -ERRNO.EISCONN;
    if (socket.state !== "new") return socket.state === "failed" ? -socket.errno : -ERRNO.EALREADY;
    const route = this.hooks.routeTo(host);
    if (!route) return -ERRNO.EHOSTUNREACH;
    socket.state = "connecting";
    this.hooks.log("connect", number, `${host}:${port}`);
    if (route === "station") this.toNetwork({ do: "connect", socket: number, host, port });
    if (timeoutMs === 0) return -ERRNO.EINPROGRESS;
    if (!this.block(timeoutMs, () => socket.state !== "connecting")) return -ERRNO.ETIMEDOUT;
    return stateOf(socket) === "connected" ? 0 : -socket.errno;
  }

  /** Takes as many of `bytes` as fit into the send buffer. */
  send(number: number, bytes: Uint8Array, timeoutMs: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    if (socket.state === "failed") return -socket.errno;
    if (socket.state === "new" || socket.state === "listening") return -ERRNO.ENOTCONN;
    const room = () => SEND_BUFFER_BYTES - socket.inFlight;
    if (room() <= 0) {
      if (timeoutMs === 0) return -ERRNO.EAGAIN;
      if (!this.block(timeoutMs, () => socket.state === "failed" || room() >= 16)) return -ERRNO.ETIMEDOUT;
      if (stateOf(socket) === "failed") return -socket.errno;
    }
    const part = bytes.slice(0, Math.min(bytes.length, room()));
    if (!this.waitForMemory(socket, part.length)) return -ERRNO.ENOMEM;
    socket.inFlight += part.length;
    if (socket.pcb) socket.pcb.send(part);
    else this.toNetwork({ do: "send", socket: number, bytes: part });
    return part.length;
  }

  /** Copies received bytes into `view`. 0 is the end of the stream. */
  receiveInto(number: number, view: Uint8Array, timeoutMs: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    if (socket.receivedBytes === 0) {
      if (socket.state === "peer-closed") return 0;
      if (socket.state === "failed") return -socket.errno;
      if (socket.state === "new") return -ERRNO.ENOTCONN;
      if (timeoutMs === 0) return -ERRNO.EAGAIN;
      const ready = () => socket.receivedBytes > 0 || (socket.state !== "connected" && socket.state !== "connecting");
      if (!this.block(timeoutMs, ready)) return -ERRNO.ETIMEDOUT;
      if (socket.receivedBytes === 0) return stateOf(socket) === "failed" ? -socket.errno : 0;
    }
    const taken = takeBytes(socket, view);
    socket.pcb?.caller.read(taken);
    return taken;
  }

  /** SO_REUSEADDR */
  setReuse(number: number, on: boolean): void {
    const socket = this.sockets.get(number);
    if (socket) socket.reuse = on;
  }

  bind(number: number, port: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    if (socket.kind === "tcp") return this.server.bind(socket, port);
    const isTaken = TAKEN_PORTS.includes(port) || this.all("udp").some((each) => each.boundPort === port);
    if (isTaken) return -ERRNO.EADDRINUSE;
    socket.boundPort = port;
    this.hooks.door("udp", port, true);
    return 0;
  }

  listen(number: number, backlog: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    return socket.kind === "tcp" ? this.server.listen(socket, backlog) : -ERRNO.EOPNOTSUPP;
  }

  /** The number of a new connection; its peer is then peerHost and peerPort of the listener. */
  accept(number: number, timeoutMs: number): number {
    const socket = this.sockets.get(number);
    return socket ? this.server.accept(socket, timeoutMs) : -ERRNO.EBADF;
  }

  /** A datagram has come to a port of the board's. */
  datagram(port: number, from: { host: string; port: number }, bytes: Uint8Array): void {
    const socket = this.all("udp").find((each) => each.boundPort === port);
    if (socket) this.keep(socket, { ...from, bytes });
    this.clock.noteEvent();
  }

  sendTo(number: number, bytes: Uint8Array, host: string, port: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    if (this.memoryInUse() + SEGMENT_OVERHEAD_BYTES + bytes.length > MEMORY_BYTES) return -ERRNO.ENOMEM;
    if (this.hooks.deliverLocally(host, port, socket.boundPort || FIRST_PORT, bytes.slice())) return bytes.length;
    const route = this.hooks.routeTo(host);
    if (!route) return -ERRNO.EHOSTUNREACH;
    if (route === "nowhere" || !this.hooks.linkUp()) return bytes.length;
    if (!socket.isOnNetwork) this.network.request({ do: "udp", socket: number });
    socket.isOnNetwork = true;
    this.network.request({ do: "send-to", socket: number, host, port, bytes: bytes.slice() });
    return bytes.length;
  }

  receiveFrom(number: number, view: Uint8Array, timeoutMs: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    if (socket.datagrams.length === 0) {
      if (timeoutMs === 0) return -ERRNO.EAGAIN;
      if (!this.block(timeoutMs, () => socket.datagrams.length > 0)) return -ERRNO.ETIMEDOUT;
    }
    const datagram = socket.datagrams.shift();
    if (!datagram) return -ERRNO.EAGAIN;
    socket.peerHost = datagram.host;
    socket.peerPort = datagram.port;
    const part = datagram.bytes.subarray(0, view.length);
    view.set(part);
    return part.length;
  }

  peerHost(number: number): string {
    return this.sockets.get(number)?.peerHost ?? "";
  }

  peerPort(number: number): number {
    return this.sockets.get(number)?.peerPort ?? 0;
  }

  startTls(number: number, tls: TlsRequest): number {
    if (!this.sockets.has(number)) return -ERRNO.EBADF;
    this.toNetwork({ do: "tls", socket: number, tls });
    return 0;
  }

  /** How a handshake goes: 1 done, -EAGAIN not yet; all of its computing is charged to the step that ends it. */
  stepTls(number: number, timeoutMs: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return -ERRNO.EBADF;
    const isOver = () => socket.secured || socket.state === "failed" || socket.state === "peer-closed";
    if (!this.block(timeoutMs, isOver)) return timeoutMs === 0 ? -ERRNO.EAGAIN : -ERRNO.ETIMEDOUT;
    if (!socket.secured && socket.state !== "failed") return -MBEDTLS.CONN_EOF;
    if (socket.secured || socket.errno === MBEDTLS.CERTIFICATE_REFUSED)
      this.clock.wait(this.clock.now() + this.hooks.handshakeMs);
    this.hooks.log("tls", number, socket.secured ? "secured" : socket.errorText.trim());
    return socket.secured ? 1 : -socket.errno;
  }

  errorText(number: number): string {
    return this.sockets.get(number)?.errorText ?? "";
  }

  /** lwip_socket_ioctl(MP_STREAM_POLL): what select.poll() reports. */
  poll(number: number): number {
    const socket = this.sockets.get(number);
    if (!socket) return POLL.INVALID;
    let ready = 0;
    const waiting = socket.state === "listening" ? this.server.waiting(socket) : 0;
    if (socket.receivedBytes > 0 || socket.datagrams.length > 0 || waiting > 0) ready |= POLL.READ;
    if (socket.kind === "udp") return ready | POLL.WRITE;
    switch (socket.state) {
      case "new":
        return ready | POLL.HANG_UP;
      case "connected":
        return ready | (socket.inFlight < SEND_BUFFER_BYTES ? POLL.WRITE : 0);
      case "peer-closed":
        return ready | POLL.READ | POLL.WRITE;
      case "failed":
        return (
          ready | (socket.errno === ERRNO.ECONNRESET ? POLL.WRITE | POLL.HANG_UP : POLL.READ | POLL.WRITE | POLL.ERROR)
        );
      default:
        return ready;
    }
  }

  close(number: number): void {
    const socket = this.sockets.get(number);
    if (!socket) return;
    this.sockets.delete(number);
    this.hooks.log("close", number, "");
    this.server.close(socket);
    if (socket.kind === "udp" && socket.boundPort !== 0) this.hooks.door("udp", socket.boundPort, false);
    if (socket.pcb) socket.pcb.close();
    else this.toNetwork({ do: "close", socket: number });
  }

  /** While the link is down nothing goes out; TCP sends it when there is one again. */
  private toNetwork(request: NetworkRequest): void {
    if (this.hooks.linkUp()) this.network.request(request);
    else this.waitingToGo.push(request);
  }

  /** As MicroPython: -1 waits for ever. False when the time is over. */
  private block(timeoutMs: number, condition: () => boolean): boolean {
    if (condition()) return true;
    return this.clock.wait(timeoutMs < 0 ? Number.POSITIVE_INFINITY : this.clock.now() + timeoutMs, condition);
  }

  private waitForMemory(socket: Socket, bytes: number): boolean {
    for (let tries = 0; tries < SEND_TRIES; tries++) {
      if (this.memoryInUse() + memoryOf(socket.inFlight + bytes) - memoryOf(socket.inFlight) <= MEMORY_BYTES)
        return true;
      this.clock.wait(this.clock.now() + SEND_RETRY_MS);
    }
    return false;
  }

  private memoryInUse(): number {
    let bytes = 0;
    for (const socket of this.sockets.values()) bytes += memoryOf(socket.inFlight);
    for (const socket of this.server.lingering()) bytes += memoryOf(socket.inFlight);
    return bytes;
  }

  private all(kind: Socket["kind"]): Socket[] {
    return [...this.sockets.values()].filter((socket) => socket.kind === kind);
  }

  private keep(socket: Socket, datagram: Socket["datagrams"][number]): void {
    if (socket.datagrams.length < DATAGRAMS_WAITING_MAX && this.server.hasBuffer()) socket.datagrams.push(datagram);
  }

  private deliver(event: Exclude<NetworkEvent, { event: "resolved" }>): void {
    const socket = this.sockets.get(event.socket);
    if (!socket) return;
    switch (event.event) {
      case "connected":
        socket.state = "connected";
        this.hooks.log("connected", event.socket, "");
        return;
      case "data":
        socket.received.push(event.bytes);
        socket.receivedBytes += event.bytes.length;
        return;
      case "ended":
        if (socket.state === "connected" || socket.state === "connecting") {
          socket.state = "peer-closed";
          this.hooks.log("ended", event.socket, "");
        }
        return;
      case "failed":
        socket.state = "failed";
        socket.errno = event.errno;
        socket.errorText = event.text;
        this.hooks.log("failed", event.socket, `${event.errno} ${event.text}`);
        return;
      case "acknowledged":
        socket.inFlight = Math.max(0, socket.inFlight - event.count);
        return;
      case "datagram":
        return this.keep(socket, event);
      case "secured":
        socket.secured = true;
    }
  }
}

/** A control block of lwIP's is a connection's of the program's own: a listener has another kind, one that failed has none. */
function hasBlock({ state, pcb }: Socket): boolean {
  return pcb === null && state !== "listening" && state !== "failed";
}
