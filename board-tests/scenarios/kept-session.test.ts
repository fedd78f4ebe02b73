// With the setting queue_offline the broker keeps the session: what is published while the gateway is away comes later, and what
// was not acknowledged goes out again as it was.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { WELL } from "../models/mqtt-broker/faults.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { numberedPdus } from "./support/messages.ts";

/** Later than each build. */
const NOW = Date.UTC(2040, 10, 22, 8, 0);
const SOON = "2040-11-22T08:10:00Z";
const PAST = "2040-11-22T07:59:00Z";

async function started(settings: object = { queue_offline: true }): Promise<GatewayBench> {
  const hardware = { modem: { networkEpochMs: NOW } };
  return GatewayBench.started({ settings: { ...defaultSettings(), ...settings }, hardware });
}

function command(id: string, expires?: string): string {
  return JSON.stringify({ id, to: "+447700900123", text: "hello", expires });
}

async function ends(bench: GatewayBench): Promise<Record<string, unknown>> {
  return Object.fromEntries((await bench.told()).map(({ id, state, error }) => [id, error ?? state]));
}

describe("a command that is published while the gateway is away", () => {
  it("is executed when it comes back, unless its time is over", async () => {
    const bench = await started();
    await bench.wait(15_000);
    await bench.turnOff();
    await bench.command(command("wanted", SOON));
    await bench.command(command("too late", PAST));
    await bench.command(command("endless"));
    await bench.wait(5_000);
    await bench.turnOn();
    await bench.until(async () => (await bench.told()).length >= 5, 90_000);
    expect(await ends(bench)).toMatchObject({
      wanted: "sent",
      "too late": "expired",
      endless: { code: "malformed", key: "expires" },
    });
    expect(await bench.submitted()).toHaveLength(1);
  });

  it("is lost without the setting, and needs no end there", async () => {
    const bench = await started({});
    await bench.turnOff();
    await bench.command(command("away", SOON));
    await bench.turnOn();
    await bench.wait(20_000);
    await bench.command(command("there"));
    await bench.until(async () => (await bench.told()).length >= 2, 30_000);
    expect(await ends(bench)).toEqual({ there: "sent" });
  });

  it("as a request is of no use later, and is not kept", async () => {
    const bench = await started();
    await bench.turnOff();
    await bench.board.broker("publish", "gateway/request/restart", new TextEncoder().encode("{}"), 1);
    await bench.turnOn();
    await bench.wait(30_000);
    expect((await bench.board.state()).boots).toBe(2);
  });
});

describe("a message that was not acknowledged", () => {
  it.each([
    ["at once", 0, {}],
    ["after attempts that failed", 10_000, {}],
    ["sealed, which is never the same twice", 0, { key: "5ca1ab1e".repeat(8) }],
  ])("goes out again with DUP and its identifier, where the session is kept: %s", async (_case, awayMs, more) => {
    const bench = await started({ queue_offline: true, ...more });
    const [pdu = ""] = numberedPdus(1);
    await bench.brokerFaults({ withholdPuback: true });
    await bench.deliver(pdu);
    await bench.untilPublished(1);
    await bench.wait(1_000);
    await bench.brokerFaults({ ...WELL, away: awayMs > 0 });
    await bench.dropConnections();
    await bench.wait(awayMs);
    await bench.brokerFaults(WELL);
    await bench.untilSimIsEmpty(40_000);
    const received = await bench.received();
    expect(received).toHaveLength(2);
    const [first, second] = received;
    expect(second).toMatchObject({ dup: true, packetId: first?.packetId, payload: first?.payload });
    const connected = (await bench.brokerEvents()).filter((event) => event.type === "connected");
    expect(connected.every(({ clean }) => clean === false)).toBe(true);
    expect(new Set(connected.map(({ clientId }) => clientId)).size).toBe(1);
  });

  it("goes out again so when it is what became of a command, and another time has come meanwhile", async () => {
    const bench = await started();
    await bench.brokerFaults({ withholdPuback: true });
    await bench.command(command("door", SOON));
    await bench.wait(3_000);
    await bench.brokerFaults(WELL);
    await bench.dropConnections();
    await bench.until(async () => (await bench.told()).length >= 3, 60_000);
    const [first, second, third] = await bench.received("gateway/sms/sent");
    expect(second).toMatchObject({ dup: true, packetId: first?.packetId, payload: first?.payload });
    expect(third?.dup).toBe(false);
    expect((await bench.told()).map(({ state }) => state)).toEqual(["accepted", "accepted", "sent"]);
  });

  it("is as a new one where the broker has lost the session", async () => {
    const bench = await started();
    const [pdu = ""] = numberedPdus(1);
    await bench.brokerFaults({ withholdPuback: true });
    await bench.deliver(pdu);
    await bench.untilPublished(1);
    await bench.brokerFaults(WELL);
    await bench.board.broker("forgetSessions");
    await bench.untilSimIsEmpty(20_000);
    const [first, second] = await bench.received();
    expect(second?.dup).toBe(false);
    expect(second?.packetId).not.toBe(first?.packetId);
  });
});

it("a message that is too long is delivered once, and is no poison", async () => {
  const bench = await started();
  await bench.turnOff();
  await bench.command(`{"text":"${"x".repeat(60_000)}"}`);
  await bench.turnOn();
  await bench.until(async () => (await bench.told()).length >= 1, 40_000);
  await bench.dropConnections();
  await bench.wait(5_000);
  expect((await bench.told()).map(({ error }) => (error as { code: string }).code)).toEqual(["too_large"]);
});
