// The gateway at a broker with AWS IoT Core's rules: with the key, the policy and the settings of docs/brokers.md.
import { expect, it, onTestFinished } from "vitest";
import { AwsIot, type Policy, type Statement } from "../models/aws-iot.ts";
import { Authority } from "../support/certificates.ts";
import { describeWith } from "../support/require-tool.ts";
import { blocksOf, GuideFolder } from "./support/brokers-guide.ts";
import { idOf, numberedPdus } from "./support/messages.ts";
import { SecureBoard, until } from "./support/secure-board.ts";

const AWS = "AWS IoT Core";
const [POLICY = "", SETTINGS = ""] = blocksOf(AWS, "json");
const policyOfTheGuide = JSON.parse(POLICY) as Policy;
/** Far more than two attempts would be a storm. */
const WATCH_MS = 15_000;

const without = (action: string, resource = ""): Policy => ({
  Statement: policyOfTheGuide.Statement.flatMap((statement): Statement[] => {
    const Resource = statement.Resource.filter(
      (each) => !statement.Action.includes(action) || !each.endsWith(resource),
    );
    return Resource.length === 0 ? [] : [{ ...statement, Resource }];
  }),
});

describeWith(["openssl"], "AWS IoT Core's rules, with what docs/brokers.md says,", () => {
  it("let the gateway do all that it does: messages, requests, what is retained, the will", async () => {
    const { broker, start } = await aws(policyOfTheGuide);
    const bench = await start();
    const pdus = numberedPdus(3);
    for (const pdu of pdus) await bench.board.hardware({ do: "modem-deliver", pdu });
    await until(
      () => idsAt(broker).length === 3,
      () => bench.board.stdout.join("\n"),
    );
    broker.publish("gateway/request/signal", "{}");
    await until(
      () => broker.published.some(({ topic }) => topic === "gateway/response/signal"),
      () => bench.board.stdout.join("\n"),
    );
    expect(idsAt(broker)).toEqual(pdus.map((pdu) => idOf(pdu)));
    await until(() => broker.published.some(({ topic }) => topic === "gateway/state"));
    const retained = broker.published.filter(({ retain }) => retain).map(({ topic }) => topic);
    expect([...new Set(retained)]).toEqual(["gateway/status", "gateway/info", "gateway/state"]);
    expect(broker.attempts).toHaveLength(1);
  });

  it("that answer nothing beyond a quota have it said again until it is acknowledged: nothing is lost", async () => {
    const { broker, start } = await aws(policyOfTheGuide);
    const bench = await start();
    await until(() => broker.published.some(({ topic }) => topic === "gateway/info"));
    broker.beyondQuota = 2;
    const pdus = numberedPdus(3);
    for (const pdu of pdus) await bench.board.hardware({ do: "modem-deliver", pdu });
    await until(
      () => idsAt(broker).length === 3,
      () => bench.board.stdout.slice(-10).join("\n"),
      60_000,
    );
    expect(new Set(idsAt(broker))).toEqual(new Set(pdus.map((pdu) => idOf(pdu))));
    await until(async () => (await bench.board.report()).modem?.slots.length === 0);
  });

  it.each([
    ["publish", "gateway/status", without("iot:Publish")],
    ["retain", "gateway/status", without("iot:RetainPublish")],
    ["subscribe to", "gateway/request/+", without("iot:Subscribe", "request/+")],
  ] as const)("that do not let it %s a topic are named with it, and are not stormed", async (what, topic, policy) => {
    // The will is of the same topic as the status: without one the connection would not stand.
    const { broker, start } = await aws(policy, what !== "subscribe to");
    const bench = await start();
    await bench.said(`broker: topic-refused ${topic}`);
    const before = broker.attempts.length;
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    expect(broker.attempts.length - before).toBeLessThanOrEqual(1);
    expect(await bench.displayed()).toContain("Broker ends it");
  });

  it("that do not know its name let it in nowhere, and it asks seldom", async () => {
    const { broker, start } = await aws(policyOfTheGuide);
    const bench = await start({ client_id: "another" });
    await bench.said("broker: unreachable");
    await new Promise((resolve) => setTimeout(resolve, WATCH_MS));
    expect(broker.attempts.length).toBeLessThanOrEqual(6);
    expect(broker.published).toEqual([]);
  });
});

/** @param isWillFree the rules are looked at for what is published alone */
async function aws(policy: Policy, isWillFree = false) {
  const guide = new GuideFolder();
  const authority = new Authority("Amazon Root CA of a test");
  const settings = JSON.parse(SETTINGS) as Record<string, unknown>;
  const name = `${settings.broker_host}`;
  const broker = await AwsIot.start({
    policy,
    isWillFree,
    thing: "gateway",
    server: authority.issue(name),
    clientAuthority: authority.cert,
  });
  onTestFinished(() => broker.stop());
  guide.makeCertificates(AWS);
  const identity = authority.sign(guide.path, "client");
  const { broker_ca, broker_cert, broker_host, client_id } = settings;
  const start = (more: object = {}) =>
    SecureBoard.started(broker.port, {
      authority,
      identity,
      // As in the guide; who signs for the tests stands for the root that it names.
      settings: { broker_ca, broker_cert, broker_host, client_id, ...more },
    });
  return { broker, start };
}

function idsAt(broker: AwsIot): string[] {
  const sms = broker.published.filter(({ topic }) => topic === "gateway/sms");
  return [...new Set(sms.map(({ text }) => JSON.parse(text).id as string))];
}
