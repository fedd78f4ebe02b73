// The broker port under Node: what counts as acknowledged, how long is waited, and when it is tried again.
import { beforeEach, describe, expect, it } from "vitest";
import { BrokerLink } from "../node/broker-link.ts";
import type { BrokerNews, Order } from "../node/messages.ts";

const ANSWER_MS = 6000;
const CONNECT_MS = 8000;

let now: number;
let orders: Order[];
/** What comes after so long, in the order of time. */
let coming: { at: number; news: BrokerNews }[];
let broker: BrokerLink;
/** The octet of chance: 255 has the next attempt soonest. */
let chance: number;

beforeEach(() => {
  now = 0;
  chance = 0;
  orders = [];
  coming = [];
  const clock = { now: () => now, sleep: () => {} };
  broker = new BrokerLink(
    "gateway",
    { send: (order) => orders.push(order) },
    clock,
    { step: () => pass(2) },
    () => chance,
  );
});

function pass(ms: number): void {
  for (const end = now + ms; now < end; ) {
    now += 1;
    while (coming[0] !== undefined && coming[0].at <= now) broker.note((coming.shift() as { news: BrokerNews }).news);
  }
}

function poll(ms = 0, isUrgent = false): void {
  pass(ms);
  broker.poll(now, true, isUrgent);
}

function connected(): void {
  poll();
  broker.note({ news: "connected", connection: 1 });
}

/** The connection that was asked for last, and the message that was sent last. */
const latest = () => orders.flatMap((order) => (order.order === "connect" ? [order.connection] : [])).at(-1) ?? 0;
const sent = () => orders.flatMap((order) => (order.order === "publish" ? [order.message] : [])).at(-1) ?? 0;

/** A connection that is made, in time, and ended by the broker at once. */
function kick(): void {
  poll(5000);
  broker.note({ news: "connected", connection: latest() });
  broker.note({ news: "lost", connection: latest() });
}

const connects = () => orders.filter(({ order }) => order === "connect").length;

describe("a message counts as acknowledged", () => {
  it("when its PUBACK comes, and not before", () => {
    connected();
    coming = [{ at: 500, news: { news: "acknowledged", connection: 1, message: 1 } }];
    expect(broker.publish("gateway/sms", "{}", false, "")).toBe(true);
    expect(now).toBeGreaterThanOrEqual(500);
    expect(orders.at(-1)).toMatchObject({ order: "publish", connection: 1, message: 1, retain: false });
  });

  it("not by the PUBACK of another message, nor by one that comes too late", () => {
    connected();
    coming = [
      { at: 100, news: { news: "acknowledged", connection: 1, message: 7 } },
      { at: ANSWER_MS + 50, news: { news: "acknowledged", connection: 1, message: 1 } },
    ];
    expect(broker.publish("gateway/sms", "{}", false, "")).toBe(false);
    expect(now).toBeLessThan(ANSWER_MS + 50);
    expect(orders.at(-1)).toEqual({ order: "close", connection: 1, isOrderly: false });
    pass(100);
    expect(broker.state()).toBe("unreachable");
  });

  it("not after its connection was lost, whatever is told of that one later", () => {
    connected();
    coming = [
      { at: 10, news: { news: "lost", connection: 1 } },
      { at: 10, news: { news: "acknowledged", connection: 1, message: 1 } },
    ];
    expect(broker.publish("gateway/sms", "{}", false, "")).toBe(false);
    expect(now).toBeLessThan(100);
  });

  it("never without a connection", () => {
    expect(broker.publish("gateway/sms", "{}", false, "")).toBe(false);
    expect(orders).toEqual([]);
  });
});

