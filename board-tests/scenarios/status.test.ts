// What the gateway tells beside messages, on the board: its state, calls, the network's time, requests and their answers.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import type { Sim800Options } from "../models/sim800/settings.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

const SETTINGS = { ...defaultSettings(), ussd_codes: "*100#,*101#,*102#", balance_code: "*100#" };

/** The first round of questions takes 13 s. */
const KNOWN_AFTER_MS = 15_000;

async function started(modem: Sim800Options = {}, settings: object = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.started({ settings: { ...SETTINGS, ...settings }, hardware: { modem } });
  await bench.wait(KNOWN_AFTER_MS);
  return bench;
}

async function heard(bench: GatewayBench, name: string): Promise<Record<string, unknown>[]> {
  const messages = (await bench.board.broker("messages")) as ReceivedMessage[];
  return messages
    .filter(({ topic }) => topic === `gateway/${name}`)
    .map(({ payload }) => JSON.parse(new TextDecoder().decode(payload)));
}

async function ask(bench: GatewayBench, verb: string, payload = "{}"): Promise<void> {
  await bench.board.broker("publish", `gateway/request/${verb}`, new TextEncoder().encode(payload), 1);
}

describe("gateway/state", () => {
  it("says how the gateway is, retained, and what is wrong with its supply", async () => {
    const bench = await started();
    await bench.deliver(pduOf({ text: "hello" }));
    await bench.untilSimIsEmpty();
    expect((await heard(bench, "state")).at(-1)).toMatchObject({ warnings: [] });
    await bench.board.hardware({ do: "modem-supply", millivolts: 3450, ms: 2_000 });
    await bench.wait(11_000);
    const last = (await heard(bench, "state")).at(-1);
    expect(last).toMatchObject({
      registration: "home",
      operator: "Virtual",
      signal_dbm: -77,
      messages_in: 1,
      messages_out: 0,
      sim_used: 0,
      sim_capacity: 30,
      inbox: 0,
      outbox: 0,
      voltage_mv: 3950,
      warnings: ["supply_low"],
    });
    expect(last?.heap_free).toBeGreaterThan(0);
    await bench.board.hardware({ do: "modem-registration", stat: 3 });
    await bench.wait(11_000);
    expect((await heard(bench, "state")).at(-1)).toMatchObject({ registration: "denied", operator: null });
  });
});

describe("gateway/info", () => {
  it("says once what this gateway is, and nothing of modem and SIM", async () => {
    const bench = await started();
    expect(await heard(bench, "info")).toEqual([
      {
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
        build: expect.stringMatching(/^[0-9a-f]{12}$/),
        board: "pico-w",
        micropython: "1.28.0",
        reset_cause: "power_on",
        crash: null,
        features: ["sending", "ussd", "balance"],
        ip: "10.0.0.2",
      },
    ]);
    await ask(bench, "restart");
    await bench.wait(30_000);
    expect((await heard(bench, "info")).slice(1)).toMatchObject([{ reset_cause: "request", crash: null }]);
  });

  it("has the modem's and the SIM's numbers where a setting wants that", async () => {
    const bench = await started({}, { publish_identity: true });
    expect(await heard(bench, "info")).toMatchObject([
      { imei: expect.stringMatching(/^\d{15}$/), iccid: expect.stringMatching(/^89\d{17,18}[\dF]?$/) },
    ]);
  });
});

describe("a call", () => {
  it.each(["ignore", "reject"])("is told of once where the setting says %s", async (calls) => {
    const bench = await started({ networkEpochMs: Date.UTC(2040, 10, 22, 8, 0) }, { calls });
    await bench.board.hardware({ do: "modem-call", from: "+447700900123", rings: 3 });
    await bench.wait(20_000);
    expect(await heard(bench, "call")).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{12}$/),
        from: "+447700900123",
        time: expect.stringMatching(/^2040-11-22T08:00:\d\dZ$/),
        missed: true,
      },
    ]);
    expect(bench.sent().filter((command) => command === "ATH")).toHaveLength(calls === "reject" ? 1 : 0);
  });
});

