// One client's connection to the broker's model: packets in the order of the standard, keep-alive, the will.

import type { Scheduled } from "../../virtual-board/clock.ts";
import type { TcpListener, TcpPeer } from "../virtual-network.ts";
import type { MqttBroker } from "./broker.ts";
import { FaultyWire } from "./faulty-wire.ts";
import {
  type Connect,
  connack,
  PacketReader,
  ProtocolError,
  type Publish,
  pingresp,
  puback,
  type RawPacket,
  readConnect,
  readPacketId,
  readPublish,
  readSubscribe,
  readUnsubscribe,
  suback,
  TYPE,
  unsuback,
  type Will,
} from "./packets.ts";
import type { Session } from "./session.ts";
import { isFilter } from "./topics.ts";

/** In SUBACK [MQTT-3.9.3-2]. */
const SUBSCRIPTION_REFUSED = 0x80;

export class Connection implements TcpListener {
  private readonly reader = new PacketReader();
  private session: Session | undefined;
  private will: Will | undefined;
  private keepAlive: Scheduled | undefined;
  private keepAliveMs = 0;
  private readonly wire: FaultyWire;
  private packets = 0;
  private ended = false;

  constructor(
    private readonly broker: MqttBroker,
    peer: TcpPeer,
  ) {
    this.wire = new FaultyWire(broker.faults, broker.clock, peer);
  }

  data(bytes: Uint8Array): void {
    if (this.ended || this.broker.faults.deaf) return;
    try {
      for (const packet of this.reader.push(this.wire.take(bytes))) this.take(packet);
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error;
      this.end(false);
    }
  }

  closed(): void {
    this.end(false);
  }

  inject(bytes: Uint8Array): void {
    this.wire.send(bytes);
  }

  /** Ends the connection; without an orderly DISCONNECT the will is published [MQTT-3.1.2-8]. */
  end(orderly: boolean): void {
    if (this.ended) return;
    this.ended = true;
    if (this.keepAlive) this.broker.clock.cancel(this.keepAlive);
    this.wire.close();
    if (this.session) this.broker.close(this, this.session, orderly, this.will);
  }

  private take(packet: RawPacket): void {
    if (this.ended) return;
    this.packets++;
    const limit = this.broker.faults.dropAfterPackets;
    if (limit !== null && this.packets > limit) return this.end(false);
    if (!this.session) return this.connect(packet);
    this.restartKeepAlive();
    this.dispatch(packet, this.session);
  }

  private connect(packet: RawPacket): void {
    if (packet.type !== TYPE.CONNECT) throw new ProtocolError("the first packet is CONNECT [MQTT-3.1.0-1]");
    const connect = readConnect(packet);
    if (connect.protocol !== "MQTT") throw new ProtocolError("the protocol's name is MQTT [MQTT-3.1.2-1]");
    if (this.broker.faults.withholdConnack) return;
    const code = this.broker.admission(connect);
    if (code !== 0) {
      this.wire.send(connack(false, code));
      return this.end(true);
    }
    this.begin(connect);
  }

  private begin(connect: Connect): void {
    const { session, present } = this.broker.open(this, connect);
    this.session = session;
    this.will = connect.will;
    this.keepAliveMs = connect.keepAliveS * 1_500; // one and a half times [MQTT-3.1.2-24]
    this.restartKeepAlive();
    session.clean = connect.clean;
    session.wire = this.wire;
    this.wire.send(connack(present, 0));
    session.sendAgain();
    const { kickAfterMs } = this.broker.faults;
    if (kickAfterMs !== null) this.broker.clock.in(kickAfterMs, () => this.end(false));
  }

  private restartKeepAlive(): void {
    if (this.keepAlive) this.broker.clock.cancel(this.keepAlive);
    if (this.keepAliveMs > 0) this.keepAlive = this.broker.clock.in(this.keepAliveMs, () => this.end(false));
  }

  private dispatch(packet: RawPacket, session: Session): void {
    switch (packet.type) {
      case TYPE.PUBLISH:
        return this.publish(readPublish(packet), session);
      case TYPE.PUBACK:
        return session.acknowledge(readPacketId(packet));
      case TYPE.SUBSCRIBE:
        return this.subscribe(packet, session);
      case TYPE.UNSUBSCRIBE:
        return this.unsubscribe(packet, session);
      case TYPE.PINGREQ:
        return this.answer(pingresp(), this.broker.faults.withholdPingresp);
      case TYPE.DISCONNECT:
        return this.end(true);
      default:
        throw new ProtocolError(`a client does not send packets of type ${packet.type} here`);
    }
  }

  private publish(message: Publish, session: Session): void {
    const { pubackDelayMs, pubackFor, withholdPuback } = this.broker.faults;
    if (this.broker.isThrottled(session.clientId)) return;
    const id = pubackFor === "zero" ? 0 : message.packetId + (pubackFor === "stranger" ? 1000 : 0);
    if (message.qos === 1) this.answer(puback(id), withholdPuback, pubackDelayMs);
    this.broker.take(session, message);
  }

  private answer(packet: Uint8Array, isWithheld: boolean, delayMs = 0): void {
    const { stray } = this.broker.faults;
    if (stray !== null) this.wire.send(stray);
    if (isWithheld) return;
    if (delayMs > 0) this.broker.clock.in(delayMs, () => this.wire.send(packet));
    else this.wire.send(packet);
  }

  private subscribe(packet: RawPacket, session: Session): void {
    const { packetId, subscriptions } = readSubscribe(packet);
    if (!subscriptions.every(({ filter }) => isFilter(filter)))
      throw new ProtocolError("a filter is malformed [MQTT-4.7.1-2]");
    if (this.broker.faults.refuseSubscriptions) {
      const refused = subscriptions.map(() => SUBSCRIPTION_REFUSED);
      return this.answer(suback(packetId, refused), this.broker.faults.withholdSuback);
    }
    for (const { filter, qos } of subscriptions) this.broker.subscribe(session, filter, qos);
    const granted = subscriptions.map(({ qos }) => qos);
    this.answer(suback(packetId, granted), this.broker.faults.withholdSuback);
    for (const { filter, qos } of subscriptions) this.broker.sendRetained(session, filter, qos);
  }

  private unsubscribe(packet: RawPacket, session: Session): void {
    const { packetId, filters } = readUnsubscribe(packet);
    for (const filter of filters) session.unsubscribe(filter);
    this.wire.send(unsuback(packetId));
  }
}