describe("a connection", () => {
  it("that never comes about is given up, and what is told of it later is of no concern", () => {
    poll();
    poll(CONNECT_MS + 1);
    expect(broker.state()).toBe("unreachable");
    broker.note({ news: "connected", connection: 1 });
    expect(broker.state()).toBe("unreachable");
  });

  it("is tried again after 1, 2, 4 s, and at once no more", () => {
    const moments: number[] = [];
    for (let at = 0; at < 10_000; at += 10) {
      const before = connects();
      poll(10);
      if (connects() > before) {
        moments.push(now);
        broker.note({ news: "lost", connection: (orders.at(-1) as { connection: number }).connection });
      }
    }
    const pauses = moments.slice(1).map((moment, index) => Math.round((moment - (moments[index] ?? 0)) / 1000));
    expect(pauses).toEqual([1, 2, 4]);
  });

  it.each([
    [0, false],
    [255, false],
    [255, true],
  ])(
    "that the broker refuses for good is not asked for more than twice a minute: chance %i, a message waits %j",
    (octet, isUrgent) => {
      chance = octet;
      poll();
      broker.note({ news: "refused", connection: 1, code: 5 });
      expect(broker.state()).toBe("not-allowed");
      for (let at = 0; at < 29_000; at += 1000) poll(1000, isUrgent);
      expect(connects()).toBe(1);
    },
  );

  it("that was left in good order is not made again", () => {
    connected();
    broker.leave();
    expect(orders.at(-1)).toEqual({ order: "close", connection: 1, isOrderly: true });
    for (let at = 0; at < 60_000; at += 1000) poll(1000);
    expect(connects()).toBe(1);
  });
});

it("a takeover is forgotten with a message that got through, but not with the heartbeat of each minute", () => {
  for (let kicks = 0; kicks < 3; kicks++) kick();
  expect([broker.state(), broker.isTakenOver(now)]).toEqual(["taken-over", true]);
  for (const [key, isTakenOver] of [
    ["", true],
    ["5f2c9a01b7d4", false],
  ] as const) {
    poll(60_000);
    broker.note({ news: "connected", connection: latest() });
    coming = [{ at: now + 100, news: { news: "acknowledged", connection: latest(), message: sent() + 1 } }];
    expect(broker.publish("gateway/sms", "{}", false, key)).toBe(true);
    expect(broker.isTakenOver(now)).toBe(isTakenOver);
    broker.note({ news: "lost", connection: latest() });
  }
});

describe("what is published for the gateway", () => {
  const command = (topic: string, payload: string) =>
    broker.note({ news: "command", connection: 1, topic: Buffer.from(topic), payload: Buffer.from(payload), flags: 0 });

  it("is bounded as on a board: one too many is told by its own identifier", () => {
    connected();
    for (let n = 0; n < 8; n++) command("gateway/sms/send", `{"id":"c${n}","text":"${"x".repeat(2_000)}"}`);
    for (let n = 0; n < 8; n++) {
      const { payload, refusal } = broker.nextCommand() ?? {};
      expect([JSON.parse(payload ?? "{}").id, refusal]).toEqual([`c${n}`, n < 3 ? "" : "busy"]);
    }
    expect(broker.nextCommand()).toBeNull();
  });

  it.each([100, 2_000, 9_000])("on a topic of %i octets is an unknown request", (octets) => {
    connected();
    command(`gateway/request/${"x".repeat(octets)}`, "{}");
    expect(broker.nextCommand()).toMatchObject({ name: "request/?", payload: octets > 2_048 ? null : "{}" });
  });
});

it("a topic at which the broker ends the connection twice is named, and tried again seldom", () => {
  connected();
  coming = [{ at: 100, news: { news: "lost", connection: 1 } }];
  expect(broker.publish("gateway/sms", "{}", false, "")).toBe(false);
  expect([broker.state(), broker.endedAt()]).toEqual(["unreachable", "gateway/sms"]);
  poll(1_500);
  const second = latest();
  broker.note({ news: "connected", connection: second });
  coming = [{ at: now + 100, news: { news: "lost", connection: second } }];
  expect(broker.publish("gateway/sms", "{}", false, "")).toBe(false);
  expect([broker.state(), broker.endedAt()]).toEqual(["topic-refused", "gateway/sms"]);
  const before = connects();
  for (let n = 0; n < 40; n++) poll(1_000);
  expect(connects()).toBe(before);
});