describe("the network's time", () => {
  it("stands in what was received", async () => {
    const bench = await started({ networkEpochMs: Date.UTC(2040, 10, 22, 8, 0) });
    await bench.deliver(pduOf({ text: "hello", time: "2040-11-22T08:00:10+00:00" }));
    await bench.untilSimIsEmpty();
    const [message] = await bench.published();
    expect(message).toMatchObject({ received: expect.stringMatching(/^2040-11-22T08:00:\d\dZ$/) });
    expect(message).not.toHaveProperty("late");
    expect((await heard(bench, "state")).at(-1)).toMatchObject({ clock: "ok" });
  });
});

describe("a request", () => {
  it("for the balance is answered by the network, while messages go first", async () => {
    const bench = await started();
    await ask(bench, "balance", '{"transaction":"b"}');
    await bench.wait(500);
    await bench.deliver(pduOf({ text: "meanwhile" }));
    await bench.untilPublished(1, 1_500);
    expect(await heard(bench, "response/balance")).toEqual([]);
    await bench.wait(5_000);
    expect(await heard(bench, "response/balance")).toEqual([
      { status: "ok", data: { text: "Your balance is 5.00" }, transaction: "b" },
    ]);
  });

  it("for a menu is answered in any script, and the session is closed", async () => {
    const menu = "1 Баланс\r\n2 Услуги";
    const bench = await started({
      ussd: { "*101#": { n: 1, text: "1 Balance £\r\n2 {Offers} €" }, "*102#": { n: 1, text: menu, dcs: 72 } },
    });
    for (const [code, text] of [
      ["*101#", "1 Balance £\n2 {Offers} €"],
      ["*102#", menu],
    ]) {
      const from = bench.mark();
      const before = (await heard(bench, "response/ussd")).length;
      await ask(bench, "ussd", JSON.stringify({ code }));
      await bench.wait(12_000);
      expect((await heard(bench, "response/ussd")).slice(before)).toEqual([{ status: "ok", data: { text } }]);
      expect(bench.sent(from).filter((command) => command === "AT+CUSD=2")).toHaveLength(1);
    }
  });

  it("that is malformed, unknown or too soon is answered once, and the gateway goes on", async () => {
    const bench = await started();
    for (const payload of ["{", "[]", '{"transaction":7}', '{"code":{}}', "\0", "x".repeat(2_500)])
      await ask(bench, "signal", payload);
    await ask(bench, "reboot", '{"transaction":"r"}');
    await bench.wait(3_000);
    const codes = (await heard(bench, "response/signal")).map(({ error }) => (error as { code: string }).code);
    expect(codes).toEqual([...Array.from({ length: 5 }, () => "malformed"), "too_large"]);
    expect(await heard(bench, "response/unknown")).toMatchObject([{ transaction: "r", error: { code: "unknown" } }]);
    await ask(bench, "signal", '{"transaction":"s"}');
    await ask(bench, "diagnose");
    await bench.wait(8_000);
    expect((await heard(bench, "response/signal")).at(-1)).toEqual({
      status: "ok",
      data: { registration: "home", operator: "Virtual", signal_dbm: -77 },
      transaction: "s",
    });
    expect(await heard(bench, "response/diagnose")).toMatchObject([{ error: { code: "limit" } }]);
    await bench.wait(10_000);
    await ask(bench, "diagnose");
    await bench.wait(3_000);
    expect((await heard(bench, "response/diagnose")).at(-1)).toMatchObject({
      status: "ok",
      data: { board: "pico-w", modem: "ready", identity: ["SIMCOM_SIM800L", expect.stringContaining("SIM800")] },
    });
  });

  it("to restart is answered before the board restarts, and the gateway comes back", async () => {
    const bench = await started();
    const from = bench.mark();
    await ask(bench, "restart");
    await bench.untilListing(from);
    expect(await heard(bench, "response/restart")).toEqual([{ status: "ok" }]);
    await bench.deliver(pduOf({ text: "after" }));
    await bench.untilPublished(1);
  });

  it("to reset the modem resets it, and messages go on", async () => {
    const bench = await started();
    const from = bench.mark();
    await ask(bench, "modem_reset");
    await bench.untilListing(from);
    expect(await heard(bench, "response/modem_reset")).toEqual([{ status: "ok" }]);
    await bench.deliver(pduOf({ text: "after" }));
    await bench.untilPublished(1);
  });
});
