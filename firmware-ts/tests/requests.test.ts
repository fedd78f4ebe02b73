// Requests on gateway/request/<verb>, and what the network says to USSD codes.
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench, SETTINGS } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

function bench(changes: object = {}): Bench {
  const made = new Bench({ ...SETTINGS, ussd_codes: "*100#,*101#", balance_code: "*102#", ...changes });
  made.modem.overrides.set("AT+CSQ", "\r\n+CSQ: 18,0\r\n\r\nOK\r\n");
  made.modem.overrides.set("AT+CGMM", "\r\nSIMCOM_SIM800L\r\n\r\nOK\r\n");
  made.modem.overrides.set("AT+CGMR", "\r\nRevision:1418B05SIM800L24\r\n\r\nOK\r\n");
  made.modem.overrides.set("AT+CREG?", "\r\n+CREG: 1,1\r\n\r\nOK\r\n");
  made.start();
  made.run(20_000);
  return made;
}

interface Response {
  topic: string;
  status: string;
  data?: Record<string, unknown>;
  error?: { code: string; message: string };
  transaction?: string;
}

const responses = (made: Bench): Response[] =>
  made.broker.published
    .filter(({ topic }) => topic.startsWith("gateway/response/"))
    .map(({ topic, payload }) => ({ topic: topic.slice("gateway/response/".length), ...JSON.parse(payload) }));

/** Asks, and gives the answers that came of it. */
function ask(made: Bench, verb: string, payload = "{}", flags = 0, runMs = 3000): Response[] {
  const before = responses(made).length;
  made.broker.send(`gateway/request/${verb}`, payload, flags);
  made.run(runMs);
  return responses(made).slice(before);
}

/** What the network says to a code, some seconds after the modem has taken it. */
function network(made: Bench, code: string, says: string, afterMs = 2000): void {
  made.modem.overrides.set(`AT+CUSD=1,"${code}",15`, "\r\nOK\r\n");
  const receiveCommand = world.serial.onWrite;
  let written = "";
  world.serial.onWrite = (octets) => {
    written += Buffer.from(octets).toString("latin1");
    if (written.endsWith(`AT+CUSD=1,"${code}",15\r`)) world.after(afterMs, () => made.modem.say(says));
    receiveCommand(octets);
  };
}

