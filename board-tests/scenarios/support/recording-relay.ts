// A wire between a board and its broker that keeps every octet of both directions.
import { once } from "node:events";
import { createServer, connect as open, type Server, type Socket } from "node:net";

export class RecordingRelay {
  private readonly pieces: Buffer[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** @param target port of the broker, on this machine */
  static async open(target: number): Promise<RecordingRelay> {
    const server = createServer({ noDelay: true });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const relay = new RecordingRelay(server, typeof address === "object" && address ? address.port : 0);
    server.on("connection", (socket) => relay.join(socket, open({ port: target, host: "127.0.0.1", noDelay: true })));
    return relay;
  }

  /** Every octet that has passed, as text of one character an octet. */
  traffic(): string {
    return Buffer.concat(this.pieces).toString("latin1");
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }

  private join(board: Socket, broker: Socket): void {
    for (const [from, to] of [
      [board, broker],
      [broker, board],
    ] as const) {
      this.sockets.add(from);
      from.on("data", (octets: Buffer) => {
        this.pieces.push(octets);
        to.write(octets);
      });
      from.on("error", () => {}); // seen at its close
      from.once("close", () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}
