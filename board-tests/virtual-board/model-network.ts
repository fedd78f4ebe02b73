// The network of virtual time: sockets that end at services inside the worker.
import { ERRNO } from "../../transpiler/src/vm/index.ts";
import type { TcpClient, TcpPeer, VirtualNetwork } from "../models/virtual-network.ts";
import type { Clock } from "./clock.ts";
import type { Network, NetworkEvent, NetworkRequest } from "./network-messages.ts";

/** What every name resolves to: all hosts are one, services differ by port. */
const ONLY_ADDRESS = "10.0.0.1";

export class ModelNetwork implements Network {
  private readonly ends = new Map<number, TcpPeer>();
  private emit: (event: NetworkEvent) => void = () => {};

  constructor(
    private readonly clock: Clock,
    private readonly network: VirtualNetwork,
  ) {}

  onEvent(emit: (event: NetworkEvent) => void): void {
    this.emit = emit;
  }

  request(request: NetworkRequest): void {
    switch (request.do) {
      case "resolve":
        this.later(() => this.emit({ event: "resolved", request: request.request, address: ONLY_ADDRESS }));
        return;
      case "connect":
        this.connect(request.socket, request.host, request.port);
        return;
      case "send":
        this.ends.get(request.socket)?.send(request.bytes);
        this.later(() => this.emit({ event: "acknowledged", socket: request.socket, count: request.bytes.length }));
        return;
      case "close":
        this.ends.get(request.socket)?.close();
        this.ends.delete(request.socket);
        return;
      case "drop-all":
        this.ends.clear();
        this.network.dropAll();
        return;
      case "tls":
        // Its broker takes every handshake; what follows is as plain as without.
        this.later(() => this.emit({ event: "secured", socket: request.socket }));
        return;
      case "send-to": {
        const { socket, host, port } = request;
        this.network.sendDatagram(host, port, request.bytes, (from, bytes) =>
          this.emit({ event: "datagram", socket, host: from, port, bytes }),
        );
        return;
      }
      case "udp":
        return;
    }
  }

  private connect(socket: number, host: string, port: number): void {
    const client: TcpClient = {
      connected: () => this.emit({ event: "connected", socket }),
      refused: () => this.emit({ event: "failed", socket, errno: ERRNO.ECONNREFUSED, text: "ECONNREFUSED" }),
      data: (bytes) => this.emit({ event: "data", socket, bytes }),
      closed: () => this.emit({ event: "ended", socket }),
      reset: () => this.emit({ event: "failed", socket, errno: ERRNO.ECONNRESET, text: "ECONNRESET" }),
    };
    const end = this.network.connect(port, client, host);
    this.ends.set(socket, end);
  }

  /** After a round trip. */
  private later(run: () => void): void {
    this.network.carry(() => this.clock.in(this.network.latencyMs, run));
  }
}