describe("a request", () => {
  it("for the signal asks the modem and tells what it says", () => {
    const made = bench();
    made.modem.overrides.set("AT+CSQ", "\r\n+CSQ: 25,0\r\n\r\nOK\r\n");
    expect(ask(made, "signal", '{"transaction":"a 1"}')).toEqual([
      {
        topic: "signal",
        status: "ok",
        data: { registration: "home", operator: null, signal_dbm: -63 },
        transaction: "a 1",
      },
    ]);
  });

  it("to diagnose tells what the console tells, and which modem it is", () => {
    const made = bench();
    const [response] = ask(made, "diagnose");
    expect(response).toMatchObject({ topic: "diagnose", status: "ok", data: { board: "pico-w", modem: "ready" } });
    expect(response?.data?.identity).toEqual(["SIMCOM_SIM800L", "Revision:1418B05SIM800L24"]);
    expect(response).not.toHaveProperty("transaction");
  });

  it("to reset the modem resets it by its pin", () => {
    const made = bench();
    const held: number[] = [];
    world.onModemReset = (ms) => held.push(ms);
    expect(ask(made, "modem_reset", "{}")).toMatchObject([{ topic: "modem_reset", status: "ok" }]);
    expect(held).toHaveLength(1);
    expect(held[0]).toBeGreaterThanOrEqual(105);
    made.modem.deliver(1, gsm7("+447700900123", "after"));
    made.run(10_000);
    expect(made.broker.messages()).toMatchObject([{ text: "after" }]);
  });

  it("to restart is answered before it happens, and not at all without PUBACK", () => {
    const made = bench();
    made.broker.acknowledges = false;
    made.broker.send("gateway/request/restart", '{"transaction":"r"}');
    made.run(8000);
    expect(world.restarts).toBe(0);
    made.broker.acknowledges = true;
    expect(() => made.run(60_000)).toThrow("The board was reset.");
    expect(responses(made).at(-1)).toEqual({ topic: "restart", status: "ok", transaction: "r" });
  });

  it.each([
    ["signal", "{", 0, "malformed"],
    ["signal", "[1]", 0, "malformed"],
    ["signal", '"x"', 0, "malformed"],
    ["signal", '{"transaction":5}', 0, "malformed"],
    ["signal", `{"transaction":"${"x".repeat(65)}"}`, 0, "malformed"],
    ["signal", '{"transaction":"é"}', 0, "malformed"],
    ["ussd", '{"code":[]}', 0, "malformed"],
    ["ussd", "{}", 0, "not_allowed"],
    ["ussd", '{"code":"*103#"}', 0, "not_allowed"],
    ["ussd", '{"code":"*100#,*101#"}', 0, "not_allowed"],
    ["restart", "{}", 1, "retained"],
    ["reboot", "{}", 0, "unknown"],
    ["restart|signal", "{}", 0, "unknown"],
  ])("%s %j with flags %i is answered once, by %s", (verb, payload, flags, code) => {
    const made = bench();
    const topic = code === "unknown" ? "unknown" : verb;
    const [response, ...others] = ask(made, verb, payload, flags);
    expect(others).toEqual([]);
    expect(response).toMatchObject({
      topic,
      status: "error",
      error: { code, message: expect.stringMatching(/\w+\.$/) },
    });
    expect(world.restarts).toBe(0);
    expect(made.modem.commandsLike("AT+CUSD=1")).toEqual([]);
  });

  it("that is too long is answered once", () => {
    const made = bench();
    expect(ask(made, "signal", `{"transaction":"${"x".repeat(3000)}"}`)).toMatchObject([
      { status: "error", error: { code: "too_large" } },
    ]);
  });

  it("within 10 s of another, or the 21st within an hour, is not executed", () => {
    const made = bench();
    expect(ask(made, "signal")).toMatchObject([{ status: "ok" }]);
    expect(ask(made, "diagnose")).toMatchObject([{ status: "error", error: { code: "limit" } }]);
    made.run(10_000);
    for (let n = 2; n <= 20; n++) expect(ask(made, "diagnose", "{}", 0, 11_000)).toMatchObject([{ status: "ok" }]);
    expect(ask(made, "diagnose", "{}", 0, 11_000)).toMatchObject([{ status: "error", error: { code: "limit" } }]);
    made.run(3_600_000);
    expect(ask(made, "diagnose")).toMatchObject([{ status: "ok" }]);
  });

  it("is answered, each once, though there are many at a time", () => {
    const made = bench();
    for (let n = 0; n < 12; n++) made.broker.send("gateway/request/diagnose", `{"transaction":"t${n}"}`);
    made.run(5000);
    expect(responses(made).map(({ transaction }) => transaction)).toEqual(
      Array.from({ length: 12 }, (_, n) => `t${n}`),
    );
    expect(responses(made).filter(({ status }) => status === "ok")).toHaveLength(1);
  });

  it("for the signal of a modem that is gone is answered, too", () => {
    const made = bench();
    made.modem.isSilent = true;
    expect(ask(made, "signal", "{}", 0, 60_000)).toMatchObject([{ status: "error", error: { code: "modem" } }]);
  });
});

