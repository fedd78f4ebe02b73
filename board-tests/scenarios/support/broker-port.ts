// The broker model, with its faults, behind a real port of the loopback interface.
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { type BrokerSettings, MqttBroker } from "../../models/mqtt-broker/broker.ts";
import type { Clock } from "../../virtual-board/clock.ts";

export class BrokerPort {
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly broker: MqttBroker,
    private readonly server: Server,
    readonly port: number,
  ) {}

  /** @param roundTripMs there and back, besides what the machine takes */
  static async open(clock: Clock, roundTripMs: number, settings?: BrokerSettings): Promise<BrokerPort> {
    const broker = new MqttBroker(clock, settings);
    const server = createServer({ noDelay: true });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const opened = new BrokerPort(broker, server, typeof address === "object" && address ? address.port : 0);
    server.on("connection", (socket) => opened.take(socket, roundTripMs / 2));
    return opened;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, "close");
  }

  /** What comes and goes is under way for `delayMs`, in order. */
  private take(socket: Socket, delayMs: number): void {
    const later = delayMs > 0 ? (run: () => void) => void setTimeout(run, delayMs) : (run: () => void) => run();
    this.sockets.add(socket);
    const listener = this.broker.accept({
      send: (bytes) => later(() => socket.writable && socket.write(bytes)),
      close: () => later(() => socket.end()),
      reset: () => later(() => socket.resetAndDestroy()),
    });
    socket.on("data", (bytes) => later(() => listener.data(new Uint8Array(bytes))));
    socket.on("error", () => {}); // seen at its close
    socket.once("close", () => {
      this.sockets.delete(socket);
      later(() => listener.closed());
    });
  }
}
