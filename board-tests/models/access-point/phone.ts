// A phone beside the board: joins its access point by name and key, gets an address, comes back by itself when the access
// point was away. It speaks TCP and UDP to the board.
import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { Air } from "./air.ts";
import type { BoardTcp } from "./board-tcp.ts";
import type { Patience, PhoneTrouble } from "./phone-messages.ts";
import { OWN_ADDRESS, type SoftAp } from "./soft-ap.ts";
import { TcpEnd, type TcpListener } from "./tcp-end.ts";

/** From the person's tap to the end of the key exchange, then DHCP. */
const ASSOCIATE_MS = 1_500;
const DHCP_MS = 500;
/** IANA's dynamic ports. */
const FIRST_PORT = 49_152;

export interface PhoneSurroundings {
  clock: Clock;
  air: Air;
  softAp: SoftAp;
  board: BoardTcp;
  /** After how long it looks for a network that it has lost; null: never. */
  returnMs: number | null;
  joined(address: string | null, trouble: PhoneTrouble | null): void;
  parted(): void;
}

export class Phone {
  /** Null while it has none. */
  address: string | null = null;
  private network: { ssid: string; key: string } | null = null;
  private patience: Patience = "linear";
  private step: Scheduled | undefined;
  private readonly connections = new Set<TcpEnd>();
  private readonly waiting = new Map<number, (bytes: Uint8Array) => void>();
  private nextPort = FIRST_PORT;
  readonly mac: string;

  constructor(
    number: number,
    private readonly around: PhoneSurroundings,
  ) {
    this.mac = `02000000${number.toString(16).padStart(4, "0")}`;
  }

  join(ssid: string, key: string, patience: Patience): void {
    this.leave();
    this.patience = patience;
    this.network = { ssid, key };
    this.later(ASSOCIATE_MS, () => this.associate(true));
  }

  leave(): void {
    this.network = null;
    this.cancelStep();
    this.around.softAp.leave(this.mac);
    this.drop();
  }

  /** The access point is gone, or elsewhere. */
  lose(): void {
    const wasThere = this.address !== null;
    this.drop();
    if (wasThere) this.around.parted();
    if (this.network) this.lookAgain();
  }

  open(host: string, port: number, listener: TcpListener): TcpEnd {
    const { clock, air, board } = this.around;
    const ownPort = this.nextPort++;
    const target = this.reaches(host) ? board : null;
    const end: TcpEnd = new TcpEnd(clock, air, target, this.address ?? "", ownPort, port, this.patience, {
      opened: () => listener.opened(),
      data: (bytes) => listener.data(bytes),
      ended: () => listener.ended(),
      failed: (trouble) => {
        this.connections.delete(end);
        listener.failed(trouble);
      },
    });
    this.connections.add(end);
    return end;
  }

  /** Sends a datagram from a port of its own; `answer` hears what comes back to that. */
  ask(port: number, bytes: Uint8Array, answer: (bytes: Uint8Array) => void): void {
    const ownPort = this.nextPort++;
    const { address } = this;
    if (address === null) return;
    this.waiting.set(ownPort, answer);
    this.around.air.carry(bytes.length, () =>
      this.around.board.datagram(port, { host: address, port: ownPort }, bytes),
    );
  }

  /** A datagram that the board has sent. */
  receive(port: number, bytes: Uint8Array): void {
    this.around.air.carry(bytes.length, () => {
      if (this.address !== null) this.waiting.get(port)?.(bytes);
    });
  }

  private reaches(host: string): boolean {
    return host === OWN_ADDRESS && this.address !== null;
  }

  private associate(isFirst: boolean): void {
    const { softAp } = this.around;
    const { ssid, key } = this.network ?? { ssid: "", key: "" };
    const trouble = softAp.associate(this.mac, ssid, key);
    if (!trouble) return this.later(DHCP_MS, () => this.finish());
    if (isFirst) this.giveUp(trouble);
    else this.lookAgain();
  }

  private finish(): void {
    const { softAp } = this.around;
    if (!softAp.isAssociated(this.mac)) return this.lookAgain();
    this.address = softAp.lease(this.mac);
    if (this.address === null) return this.giveUp("no address");
    this.around.joined(this.address, null);
  }

  private giveUp(trouble: PhoneTrouble): void {
    this.leave();
    this.around.joined(null, trouble);
  }

  private lookAgain(): void {
    const { returnMs } = this.around;
    this.cancelStep();
    if (returnMs !== null) this.later(returnMs, () => this.associate(false));
  }

  private drop(): void {
    this.address = null;
    const lost = [...this.connections];
    this.connections.clear();
    this.waiting.clear();
    for (const each of lost) each.lose();
  }

  private later(ms: number, run: () => void): void {
    this.cancelStep();
    this.step = this.around.clock.in(ms, () => {
      this.step = undefined;
      run();
    });
  }

  private cancelStep(): void {
    if (this.step) this.around.clock.cancel(this.step);
    this.step = undefined;
  }
}
