// The model's answers against those of real brokers: the same packets in, the same answers out.

import { createServer, type Server } from "node:net";
import { Aedes } from "aedes";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, startMosquitto } from "../../../control/mosquitto.ts";
import { describeWith } from "../../../support/require-tool.ts";
import { runOnModel, runOnPort } from "./broker-runners.ts";
import { type Answers, SCRIPT, withoutPublishId } from "./broker-script.ts";

function labelled(answers: Answers[]): Record<string, Answers> {
  return Object.fromEntries(answers.map((each, index) => [`${index + 1} ${SCRIPT[index]?.note}`, each]));
}

/** The answers without what each broker counts in its own way. */
function comparable(answers: Record<string, Answers>): Record<string, Answers> {
  const cleaned = (heard: Answers): Answers =>
    Object.fromEntries(Object.entries(heard).map(([client, packets]) => [client, packets.map(withoutPublishId)]));
  return Object.fromEntries(Object.entries(answers).map(([note, heard]) => [note, cleaned(heard)]));
}

/** Where aedes answers otherwise than mosquitto and the standard; the model follows those. By the step's note. */
const AEDES_DIFFERS: Readonly<Record<string, string>> = {
  "and sent with RETAIN to a new subscriber": "keeps QoS 1 on a QoS 0 subscription [MQTT-3.8.4-6]",
  "a packet with DUP is taken all the same": "hands the publisher's DUP on [MQTT-3.3.1-3]",
  "comes back: it comes again, with DUP": "sends again without DUP [MQTT-3.3.1-1]",
  "and takes over its own connection": "sends again without DUP [MQTT-3.3.1-1]",
  "no client id without one is refused with 2": "lets it in [MQTT-3.1.3-8]",
  "SUBSCRIBE with wrong flags ends it": "ends before its CONNACK has left",
};

describe("the broker's model answers as", () => {
  const model = labelled(runOnModel(SCRIPT));
  let server: Server;
  let aedes: Aedes;
  let aedesPort = 0;

  beforeAll(async () => {
    aedes = await Aedes.createBroker();
    server = createServer(aedes.handle);
    aedesPort = await freePort();
    await new Promise<void>((resolve) => server.listen(aedesPort, "127.0.0.1", resolve));
  });

  afterAll(async () => {
    await new Promise<void>((resolve) => aedes.close(() => server.close(() => resolve())));
  });

  it("aedes does, but for what it does against the standard", async () => {
    const real = comparable(labelled(await runOnPort(SCRIPT, aedesPort)));
    const expected = comparable(model);
    const differing = Object.keys(expected).filter(
      (note) => JSON.stringify(expected[note]) !== JSON.stringify(real[note]),
    );
    expect(differing.map((label) => label.replace(/^\d+ /, ""))).toEqual(Object.keys(AEDES_DIFFERS));
  });

  describeWith(["mosquitto"], "with a real mosquitto", () => {
    it("mosquitto does", async () => {
      const mosquitto = await startMosquitto();
      try {
        expect(model).toEqual(labelled(await runOnPort(SCRIPT, mosquitto.port)));
      } finally {
        await mosquitto.stop();
      }
    });
  });
});
