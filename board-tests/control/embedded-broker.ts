// The broker inside the simulator (aedes): on the loopback interface, with a record of what was published.

import { createServer } from "node:net";
import { Aedes } from "aedes";
import { listen } from "./listen.ts";
import type { SeenMessage } from "./routes.ts";

/** Client identifiers of the field are longer than the 23 characters that every broker must take [MQTT-3.1.3-5]. */
const CLIENT_ID_LENGTH_MAX = 128;

const MESSAGES_MAX = 1_000;

export interface EmbeddedBroker {
  port: number;
  /** What clients published, oldest first. */
  messages: SeenMessage[];
  /** Calls `listener` with each message that a client publishes. */
  onMessage(listener: (message: SeenMessage) => void): void;
  stop(): Promise<void>;
}

/**
 * Starts the broker; port 0 takes a free one. Messages are recorded with the moment that `nowMs` gives.
 * Rejects with the system's error, such as EADDRINUSE.
 */
export async function startEmbeddedBroker(port: number, nowMs: () => number): Promise<EmbeddedBroker> {
  const aedes = await Aedes.createBroker({ maxClientsIdLength: CLIENT_ID_LENGTH_MAX });
  const server = createServer(aedes.handle);
  await listen(server, port).catch(async (error: unknown) => {
    await close(aedes);
    throw error;
  });
  const messages: SeenMessage[] = [];
  let listener: (message: SeenMessage) => void = () => {};
  aedes.on("publish", (packet, client) => {
    if (client === null) return; // the broker's own, on $SYS
    const payload = Buffer.from(packet.payload).toString("utf8");
    const message = { atMs: nowMs(), topic: packet.topic, payload, qos: packet.qos, retain: packet.retain };
    messages.push(message);
    if (messages.length > MESSAGES_MAX) messages.shift();
    listener(message);
  });
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : port,
    messages,
    onMessage: (each) => {
      listener = each;
    },
    async stop() {
      await close(aedes);
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function close(aedes: Aedes): Promise<void> {
  return new Promise((resolve) => aedes.close(() => resolve()));
}
