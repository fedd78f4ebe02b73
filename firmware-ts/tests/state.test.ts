// gateway/state: how the gateway is, for whoever comes later.
import { describe, expect, it } from "vitest";
import type { GatewayState } from "../domain/api.ts";
import { OSError, world } from "../fakes/world.ts";
import { Bench } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

const ECONNRESET = 104;

const answer = (line: string) => `\r\n${line}\r\n\r\nOK\r\n`;

/** A modem that is asked for the network and its supply. */
function bench(answers: Readonly<Record<string, string>> = {}): Bench {
  const made = new Bench();
  const usual = {
    "AT+CREG?": "+CREG: 0,1",
    "AT+CSQ": "+CSQ: 18,0",
    "AT+COPS?": '+COPS: 0,0,"Example"',
    "AT+CBC": "+CBC: 0,85,3980",
  };
  for (const [command, line] of Object.entries({ ...usual, ...answers }))
    made.modem.overrides.set(command, answer(line));
  return made.start();
}

const states = (made: Bench) =>
  made.broker.published
    .filter(({ topic }) => topic === "gateway/state")
    .map(({ at, payload, qos, retain }) => ({
      at,
      qos,
      retain,
      state: JSON.parse(payload) as GatewayState,
    }));

describe("the state", () => {
  it("says what the modem says of network and supply, what waits, and how long it runs", () => {
    const made = bench();
    made.modem.deliver(1, gsm7("+447700900123", "one"));
    made.run(80_000);
    const last = states(made).at(-1);
    expect(last).toMatchObject({ qos: 0, retain: true });
    expect(last?.state).toMatchObject({
      registration: "home",
      operator: "Example",
      signal_dbm: -77,
      messages_in: 1,
      sim_used: 0,
      sim_capacity: 30,
      inbox: 0,
      outbox: 0,
      messages_out: 0,
      clock: "estimated",
      voltage_mv: 3980,
      warnings: [],
      errors: {},
      holdups: {},
    });
    expect(last?.state.uptime_s).toBeGreaterThan(60);
    expect(last?.state.last_message_s).toBeGreaterThan(40);
    expect(last?.state.heap_free).toBeGreaterThan(0);
  });

  it("comes once a minute while nothing changes, and at a change soon, but not in less than ten seconds", () => {
    const made = bench();
    made.run(60_000);
    const from = states(made).length;
    made.run(10 * 60_000);
    expect(states(made).length - from).toBe(10);
    const changedAt = world.now;
    made.modem.overrides.set("AT+CREG?", answer("+CREG: 0,2"));
    made.run(90_000);
    const [change] = states(made).filter(({ state }) => state.registration === "searching");
    expect((change?.at ?? Number.POSITIVE_INFINITY) - changedAt).toBeLessThan(75_000);
    const moments = states(made).map(({ at }) => at);
    for (const [index, at] of moments.entries()) {
      if (index > 0) expect(at - (moments[index - 1] ?? 0)).toBeGreaterThanOrEqual(10_000);
    }
  });

  it.each([
    ["+CREG: 0,0", "none"],
    ["+CREG: 0,1", "home"],
    ['+CREG: 2,5,"1A2B","3C4D"', "roaming"],
    ["+CREG: 0,3", "denied"],
    ["+CREG: 0,4", "none"],
    ["+CREG: x", "none"],
  ])("of %s is %s", (line, registration) => {
    const made = bench({ "AT+CREG?": line });
    made.run(20_000);
    expect(states(made).at(-1)?.state).toMatchObject({ registration });
  });

  it.each([
    ["+CBC: 0,85,3980", 3980],
    ["+CBC: 3.749V", 3749],
    ["+CBC: 4.0V", 4000],
    ["+CBC: V", null],
    ["+CBC: ", null],
  ])("of %s has the voltage %j", (line, voltage) => {
    const made = bench({ "AT+CBC": line });
    made.run(20_000);
    expect(states(made).at(-1)?.state).toMatchObject({ voltage_mv: voltage });
  });

  it.each([
    ["+CSQ: 0,0", -113],
    ["+CSQ: 31,0", -51],
    ["+CSQ: 99,99", null],
    ["+CSQ: ", null],
  ])("of %s has the signal %j", (line, signal) => {
    const made = bench({ "AT+CSQ": line });
    made.run(20_000);
    expect(states(made).at(-1)?.state).toMatchObject({ signal_dbm: signal });
  });

  it("holds an operator's name that is no JSON", () => {
    const made = bench({ "AT+COPS?": `+COPS: 0,0,"\\","x${"y".repeat(100)}"` });
    made.run(20_000);
    expect(String(states(made).at(-1)?.state.operator).length).toBeLessThanOrEqual(32);
  });

  it("takes a change of the signal by 6 dB for one, and by less for none", () => {
    const made = bench();
    made.run(60_000);
    const signals = () => states(made).map(({ state }) => state.signal_dbm);
    made.modem.overrides.set("AT+CSQ", answer("+CSQ: 20,0"));
    made.run(130_000);
    const times = states(made).flatMap(({ at }) => (at > world.now - 130_000 ? [at] : []));
    for (const [index, at] of times.slice(1).entries()) expect(at - (times[index] ?? 0)).toBeGreaterThan(58_000);
    made.modem.overrides.set("AT+CSQ", answer("+CSQ: 23,0"));
    made.runUntil(() => signals().includes(-67), 80_000);
    const [, before] = states(made).slice(-3);
    expect((states(made).at(-1)?.at ?? 0) - (before?.at ?? 0)).toBeLessThan(59_000);
  });

  it.each([
    ["AT+CBC", "+CBC: 0,10,3420", "supply_low"],
    ["AT+CBC", "+CBC: 0,100,4350", "supply_high"],
  ])("of %s %s warns of %s", (command, line, warning) => {
    const made = bench({ [command]: line });
    made.run(20_000);
    expect(states(made).at(-1)?.state).toMatchObject({ warnings: [warning] });
  });

  it.each([
    ["UNDER-VOLTAGE WARNNING", "supply_low"],
    ["UNDER-VOLTAGE WARNING", "supply_low"],
    ["OVER-VOLTAGE WARNNING", "supply_high"],
    ["+CMTE: 1", "temperature"],
  ])("warns of what the modem says with %s", (line, warning) => {
    const made = bench();
    made.run(20_000);
    made.modem.say(`\r\n${line}\r\n`);
    made.run(12_000);
    expect(states(made).at(-1)?.state).toMatchObject({ warnings: [warning] });
    made.run(12 * 60_000);
    expect(states(made).at(-1)?.state).toMatchObject({ warnings: [] });
  });

  it.each([
    [23, []],
    [24, ["sim_nearly_full"]],
    [30, ["sim_full"]],
  ])("with %i of 30 slots taken warns of %j", (count, warnings) => {
    const made = bench();
    for (let slot = 1; slot <= count; slot++) made.modem.slots.set(slot, gsm7("+447700900123", `${slot}`));
    made.modem.overrides.set("AT+CMGR=1", answer("+CMS ERROR: 314"));
    for (let slot = 1; slot <= count; slot++) made.modem.overrides.set(`AT+CMGD=${slot}`, "\r\n+CMS ERROR: 314\r\n");
    made.run(120_000);
    expect(states(made).at(-1)?.state).toMatchObject({ sim_used: count, warnings });
  });

  it("takes a change of registration from what the modem says unasked", () => {
    const made = bench();
    made.run(25_000);
    made.modem.overrides.set("AT+CREG?", answer("+CREG: 1,3"));
    const from = world.now;
    made.modem.say("\r\n+CREG: 3\r\n");
    made.run(11_000);
    const [first] = states(made).filter(({ at }) => at > from);
    expect(first?.state).toMatchObject({ registration: "denied" });
  });

  it("whose connection breaks as it is told is told again with the next one", () => {
    const made = bench();
    made.run(80_000);
    const { connection } = made.broker;
    const take = connection?.onData ?? (() => {});
    let brokenAt = 0;
    if (connection)
      connection.onData = (octets) => {
        if (!Buffer.from(octets).includes("gateway/state")) return take(octets);
        connection.isClosedByBroker = true;
        brokenAt = world.now;
        throw new OSError(ECONNRESET);
      };
    made.modem.overrides.set("AT+CREG?", answer("+CREG: 1,3"));
    made.modem.say("\r\n+CREG: 3\r\n");
    made.runUntil(() => brokenAt > 0, 70_000);
    made.run(20_000);
    const [first] = states(made).filter(({ at }) => at > brokenAt);
    expect(first?.state).toMatchObject({ registration: "denied" });
  });

  it("comes to a broker that does not allow to subscribe, too, and the console names the topics", () => {
    const made = new Bench();
    made.broker.allowsSubscriptions = false;
    made.start().run(20_000);
    const lines = () => made.said.filter((line) => line.includes("no subscription to"));
    expect(lines()).toHaveLength(2);
    expect(lines()[0]).toMatch(/^W \d+ broker: no subscription to gateway\/sms\/send$/);
    made.broker.allowsSubscriptions = true;
    if (made.broker.connection) made.broker.connection.isClosedByBroker = true;
    made.run(20_000);
    expect(made.said.at(-1)).toContain("broker: up");
    expect(lines()).toHaveLength(2);
  });

  it("knows nothing of the network while the modem is silent", () => {
    const made = bench();
    made.run(20_000);
    made.modem.isSilent = true;
    made.run(120_000);
    expect(states(made).at(-1)?.state).toMatchObject({ registration: "none", operator: null, signal_dbm: null });
    expect(states(made).at(-1)?.state.errors).toHaveProperty("modem_reset");
  });

  it("asks only while the modem has nothing else to do, and seldom", () => {
    const made = bench();
    made.run(60_000);
    const from = made.modem.commands.length;
    made.run(5 * 60_000);
    const asked = made.modem.commands.slice(from).filter(({ text }) => !text.startsWith("AT+CMG"));
    expect(asked.length).toBeLessThanOrEqual(20);
    expect(asked.length).toBeGreaterThanOrEqual(19);
  });
});
