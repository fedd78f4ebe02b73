// What the network does and tells: USSD, calls, its time, operators.

import { describe, expect, it } from "vitest";
import { linesOf, readyModem } from "./fixture.ts";

describe("USSD", () => {
  const ussd = {
    "*100#": "Your balance is 5.00",
    "*101#": { n: 0, text: "żółw", dcs: 72 },
    "*102#": { n: 2 },
    "*103#": { n: 5 },
    "*104#": { n: 1, text: "1 Balance\r\n2 Tariff", replies: { "1": { n: 0, text: "5.00" } } },
  } as const;

  const answerTo = (bench: ReturnType<typeof readyModem>, code: string): string => {
    bench.terminal.ask(`AT+CUSD=1,"${code}"`);
    bench.terminal.take();
    bench.clock.advance(3_000);
    return bench.terminal.take();
  };

  it.each([
    ["*100#", '+CUSD: 0, "Your balance is 5.00", 15'],
    ["*101#", '+CUSD: 0, "017C00F300420077", 72'.replace("0042", "0142")],
    ["*102#", "+CUSD: 2"],
    ["*103#", "+CUSD: 5"],
    ["*999#", "+CUSD:4"],
  ])("%s is answered by %s", (code, line) => {
    expect(answerTo(readyModem({ ussd }), code)).toBe(`\r\n${line}\r\n`);
  });

  it("n 1 leaves a session open, in which a reply is understood", () => {
    const bench = readyModem({ ussd });
    expect(answerTo(bench, "*104#")).toBe('\r\n+CUSD: 1, "1 Balance\r\n2 Tariff", 15\r\n');
    expect(bench.modem.ussd.isOpen).toBe(true);
    expect(answerTo(bench, "1")).toBe('\r\n+CUSD: 0, "5.00", 15\r\n');
    expect(bench.modem.ussd.isOpen).toBe(false);
    expect(answerTo(bench, "1")).toBe("\r\n+CUSD:4\r\n");
  });

  it("AT+CUSD=2 ends a session, and what was on its way does not come", () => {
    const { terminal, clock, modem } = readyModem({ ussd });
    terminal.ask('AT+CUSD=1,"*100#"');
    terminal.ask("AT+CUSD=2");
    terminal.take();
    clock.advance(5_000);
    expect(terminal.take()).toBe("");
    expect(modem.ussd.isOpen).toBe(false);
  });

  it("goes both ways in UCS2 with that character set", () => {
    const bench = readyModem({ ussd: { "*1#": "hi" } });
    bench.terminal.ask('AT+CSCS="UCS2"');
    expect(answerTo(bench, "002A00310023")).toBe('\r\n+CUSD: 0, "00680069", 15\r\n');
  });

  it("of the network's own is shown if AT+CUSD=1 asked for it", () => {
    const { terminal, modem, clock } = readyModem();
    modem.ussd.say({ n: 0, text: "unseen" });
    terminal.ask("AT+CUSD=1");
    terminal.take();
    modem.ussd.say({ n: 0, text: "seen" });
    clock.advance(100);
    expect(terminal.take()).toBe('\r\n+CUSD: 0, "seen", 15\r\n');
  });
});

describe("a call", () => {
  it("that is not taken ends with NO CARRIER, and with MISSED_CALL where it is set to", () => {
    const { terminal, modem, clock } = readyModem({ behaviour: { missedCallLine: true } });
    modem.call("+447700900123", 1);
    clock.advance(10_000);
    expect(linesOf(terminal.take())).toEqual(["RING", "NO CARRIER", "MISSED_CALL: 12:00AM +447700900123"]);
  });

  it("of a withheld number says so", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CLIP=1;+CRC=1");
    terminal.take();
    modem.call("", 1);
    clock.advance(1_000);
    expect(linesOf(terminal.take())).toEqual(["+CRING: VOICE", '+CLIP: "",129,"",0,"",1']);
    expect(terminal.ask("AT+CLCC")).toContain('+CLCC: 1,1,4,0,0,"",129,""');
  });

  it("does not come through while a message is being sent", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CMGS=17");
    terminal.take();
    terminal.write("0011000C914477009010320000AA03C8F71D\u001a");
    clock.advance(500);
    modem.call("+447700900123");
    clock.advance(5_000);
    expect(linesOf(terminal.take())).toEqual(["+CMGS: 1", "OK"]);
    modem.call("+447700900123");
    clock.advance(100);
    expect(terminal.take()).toContain("RING");
  });

  it("does not reach a modem without network", () => {
    const { terminal, modem, clock } = readyModem();
    modem.setRegistration(2);
    modem.call("+447700900123");
    clock.advance(1_000);
    expect(terminal.take()).toBe("");
  });
});

describe("the network's time", () => {
  const networkEpochMs = Date.UTC(2026, 10, 22, 8, 30, 0);

  it("is UTC in *PSUTTZ and local in AT+CCLK?, and comes twice where it is set to", () => {
    const options = { networkEpochMs, networkOffsetMinutes: -90, behaviour: { networkTimeTwice: true } };
    const { terminal, modem, clock } = readyModem(options);
    terminal.ask("AT+CLTS=1");
    terminal.take();
    modem.setRegistration(2);
    modem.setRegistration(1);
    clock.advance(500);
    const lines = linesOf(terminal.take());
    expect(lines).toHaveLength(6);
    expect(lines[0]).toMatch(/^\*PSUTTZ: 2026,11,22,8,30,1\d,"-6",0$/);
    expect(lines[1]).toBe('+CTZV: "-6"');
    expect(terminal.ask("AT+CCLK?")).toContain('"26/11/22,07:00:1');
    expect(terminal.ask("AT+CCLK?")).toMatch(/-06"/);
  });

  it("is not taken without AT+CLTS=1; AT+CCLK= sets the clock until the power is cut", () => {
    const { terminal, modem, clock } = readyModem({ networkEpochMs });
    modem.setRegistration(2);
    modem.setRegistration(1);
    expect(terminal.ask("AT+CCLK?")).toContain('"04/01/01,');
    terminal.ask('AT+CCLK="26/11/22,10:00:00+04"');
    clock.advance(60_000);
    expect(terminal.ask("AT+CCLK?")).toContain('"26/11/22,10:01:00+04"');
    modem.powerOff();
    modem.powerOn();
    clock.advance(10_000);
    terminal.ask("AT");
    expect(terminal.ask("AT+CCLK?")).toContain('"04/01/01,');
  });
});

describe("the operator", () => {
  it("is told by name or number, not at all without registration, and found by a search of 15 s", () => {
    const { terminal, modem, clock } = readyModem();
    expect(terminal.ask("AT+COPS=3,2;+COPS?")).toContain('+COPS: 0,2,"00101"');
    expect(terminal.ask("AT+COPS=3,0;+COPS?")).toContain('+COPS: 0,0,"Virtual"');
    const startMs = clock.now();
    expect(terminal.ask("AT+COPS=?")).toContain('+COPS: (2,"Virtual","Virtual","00101"),,(0-4),(0-2)');
    expect(clock.now() - startMs).toBeGreaterThan(15_000);
    modem.setRegistration(2);
    expect(terminal.ask("AT+COPS?")).toContain("+COPS: 0\r\n");
  });
});
