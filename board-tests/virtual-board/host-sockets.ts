// The main thread's side of a board's sockets: real ones of this machine. In: requests of the worker. Out: what happened.
import dgram from "node:dgram";
import dns from "node:dns";
import net from "node:net";
import { ERRNO } from "../../transpiler/src/vm/index.ts";
import { DnsServer } from "../models/network/dns-server.ts";
import { NtpServer } from "../models/network/ntp-server.ts";
import { mbedtlsCodeOf, secured } from "./host-tls.ts";
import { MBEDTLS, type NetworkEvent, type NetworkRequest, type TlsRequest } from "./network-messages.ts";

const CHUNK_BYTES = 1460;
const LOOPBACK = "127.0.0.1";
const DNS_PORT = 53;
const NTP_PORT = 123;

export class HostSockets {
  private readonly streams = new Map<number, net.Socket>();
  private readonly datagrams = new Map<number, dgram.Socket>();

  /** `redirect`: 'host:port' as the board says it to 'host:port' here; `names`: addresses of names. */
  constructor(
    private readonly emit: (event: NetworkEvent) => void,
    private readonly redirect: Record<string, string> = {},
    private readonly names: Record<string, string> = {},
  ) {}

  handle(request: NetworkRequest): void {
    switch (request.do) {
      case "resolve":
        return this.resolve(request.request, request.name);
      case "connect":
        return this.connect(request.socket, request.host, request.port);
      case "send":
        return this.send(request.socket, request.bytes);
      case "close":
        return this.close(request.socket);
      case "udp":
        return this.openDatagrams(request.socket);
      case "send-to":
        return this.sendTo(request.socket, request.host, request.port, request.bytes);
      case "tls":
        return this.startTls(request.socket, request.tls);
      case "drop-all":
        return this.dropAll();
    }
  }

  /** As a power cut: nothing is said, the host's kernel tells the peers that the process' end is gone. */
  dropAll(): void {
    for (const stream of this.streams.values())
      stream
        .removeAllListeners()
        .on("error", () => {})
        .destroy();
    for (const socket of this.datagrams.values()) socket.removeAllListeners().close();
    for (const each of [this.streams, this.datagrams]) each.clear();
  }

  private resolve(request: number, name: string): void {
    this.lookUp(name, (error, address) => this.emit({ event: "resolved", request, address: error ? null : address }));
  }

  private lookUp(name: string, found: (error: unknown, address: string) => void): void {
    const known = this.names[name];
    if (known !== undefined) found(null, known);
    else dns.lookup(name, { family: 4 }, found);
  }

  private connect(socket: number, host: string, port: number): void {
    const target = this.redirect[`${host}:${port}`] ?? `${host}:${port}`;
    const colon = target.lastIndexOf(":");
    const stream = net.connect({ host: target.slice(0, colon), port: Number(target.slice(colon + 1)), family: 4 });
    stream.once("connect", () => this.emit({ event: "connected", socket }));
    this.wire(socket, stream);
  }

  private wire(socket: number, stream: net.Socket): void {
    this.streams.set(socket, stream);
    stream.setNoDelay(true);
    stream.on("data", (bytes) => this.handOver(socket, bytes as Buffer));
    stream.on("end", () => this.emit({ event: "ended", socket }));
    stream.on("error", (error: NodeJS.ErrnoException) =>
      this.emit({ event: "failed", socket, errno: errnoOf(error), text: error.code ?? error.message }),
    );
    stream.on("close", () => this.emit({ event: "ended", socket }));
  }

  private handOver(socket: number, bytes: Buffer): void {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      this.emit({ event: "data", socket, bytes: Uint8Array.from(bytes.subarray(at, at + CHUNK_BYTES)) });
    }
  }

  private send(socket: number, bytes: Uint8Array): void {
    this.streams.get(socket)?.write(bytes, () => this.emit({ event: "acknowledged", socket, count: bytes.length }));
  }

  private close(socket: number): void {
    const stream = this.streams.get(socket);
    this.streams.delete(socket);
    stream?.removeAllListeners("data").resume().end();
    this.datagrams.get(socket)?.close();
    this.datagrams.delete(socket);
  }

  private openDatagrams(socket: number): void {
    const datagrams = dgram.createSocket("udp4");
    datagrams.on("message", (bytes, from) =>
      this.emit({ event: "datagram", socket, host: from.address, port: from.port, bytes: Uint8Array.from(bytes) }),
    );
    datagrams.on("error", (error) =>
      this.emit({ event: "failed", socket, errno: errnoOf(error), text: error.message }),
    );
    datagrams.bind(0, LOOPBACK);
    this.datagrams.set(socket, datagrams);
  }

  private sendTo(socket: number, host: string, port: number, bytes: Uint8Array): void {
    // The board's name server and its time server are this machine.
    if (port === DNS_PORT) return this.answerName(socket, host, bytes);
    if (port === NTP_PORT) return this.answer(socket, host, port, new NtpServer(Date.now).answer(bytes));
    const target = this.redirect[`${host}:${port}`] ?? `${host}:${port}`;
    const colon = target.lastIndexOf(":");
    this.datagrams.get(socket)?.send(bytes, Number(target.slice(colon + 1)), target.slice(0, colon));
  }

  private answerName(socket: number, host: string, query: Uint8Array): void {
    const asked = new DnsServer(() => undefined);
    asked.answer(query);
    const [name = "", type] = (asked.asked[0] ?? "").split(" ");
    this.lookUp(name, (error, address) => {
      const records = error ? undefined : type === "A" ? { a: [address] } : {};
      this.answer(socket, host, DNS_PORT, new DnsServer(() => records).answer(query));
    });
  }

  private answer(socket: number, host: string, port: number, bytes: Uint8Array | null): void {
    if (bytes) this.emit({ event: "datagram", socket, host, port, bytes });
  }

  private startTls(socket: number, request: TlsRequest): void {
    const raw = this.streams.get(socket);
    if (!raw) return;
    for (const name of ["data", "end", "error", "close"]) raw.removeAllListeners(name);
    const secure = secured(raw, request, (flaws) => {
      if (flaws.length === 0) return this.emit({ event: "secured", socket });
      const text = flaws.map((flaw) => `\n${flaw}`).join("\n");
      this.emit({ event: "failed", socket, errno: MBEDTLS.CERTIFICATE_REFUSED, text });
      secure.removeAllListeners("end").removeAllListeners("close").destroy();
    });
    this.wire(socket, secure);
  }
}

const ERRNO_BY_CODE: Record<string, number> = {
  ECONNREFUSED: ERRNO.ECONNREFUSED,
  ECONNRESET: ERRNO.ECONNRESET,
  ETIMEDOUT: ERRNO.ETIMEDOUT,
  EHOSTUNREACH: ERRNO.EHOSTUNREACH,
  ENETUNREACH: ERRNO.EHOSTUNREACH,
  EADDRINUSE: ERRNO.EADDRINUSE,
  EPIPE: ERRNO.ECONNRESET,
  ENOTFOUND: ERRNO.EHOSTUNREACH,
};

function errnoOf(error: NodeJS.ErrnoException): number {
  return mbedtlsCodeOf(error) ?? ERRNO_BY_CODE[error.code ?? ""] ?? ERRNO.EIO;
}
