// The broker's end of a connection, which drips, cuts into pieces, repeats and resets as the faults want it.

import type { Clock } from "../../virtual-board/clock.ts";
import type { TcpPeer } from "../virtual-network.ts";
import type { BrokerFaults } from "./faults.ts";
import { TYPE } from "./packets.ts";

export class FaultyWire implements TcpPeer {
  private sent = 0;
  private received = 0;
  private freeAtMs = 0;
  private isDead = false;

  constructor(
    private readonly faults: BrokerFaults,
    private readonly clock: Clock,
    private readonly peer: TcpPeer,
  ) {}

  /** One packet, or anything. */
  send(bytes: Uint8Array): void {
    const { dripMs, repeats, segmentBytes } = this.faults;
    const type = (bytes[0] ?? 0) >> 4;
    const isTwice = repeats && type !== TYPE.CONNACK && type !== TYPE.SUBACK;
    const all = isTwice ? Uint8Array.from([...bytes, ...bytes]) : bytes;
    if (dripMs > 0) for (const octet of all) this.later(Uint8Array.of(octet), dripMs);
    else if (segmentBytes === null) this.pass(all);
    else for (let at = 0; at < all.length; at += segmentBytes) this.pass(all.subarray(at, at + segmentBytes));
  }

  close(): void {
    this.isDead = true;
    this.peer.close();
  }

  reset(): void {
    this.isDead = true;
    (this.peer.reset ?? this.peer.close).call(this.peer);
  }

  /** Octets have come. @returns those before the reset, after which nothing is answered */
  take(bytes: Uint8Array): Uint8Array {
    const limit = this.faults.resetAfterReceived;
    const before = this.received;
    this.received += bytes.length;
    if (limit === null || this.received < limit) return bytes;
    this.faults.resetAfterReceived = null;
    this.reset();
    return bytes.subarray(0, limit - before);
  }

  private later(bytes: Uint8Array, afterMs: number): void {
    this.freeAtMs = Math.max(this.freeAtMs, this.clock.now()) + afterMs;
    this.clock.in(this.freeAtMs - this.clock.now(), () => this.pass(bytes));
  }

  private pass(bytes: Uint8Array): void {
    if (this.isDead) return;
    const limit = this.faults.resetAfterSent;
    const before = this.sent;
    this.sent += bytes.length;
    if (limit === null || this.sent < limit) return this.peer.send(bytes);
    this.faults.resetAfterSent = null;
    if (limit > before) this.peer.send(bytes.subarray(0, limit - before));
    this.reset();
  }
}