describe("a USSD code", () => {
  const UCS2 = Buffer.from("Остаток: 5,00 €", "utf16le").swap16().toString("hex").toUpperCase();

  it.each([
    ['+CUSD: 0, "Your balance is 5.00", 15', "Your balance is 5.00"],
    ['+CUSD: 0,"Line one\r\n\r\nOK\r\n+CMTI: "SM",3\r\nRDY", 15', 'Line one\n\nOK\n+CMTI: "SM",3\nRDY'],
    ['+CUSD: 0, "\x01 5 \x1be a\x00b\x02 \x1b(x\x1b)", 15', "£ 5 € a@b$ {x}"],
    [`+CUSD: 0, "${UCS2}", 72`, "Остаток: 5,00 €"],
    ['+CUSD: 0, "not hexadecimal", 72', "not hexadecimal"],
    ['+CUSD: 0, "3" and 5", 15', '3" and 5'],
    [`+CUSD: 0, "${"x".repeat(182)}", 15`, "x".repeat(182)],
  ])("that the network answers by %j is answered", (line, text) => {
    const made = bench();
    network(made, "*100#", `\r\n${line}\r\n`);
    expect(ask(made, "ussd", '{"code":"*100#","transaction":"u"}', 0, 6000)).toEqual([
      { topic: "ussd", status: "ok", data: { text }, transaction: "u" },
    ]);
    expect(made.modem.commandsLike("AT+CUSD=2")).toEqual([]);
  });

  it.each([
    ["+CUSD:4", "unsupported"],
    ["+CUSD: 2", "ended"],
    ["+CUSD: 5", "timeout"],
    ["+CUSD: 0", "ended"],
  ])("that the network answers by %j is answered by the error %s", (line, code) => {
    const made = bench();
    network(made, "*100#", `\r\n${line}\r\n`);
    expect(ask(made, "ussd", '{"code":"*100#"}', 0, 6000)).toMatchObject([{ status: "error", error: { code } }]);
  });

  it("that the network would like to hear more of is answered, and its session is closed", () => {
    const made = bench();
    network(made, "*100#", '\r\n+CUSD: 1, "1 Balance\r\n2 Offers", 15\r\n');
    expect(ask(made, "ussd", '{"code":"*100#"}', 0, 6000)).toMatchObject([{ data: { text: "1 Balance\n2 Offers" } }]);
    expect(made.modem.commandsLike("AT+CUSD=2")).toHaveLength(1);
  });

  it("that nobody answers is given up after 30 s, and its session is closed", () => {
    const made = bench();
    made.modem.overrides.set('AT+CUSD=1,"*100#",15', "\r\nOK\r\n");
    expect(ask(made, "ussd", '{"code":"*100#"}', 0, 29_000)).toEqual([]);
    expect(ask(made, "unknown", "{}", 0, 5000)).toMatchObject([
      { topic: "unknown" },
      { topic: "ussd", error: { code: "timeout" } },
    ]);
    expect(made.modem.commandsLike("AT+CUSD=2")).toHaveLength(1);
    network(made, "*101#", '\r\n+CUSD: 0, "well", 15\r\n');
    expect(ask(made, "ussd", '{"code":"*101#"}', 0, 6000)).toMatchObject([{ data: { text: "well" } }]);
  });

  it("that the modem refuses is answered at once", () => {
    const made = bench();
    made.modem.overrides.set('AT+CUSD=1,"*100#",15', "\r\n+CME ERROR: 30\r\n");
    expect(ask(made, "ussd", '{"code":"*100#"}')).toMatchObject([{ error: { code: "refused" } }]);
  });

  it("is one at a time", () => {
    const made = bench();
    network(made, "*100#", '\r\n+CUSD: 0, "first", 15\r\n', 20_000);
    expect(ask(made, "ussd", '{"code":"*100#"}', 0, 11_000)).toEqual([]);
    expect(ask(made, "balance", "{}", 0, 1000)).toMatchObject([{ topic: "balance", error: { code: "busy" } }]);
    made.run(12_000);
    expect(responses(made).at(-1)).toMatchObject({ topic: "ussd", data: { text: "first" } });
  });

  it("for the balance is that of the settings", () => {
    const made = bench();
    network(made, "*102#", '\r\n+CUSD: 0, "5.00 left", 15\r\n');
    expect(ask(made, "balance", '{"code":"*100#"}', 0, 6000)).toMatchObject([
      { topic: "balance", status: "ok", data: { text: "5.00 left" } },
    ]);
    expect(bench({ balance_code: undefined }) && ask(bench({ balance_code: undefined }), "balance")).toMatchObject([
      { error: { code: "not_allowed" } },
    ]);
  });

  it("that is waited for holds up no message", () => {
    const made = bench();
    network(made, "*100#", '\r\n+CUSD: 1, "menu", 15\r\n', 10_000);
    made.broker.send("gateway/request/ussd", '{"code":"*100#"}');
    made.run(2000);
    made.modem.deliver(1, gsm7("+447700900123", "meanwhile"));
    made.run(1500);
    expect(made.broker.messages()).toMatchObject([{ text: "meanwhile" }]);
    expect(responses(made)).toEqual([]);
  });

  it("whose answer never ends does not swallow what follows", () => {
    const made = bench();
    made.modem.say('\r\n+CUSD: 0, "it begins\r\n');
    made.run(3000);
    made.modem.deliver(1, gsm7("+447700900123", "after"));
    made.run(2000);
    expect(made.broker.messages()).toMatchObject([{ text: "after" }]);
  });
});

it("an empty payload, as of a retained message that was taken away, is no request", () => {
  const made = bench();
  expect(ask(made, "restart", "")).toEqual([]);
  expect(ask(made, "restart", "", 1)).toEqual([]);
});
