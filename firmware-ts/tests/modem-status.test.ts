// What the modem says beside messages: calls, the network's time, who it is.
import { describe, expect, it } from "vitest";
import type { CallMessage } from "../domain/api.ts";
import { ICCID, ModemStatus } from "../domain/modem/status.ts";
import { Ussd } from "../domain/modem/ussd.ts";
import { WallClock } from "../domain/wall-clock.ts";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

const RING = "\r\nRING\r\n";
const clip = (number: string) => `\r\n+CLIP: "${number}",145,"",0,"",0\r\n`;

function bench(changes: object = {}): Bench {
  const made = new Bench({ ...SETTINGS, ...changes });
  made.start();
  made.run(15_000);
  return made;
}

const calls = (made: Bench) =>
  made.broker.published
    .filter(({ topic }) => topic === "gateway/call")
    .map(({ payload, qos, retain }) => ({ qos, retain, ...(JSON.parse(payload) as CallMessage) }));

describe("a call", () => {
  it("is told of once, when the caller has given up", () => {
    const made = bench();
    for (let n = 0; n < 4; n++) {
      made.modem.say(`${RING}${clip("+447700900123")}`);
      made.run(3000);
    }
    expect(calls(made)).toEqual([]);
    made.modem.say("\r\nNO CARRIER\r\n\r\nMISSED_CALL: 10:15AM +447700900123\r\n");
    made.run(20_000);
    expect(calls(made)).toEqual([
      { qos: 1, retain: false, id: expect.stringMatching(/^[0-9a-f]{12}$/), from: "+447700900123", missed: true },
    ]);
    expect(made.modem.commandsLike("ATH")).toEqual([]);
  });

  it("is told of though nothing says that the caller has gone", () => {
    const made = bench();
    made.modem.say(`${RING}${clip("+447700900123")}`);
    made.run(12_000);
    expect(calls(made)).toMatchObject([{ from: "+447700900123" }]);
  });

  it("without a number has none", () => {
    const made = bench();
    made.modem.say(`${RING}\r\n+CLIP: "",128,"",0,"",1\r\n`);
    made.run(12_000);
    expect(calls(made)).toMatchObject([{ from: null }]);
  });

  it("is told of when the broker comes back", () => {
    const made = bench();
    made.broker.mode = "refused";
    if (made.broker.connection) made.broker.connection.isClosedByBroker = true;
    made.modem.say(`${RING}${clip("+447700900123")}\r\nNO CARRIER\r\n`);
    made.run(5000);
    expect(calls(made)).toEqual([]);
    made.broker.mode = "accepted";
    made.run(60_000);
    expect(calls(made)).toMatchObject([{ from: "+447700900123" }]);
  });

  it("is rejected where the settings want that, once, and the next one is another", () => {
    const made = bench({ calls: "reject" });
    made.modem.say(`${RING}${clip("+447700900123")}`);
    made.run(1500);
    expect(made.modem.commandsLike("ATH")).toEqual(["ATH"]);
    // A ring that was on its way already.
    made.modem.say(`${RING}${clip("+447700900123")}\r\nNO CARRIER\r\n`);
    made.run(12_000);
    expect(calls(made)).toMatchObject([{ from: "+447700900123" }]);
    made.modem.say(`${RING}${clip("+447700900456")}`);
    made.run(5000);
    expect(made.modem.commandsLike("ATH")).toEqual(["ATH", "ATH"]);
    expect(calls(made)).toMatchObject([{ from: "+447700900123" }, { from: "+447700900456" }]);
    expect(new Set(calls(made).map((call) => call.id)).size).toBe(2);
  });

  it("holds up no message", () => {
    const made = bench({ calls: "reject" });
    made.modem.say(`${RING}${clip("+447700900123")}`);
    made.modem.deliver(1, gsm7("+447700900123", "hello"));
    made.run(1500);
    expect(made.broker.messages()).toMatchObject([{ text: "hello" }]);
  });
});

