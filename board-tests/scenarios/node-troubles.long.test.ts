// What goes wrong around the gateway under Node alone: sticks that are pulled, ports that say nothing, a broker that
// stands still.
import { expect, it } from "vitest";
import { seededRandom } from "../models/random.ts";
import { describeWith } from "../support/require-tool.ts";
import { idOf, numberedPdus } from "./support/messages.ts";
import { NodeBench } from "./support/node-bench.ts";
import { withMosquitto } from "./support/with-mosquitto.ts";

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describeWith(["python3"], "the gateway under Node", () => {
  it("whose stick is pulled at any moment while thirty messages are drained publishes each once, in order", async () => {
    const random = seededRandom(20);
    const bench = await NodeBench.make();
    const pdus = numberedPdus(30);
    await bench.preload(...pdus);
    await bench.start();
    for (let pull = 0; pull < 6; pull++) {
      await bench.wait(100 + random() * 600);
      await bench.port.unplug();
      await bench.wait(random() * 1_000);
      const from = bench.mark();
      await bench.port.plugIn();
      await bench.untilListing(from);
    }
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
  });

  it("names the other ports of a stick when its modem says nothing, and goes on when it does", async () => {
    const bench = await NodeBench.make();
    const [pdu = ""] = numberedPdus(1);
    await bench.preload(pdu);
    bench.port.modem.mute(true);
    await bench.turnOn();
    await bench.untilSaid("A GSM stick has several serial ports");
    await bench.restartModem();
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
  });

  it("gives user and password of the settings, and says when they are wrong, without them", async () => {
    const users = { gateway: "correct horse" };
    const good = await NodeBench.started({
      users,
      settings: { broker_user: "gateway", broker_password: "correct horse" },
    });
    expect(await good.status()).toBe("online");
    const bad = await NodeBench.make({
      users,
      settings: { broker_user: "gateway", broker_password: "battery staple" },
    });
    await bad.turnOn();
    await bad.untilSaid("refuses the gateway");
    await bad.untilSaid("broker: not-allowed");
    expect(bad.said()).not.toContain("battery");
  });

  it("goes on when whoever read its log has gone", async () => {
    const bench = await NodeBench.started();
    bench.process?.child.stdout?.destroy();
    const pdus = numberedPdus(2);
    for (const pdu of pdus) {
      await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
    }
    expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
  });

  it("says that a broker cannot be found, and serves its modem meanwhile", async () => {
    const bench = await NodeBench.make({ settings: { broker_host: "no-such-broker.invalid" } });
    await bench.turnOn();
    await bench.untilSaid("There is no connection to the broker at no-such-broker.invalid");
    await bench.untilSaid("modem: ready");
  });
});

describeWith(["python3", "mosquitto"], "a mosquitto that stands still", () => {
  it("acknowledges nothing, so that nothing is deleted, and gets everything when it goes on", async () => {
    const { broker, sms, modem, gateway } = await withMosquitto();
    const pdus = numberedPdus(3);
    const running = gateway();
    const said = (words: string) => running.lines.filter((line) => line.includes(words)).length;
    const until = async (condition: () => boolean) => {
      for (const endMs = performance.now() + 60_000; !condition(); await sleep(20))
        if (performance.now() > endMs) throw new Error(`nothing came of it: ${running.lines.join("\n")}`);
    };
    await until(() => said("modem: ready") > 0 && said("broker: up") > 0);
    broker.pause();
    for (const pdu of pdus) modem.deliver(pdu);
    await sleep(15_000);
    expect(modem.report().slots.map(({ pdu }) => pdu)).toEqual(pdus);
    expect(said("a message is not acknowledged yet")).toBe(1);
    broker.resume();
    await until(() => modem.report().slots.length === 0);
    const ids = sms().map(({ text }) => JSON.parse(text).id);
    expect(new Set(ids)).toEqual(new Set(pdus.map((pdu) => idOf(pdu))));
    expect(ids.length - pdus.length).toBeLessThanOrEqual(said("Connected to the broker") - 1);
    expect(await running.end("SIGTERM")).toBe(0);
  });
});

describeWith(["python3"], "the gateway with the setting queue_offline", () => {
  it("answers what was published while it was away, and repeats what was not acknowledged as it was", async () => {
    const bench = await NodeBench.started({ settings: { queue_offline: true } });
    const [pdu = ""] = numberedPdus(1);
    await bench.brokerFaults({ withholdPuback: true });
    await bench.deliver(pdu);
    await bench.untilPublished(1);
    await bench.brokerFaults({ withholdPuback: false });
    await bench.dropConnections();
    await bench.command('{"id":"away","to":"+447700900123","text":"hello"}');
    await bench.untilSimIsEmpty(30_000);
    await bench.until(async () => (await bench.told()).length > 0, 30_000);
    const [first, second] = await bench.received();
    expect(second).toMatchObject({ dup: true, packetId: first?.packetId });
    expect(await bench.told()).toMatchObject([{ id: "away", state: "rejected", error: { key: "expires" } }]);
  });
});

it("a broker that does not allow to subscribe is named in the log, with the topic, as no command comes", async () => {
  const bench = await NodeBench.make();
  await bench.brokerFaults({ refuseSubscriptions: true });
  await bench.start();
  await bench.untilSaid("The broker does not allow to subscribe to gateway/sms/send");
});

// Fault 19.
it("somebody else with the gateway's client identifier is noticed at the third kick, and said", async () => {
  const bench = await NodeBench.make();
  await bench.brokerFaults({ kickAfterMs: 300 });
  await bench.turnOn();
  await bench.untilSaid("broker: taken-over");
  await bench.brokerFaults({ kickAfterMs: null });
});
