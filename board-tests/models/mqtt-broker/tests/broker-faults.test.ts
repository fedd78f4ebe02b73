// The broker's model misbehaving, and its time: what the firmware has to bear.

import { describe, expect, it } from "vitest";
import { ManualClock } from "../../tests/manual-clock.ts";
import { type TcpPeer, VirtualNetwork } from "../../virtual-network.ts";
import { MqttBroker } from "../broker.ts";
import { type ConnectOptions, connect, disconnect, pingreq, publish, subscribe } from "./client-packets.ts";

interface Client {
  peer: TcpPeer;
  heard: { atMs: number; hex: string }[];
  state: "connecting" | "connected" | "refused" | "closed";
}

function bench(users: Record<string, string> | null = null) {
  const clock = new ManualClock();
  const network = new VirtualNetwork(clock);
  const broker = new MqttBroker(clock, { users });
  network.listen(1883, broker.accept);
  const open = (port = 1883): Client => {
    const client: Client = { peer: undefined as unknown as TcpPeer, heard: [], state: "connecting" };
    client.peer = network.connect(port, {
      connected: () => (client.state = "connected"),
      refused: () => (client.state = "refused"),
      data: (bytes) => client.heard.push({ atMs: clock.now(), hex: Buffer.from(bytes).toString("hex") }),
      closed: () => (client.state = "closed"),
    });
    return client;
  };
  const enter = (options: ConnectOptions = {}, clientId = "gateway"): Client => {
    const client = open();
    clock.advance(10);
    client.peer.send(connect(clientId, options));
    clock.advance(10);
    return client;
  };
  return { clock, network, broker, open, enter };
}

const answers = (client: Client): string[] => client.heard.map((each) => each.hex);

describe("time", () => {
  it("a connection stands after one round trip of 10 ms, an answer comes after another", () => {
    const { clock, open } = bench();
    const client = open();
    clock.advance(9.9);
    expect(client.state).toBe("connecting");
    clock.advance(0.2);
    expect(client.state).toBe("connected");
    client.peer.send(connect("gateway"));
    const sentMs = clock.now();
    clock.advance(20);
    expect(client.heard).toEqual([{ atMs: sentMs + 10, hex: "20020000" }]);
  });

  it("a port where nobody listens is refused after one round trip", () => {
    const { clock, open } = bench();
    const client = open(1884);
    clock.advance(10);
    expect(client.state).toBe("refused");
  });

  it("messages are recorded with the moment of their arrival", () => {
    const { clock, broker, enter } = bench();
    const client = enter();
    clock.advance(980);
    client.peer.send(publish("gateway/sms", "{}", { qos: 1, id: 7, retain: true }));
    clock.advance(20);
    expect(broker.messages).toMatchObject([
      { atMs: 1_005, topic: "gateway/sms", qos: 1, retain: true, clientId: "gateway" },
    ]);
  });
});

describe("a broker that", () => {
  it("withholds CONNACK says nothing", () => {
    const { broker, enter } = bench();
    broker.setFaults({ withholdConnack: true });
    const client = enter();
    expect([client.heard, client.state]).toEqual([[], "connected"]);
  });

  it("withholds PUBACK takes the message and hands it on", () => {
    const { clock, broker, enter } = bench();
    broker.setFaults({ withholdPuback: true });
    const reader = enter({}, "reader");
    reader.peer.send(subscribe(1, ["#", 0]));
    const client = enter();
    client.peer.send(publish("t", "x", { qos: 1, id: 9 }));
    clock.advance(100);
    expect(answers(client)).toEqual(["20020000"]);
    expect(answers(reader)).toContain("300400017478");
    expect(broker.messages).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5] as const)("refuses with code %i closes the connection after it", (refuseCode) => {
    const { broker, enter } = bench();
    broker.setFaults({ refuseCode });
    const client = enter();
    expect([answers(client), client.state]).toEqual([[`2002000${refuseCode}`], "closed"]);
  });

  it("wants a password takes the right one only", () => {
    const { enter } = bench({ pico: "secret" });
    expect(answers(enter({ user: "pico", password: "secret" }))).toEqual(["20020000"]);
    expect(answers(enter({ user: "pico", password: "wrong" }))).toEqual(["20020005"]);
    expect(answers(enter())).toEqual(["20020005"]);
  });

  it("drops after two packets is gone with the third, and publishes the will", () => {
    const { clock, broker, enter } = bench();
    const reader = enter({}, "reader");
    reader.peer.send(subscribe(1, ["status", 0]));
    clock.advance(10);
    broker.setFaults({ dropAfterPackets: 2 });
    const client = enter({ will: { topic: "status", text: "offline" } });
    client.peer.send(pingreq());
    clock.advance(20);
    expect(answers(client)).toEqual(["20020000", "d000"]);
    client.peer.send(pingreq());
    clock.advance(20);
    expect(client.state).toBe("closed");
    expect(answers(reader).at(-1)).toBe(`300f0006${Buffer.from("statusoffline").toString("hex")}`);
  });

  it("hears nothing for one and a half times the keep-alive ends the connection", () => {
    const { clock, enter } = bench();
    const client = enter({ keepAliveS: 10 });
    clock.advance(14_900);
    expect(client.state).toBe("connected");
    clock.advance(200);
    expect(client.state).toBe("closed");
  });

  it("crashes ends every connection; after a farewell there is no will", () => {
    const { clock, broker, enter } = bench();
    const polite = enter({ will: { topic: "status", text: "offline" } }, "polite");
    polite.peer.send(disconnect());
    clock.advance(20);
    const client = enter();
    broker.dropConnections();
    clock.advance(20);
    expect(client.state).toBe("closed");
    expect(
      broker
        .report()
        .events.filter((event) => event.type === "disconnected")
        .map((event) => event.orderly),
    ).toEqual([true, false]);
    expect(broker.messages).toEqual([]);
  });
});

it("a cable that was pulled loses packets and leaves the connection standing", () => {
  const { clock, network, enter } = bench();
  const client = enter();
  network.up = false;
  client.peer.send(pingreq());
  clock.advance(1_000);
  expect([answers(client), client.state]).toEqual([["20020000"], "connected"]);
});