describe("the network's time", () => {
  // The encoder's messages are of 2026-11-22T09:30:45+01:00.
  it("dates calls and messages, and tells which message is late", () => {
    const made = bench();
    made.modem.say('\r\n*PSUTTZ: 2026,11,22,8,45,0,"+4",0\r\n');
    made.run(1000);
    made.modem.deliver(1, gsm7("+447700900123", "hello"));
    made.modem.say(`${RING}${clip("+447700900123")}`);
    made.run(12_000);
    expect(made.broker.messages()).toMatchObject([
      { received: expect.stringMatching(/^2026-11-22T08:45:0[0-2]Z$/), late: true },
    ]);
    expect(calls(made)).toMatchObject([{ time: expect.stringMatching(/^2026-11-22T08:45:0[0-2]Z$/) }]);
    made.modem.say('\r\n*PSUTTZ: 2026,11,22,8,31,0,"+4",0\r\n');
    made.run(40_000);
    made.modem.say('\r\n*PSUTTZ: 2026,11,22,8,31,40,"+4",0\r\n');
    made.run(1000);
    made.modem.deliver(2, gsm7("+447700900123", "again"));
    made.run(2000);
    expect(made.broker.messages().at(-1)).toMatchObject({
      received: expect.stringMatching(/^2026-11-22T08:31:4[0-2]Z$/),
    });
    expect(made.broker.messages().at(-1)).not.toHaveProperty("late");
  });

  it("is asked for until it is known", () => {
    const made = bench();
    made.run(90_000);
    const asked = made.modem.commandsLike("AT+CCLK?").length;
    expect(asked).toBeGreaterThanOrEqual(2);
    made.modem.overrides.set("AT+CCLK?", '\r\n+CCLK: "26/11/22,09:31:00+04"\r\n\r\nOK\r\n');
    made.run(100_000);
    const known = made.modem.commandsLike("AT+CCLK?").length;
    made.run(200_000);
    expect(made.modem.commandsLike("AT+CCLK?")).toHaveLength(known);
    made.modem.deliver(1, gsm7("+447700900123", "hello"));
    made.run(2000);
    expect(made.broker.messages()).toMatchObject([{ received: expect.stringMatching(/^2026-11-22T08:3\d:\d\dZ$/) }]);
  });

  it("is absent from a message while only messages tell of it", () => {
    const made = bench();
    for (const slot of [1, 2]) made.modem.deliver(slot, gsm7("+447700900123", `${slot}`));
    made.run(3000);
    for (const message of made.broker.messages()) expect(message).not.toHaveProperty("received");
  });
});

describe("who the modem and its SIM are", () => {
  const IDENTITY = {
    "AT+CGSN": "\r\n867322030012345\r\n\r\nOK\r\n",
    "AT+CCID": "\r\n8944100030012345678F\r\n\r\nOK\r\n",
    "AT+CNUM": '\r\n+CNUM: "","+447001234",145,7,4\r\n\r\nOK\r\n',
    "AT+CGMM": "\r\nSIMCOM_SIM800L\r\n\r\nOK\r\n",
    "AT+CGMR": "\r\n\r\nRING\r\n\r\nRevision:1418B05SIM800L24\r\n\r\nOK\r\n",
  };

  it("is asked once a start of the modem, and no log tells it", () => {
    const made = new Bench({ ...SETTINGS, number: undefined });
    for (const [command, says] of Object.entries(IDENTITY)) made.modem.overrides.set(command, says);
    made.start();
    made.run(100_000);
    for (const command of Object.keys(IDENTITY)) expect(made.modem.commandsLike(command)).toHaveLength(1);
    made.modem.deliver(1, gsm7("+447700900123", "hello"));
    made.run(2000);
    expect(made.broker.messages()).toMatchObject([{ msdn: "+447001234" }]);
    made.modem.reboot();
    made.run(60_000);
    for (const command of Object.keys(IDENTITY)) expect(made.modem.commandsLike(command)).toHaveLength(2);
    world.typed.push(...Buffer.from('{"cmd":"diagnose"}\n{"cmd":"log"}\n'));
    made.run(1000);
    const everything = `${made.said.join()} ${made.broker.published.map(({ payload }) => payload).join()}`;
    for (const secret of ["867322030012345", "8944100030012345678"]) expect(everything).not.toContain(secret);
  });

  it("is asked in the newer modems' words where they do not know the others", () => {
    const made = bench();
    made.modem.overrides.set("AT+CCID", "\r\nERROR\r\n");
    made.modem.overrides.set("AT+CICCID", "\r\n+ICCID: 8944100030012345678F\r\n\r\nOK\r\n");
    made.run(100_000);
    expect(made.modem.commandsLike("AT+CICCID")).toHaveLength(1);
    expect(made.modem.commandsLike("AT+CREG?").length).toBeGreaterThan(1);
    const status = new ModemStatus(new WallClock(), false, new Ussd(() => null));
    status.heard("+ICCID: 8944100030012345678F", 0);
    expect(status.said[ICCID]).toBe("8944100030012345678F");
  });
});
