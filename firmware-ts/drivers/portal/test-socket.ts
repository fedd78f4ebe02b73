// The connection to the broker in the test before saving: that of the gateway, which says how far it has come.
import { POLLOUT, poll } from "select";
import type { socket } from "socket";
import type { TestProgress } from "../../domain/portal/test-progress.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Waiting } from "../../ports/waiting.ts";
import { PacketSocket } from "../mqtt/packet-socket.ts";
import type { TlsLayer } from "../mqtt/tls-layer.late.ts";

/** POLLERR or POLLHUP. */
const FAILED = 24;

export class TestSocket extends PacketSocket {
  constructor(
    host: string,
    port: int<0, 65535>,
    tls: TlsLayer | null,
    private readonly time: Clock,
    waiting: Waiting,
    private readonly progress: TestProgress,
  ) {
    super(host, port, tls, time, waiting);
  }

  /** Whoever refuses says so at once: for the gateway that is as if nobody answered, but not for who looks for a wrong port. */
  protected override awaitConnected(raw: socket): void {
    const poller = new poll();
    poller.register(raw, POLLOUT);
    let ready = poller.poll(0);
    while (ready.length === 0) {
      this.await();
      ready = poller.poll(0);
    }
    for (const [, events] of ready) if ((events & FAILED) !== 0) throw new Error("refused");
    this.progress.next(this.time.now());
  }

  /** What goes out first takes the handshake with it. */
  override flush(): void {
    super.flush();
    if (this.progress.running() === "tls") this.progress.next(this.time.now());
  }
}
