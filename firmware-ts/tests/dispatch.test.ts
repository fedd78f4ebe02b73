// The outbox is closed, and its code forgotten, when nothing waits, and opened again: what it knew is as if it had stayed open.
import { describe, expect, it } from "vitest";
import { NOTHING_WAITS } from "../app/dispatch.ts";
import type { GatewayParts } from "../app/gateway-parts.ts";
import type { SentMessage } from "../domain/api.ts";
import { packSendings } from "../domain/outbox/sendings-record.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { statusReport } from "./support/pdu-encoder.ts";

const TO = "+447700900123";
const SENDING = { ...SETTINGS, allowed_numbers: ["+447700900*"], country_code: "44", insecure_ok: true };
/** The outbox stays open for five seconds. */
const CLOSED_MS = 8_000;

function started(settings: object = {}): Bench {
  return new Bench({ ...SENDING, ...settings }).start();
}

function send(bench: Bench, id: string, more: object = {}): void {
  bench.broker.send("gateway/sms/send", JSON.stringify({ id, to: TO, text: "hello", ...more }));
}

const states = (bench: Bench) =>
  bench.broker.published
    .filter(({ topic }) => topic === "gateway/sms/sent")
    .map(({ payload }): SentMessage => JSON.parse(payload))
    .map(({ id, state }) => `${id} ${state}`);

function report(bench: Bench, reference: number): void {
  const pdu = statusReport({ to: TO, reference, status: 0 });
  bench.modem.say(`\r\n+CDS: ${pdu.length - 1}\r\n${Buffer.from(pdu).toString("hex").toUpperCase()}\r\n`);
  bench.run(2000);
}

function partsOf(bench: Bench): GatewayParts {
  return (bench.device as unknown as { parts: GatewayParts }).parts;
}

const received = (bench: Bench) => bench.broker.published.filter(({ topic }) => topic === "gateway/sms");

describe("an outbox that was closed and opened again", () => {
  it("knows what it has sent", () => {
    const bench = started();
    send(bench, "a");
    bench.run(8000 + CLOSED_MS);
    send(bench, "a");
    bench.run(8000);
    expect(states(bench)).toEqual(["a accepted", "a sent", "a sent"]);
    expect(bench.modem.submitted).toHaveLength(1);
  });

  it("takes the status report of a message from before, once, and no other one", () => {
    const bench = started();
    send(bench, "a", { report: true });
    bench.run(8000 + CLOSED_MS);
    report(bench, 9);
    expect(received(bench)).toHaveLength(1);
    bench.run(CLOSED_MS);
    report(bench, 7);
    bench.run(CLOSED_MS);
    expect(states(bench)).toEqual(["a accepted", "a sent", "a delivered"]);
    report(bench, 7);
    expect(states(bench)).toHaveLength(3);
  });

  it("waits for the reports of a long message's other parts", () => {
    const bench = started();
    send(bench, "long", { text: "x".repeat(200), report: true });
    bench.run(12_000);
    report(bench, 7);
    bench.run(5 * CLOSED_MS);
    report(bench, 8);
    expect(states(bench).at(-1)).toBe("long delivered");
  });

  it("holds the limits, although the time of day is not known", () => {
    const bench = started({ send_per_hour: 2 });
    bench.run(300_000);
    for (const id of ["a", "b"]) send(bench, id);
    bench.run(10_000 + CLOSED_MS);
    send(bench, "c");
    bench.run(8000);
    expect(states(bench).at(-1)).toBe("c rejected");
    bench.run(3_600_000 - CLOSED_MS);
    send(bench, "c");
    bench.run(8000);
    expect(states(bench).at(-1)).toBe("c sent");
  });
});

describe("an outbox that is left while there is no broker, as TLS needs its place", () => {
  it("tells the end that it had not told, once, when it is opened again", () => {
    const bench = started();
    const { dispatch } = partsOf(bench);
    send(bench, "a");
    bench.runUntil(() => states(bench).length === 1, 5000);
    bench.broker.mode = "refused";
    if (bench.broker.connection) bench.broker.connection.isClosedByBroker = true;
    bench.runUntil(() => dispatch.nextNews()?.state === "sent", 20_000);
    dispatch.leave();
    expect([dispatch.hasCode(), dispatch.wantsCode()]).toEqual([false, true]);
    bench.broker.mode = "accepted";
    bench.run(60_000);
    expect(states(bench)).toEqual(["a accepted", "a sent"]);
    expect(bench.modem.submitted).toHaveLength(1);
    bench.run(CLOSED_MS);
    bench.powerCycle();
    bench.start().run(20_000);
    // The flash may still have it: told again after a power cut, and no third time.
    expect(states(bench).filter((state) => state === "a sent").length).toBeLessThan(3);
  });

  it("is not left while a message is on its way, nor with a refusal to be told", () => {
    const bench = started();
    const { dispatch } = partsOf(bench);
    send(bench, "b");
    bench.runUntil(() => states(bench).length === 1, 5000);
    dispatch.leave();
    expect(dispatch.hasCode()).toBe(true);
    bench.run(10_000);
    send(bench, "c", { to: "+33123456789" });
    bench.broker.acknowledges = false;
    bench.runUntil(() => dispatch.nextNews()?.state === "rejected", 5000);
    dispatch.leave();
    expect(dispatch.hasCode()).toBe(true);
  });
});

describe("a start", () => {
  it("opens the outbox for what an earlier run has left, and for nothing else", () => {
    const bench = started();
    send(bench, "cut");
    bench.runUntil(() => bench.modem.submitted.length === 1, 5000);
    bench.powerCycle();
    bench.start().run(3000);
    expect(states(bench)).toEqual(["cut accepted", "cut unknown"]);
    bench.run(CLOSED_MS);
    bench.powerCycle();
    bench.start().run(8000);
    // It may not have been told before the power failed: so it is told again, once.
    expect(states(bench).slice(2)).toEqual(["cut unknown"]);
    bench.run(CLOSED_MS);
    bench.powerCycle();
    bench.start().run(8000);
    expect(states(bench)).toHaveLength(3);
  });

  it("knows by its end a record in which nothing waits", () => {
    expect(packSendings([], [], [])).toBe(NOTHING_WAITS);
  });
});
