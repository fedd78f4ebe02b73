// Sends the script of packets to a real broker on a loopback port, or to the model, and gathers the answers.

import { once } from "node:events";
import { connect as connectTcp, type Socket } from "node:net";
import { ManualClock } from "../../tests/manual-clock.ts";
import { type TcpPeer, VirtualNetwork } from "../../virtual-network.ts";
import { MqttBroker } from "../broker.ts";
import { type Answers, cutPackets, publishId, type Step } from "./broker-script.ts";
import { connect, puback } from "./client-packets.ts";

/** A broker on this machine has answered when this long nothing has come, in ms. */
const QUIET_MS = 25;

/** What one client has heard since the last step. */
class Ear {
  private octets: number[] = [];
  private ended = false;
  private told = false;
  lastHeardMs = 0;
  /** Identifier of the last message of QoS 1. */
  lastId = 0;

  hear(bytes: Uint8Array): void {
    this.octets.push(...bytes);
    this.lastHeardMs = performance.now();
  }

  end(): void {
    this.ended = true;
    this.lastHeardMs = performance.now();
  }

  take(): string[] {
    const heard = cutPackets(Uint8Array.from(this.octets));
    this.octets = [];
    const id = heard
      .map(publishId)
      .filter((each) => each !== undefined)
      .at(-1);
    if (id !== undefined) this.lastId = Number.parseInt(id, 16);
    if (this.ended && !this.told) {
      this.told = true;
      heard.push("end");
    }
    return heard.sort();
  }
}

function gather(ears: Map<string, Ear>): Answers {
  const heard = [...ears].map(([client, ear]) => [client, ear.take()] as const);
  return Object.fromEntries(heard.filter(([, answers]) => answers.length > 0));
}

export async function runOnPort(script: readonly Step[], port: number): Promise<Answers[]> {
  const ears = new Map<string, Ear>();
  const sockets = new Map<string, Socket>();
  const answers: Answers[] = [];
  await warmUp(port);
  for (const step of script) {
    const socket = sockets.get(step.client) ?? (await open(port, step.client, sockets, ears));
    if ("send" in step) socket.write(step.send);
    else if ("acknowledge" in step) socket.write(puback(ears.get(step.client)?.lastId ?? 0));
    else cutOff(socket, step.client, ears);
    await quiet(ears);
    answers.push(gather(ears));
  }
  for (const socket of sockets.values()) socket.destroy();
  return answers;
}

/** A broker's first client may wait while its code is loaded: this one waits instead. */
async function warmUp(port: number): Promise<void> {
  const socket = connectTcp({ port, host: "127.0.0.1", noDelay: true });
  await once(socket, "connect");
  socket.write(connect("warm-up"));
  await once(socket, "data");
  socket.destroy();
}

async function open(
  port: number,
  client: string,
  sockets: Map<string, Socket>,
  ears: Map<string, Ear>,
): Promise<Socket> {
  const socket = connectTcp({ port, host: "127.0.0.1", noDelay: true });
  const ear = new Ear();
  socket.on("data", (bytes) => ear.hear(bytes));
  socket.on("error", () => ear.end());
  socket.on("close", () => ear.end());
  sockets.set(client, socket);
  ears.set(client, ear);
  await once(socket, "connect");
  return socket;
}

function cutOff(socket: Socket, client: string, ears: Map<string, Ear>): void {
  ears.delete(client);
  socket.destroy();
}

async function quiet(ears: Map<string, Ear>): Promise<void> {
  const startMs = performance.now();
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    const lastMs = Math.max(startMs, ...[...ears.values()].map((ear) => ear.lastHeardMs));
    if (performance.now() - lastMs > QUIET_MS) return;
  }
}

export function runOnModel(script: readonly Step[]): Answers[] {
  const clock = new ManualClock();
  const network = new VirtualNetwork(clock);
  network.listen(1883, new MqttBroker(clock).accept);
  const ears = new Map<string, Ear>();
  const peers = new Map<string, TcpPeer>();
  return script.map((step) => {
    const peer = peers.get(step.client) ?? openModel(network, step.client, peers, ears);
    clock.advance(20);
    if ("send" in step) peer.send(step.send);
    else if ("acknowledge" in step) peer.send(puback(ears.get(step.client)?.lastId ?? 0));
    else {
      ears.delete(step.client);
      peer.close();
    }
    clock.advance(100);
    return gather(ears);
  });
}

function openModel(
  network: VirtualNetwork,
  client: string,
  peers: Map<string, TcpPeer>,
  ears: Map<string, Ear>,
): TcpPeer {
  const ear = new Ear();
  const peer = network.connect(1883, {
    connected: () => {},
    refused: () => ear.end(),
    data: (bytes) => ear.hear(bytes),
    closed: () => ear.end(),
  });
  peers.set(client, peer);
  ears.set(client, ear);
  return peer;
}
