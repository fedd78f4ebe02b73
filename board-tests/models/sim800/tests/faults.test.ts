// The modem misbehaving: what tests can ask it to do, and that it does it.

import { describe, expect, it } from "vitest";
import { UartLine } from "../../uart-line.ts";
import { Sim800 } from "../sim800.ts";
import { coldModem, pduOf, readyModem } from "./fixture.ts";

describe("answers", () => {
  it("come later, once", () => {
    const { terminal, modem, clock } = readyModem();
    modem.faults.add({ kind: "slow", command: "+CSQ", ms: 4_000, times: 1 });
    const startMs = clock.now();
    terminal.ask("AT+CSQ");
    expect(clock.now() - startMs).toBeGreaterThan(4_000);
    const againMs = clock.now();
    terminal.ask("AT+CSQ");
    expect(clock.now() - againMs).toBeLessThan(100);
  });

  it("do not come at all, though the command has done its work", () => {
    const { terminal, modem, clock } = readyModem();
    modem.preload(pduOf("one"));
    modem.faults.add({ kind: "silent", command: "+CMGD", times: 1 });
    terminal.write("AT+CMGD=1\r");
    clock.advance(30_000);
    expect(terminal.take()).toBe("");
    expect(modem.report().slots).toEqual([]);
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
  });
});

describe("a modem that", () => {
  it("hangs hears and says nothing until it is restarted", () => {
    const { terminal, modem, clock } = readyModem();
    modem.mute(true);
    modem.deliver(pduOf("one"));
    terminal.write("AT\r");
    clock.advance(10_000);
    expect(terminal.take()).toBe("");
    modem.restart();
    clock.advance(10_000);
    expect(terminal.ask("AT")).toContain("OK");
    expect(modem.report().slots).toHaveLength(1);
  });

  it("restarts by itself has its echo back and its profile lost", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.write("AT+CMGL=4\r");
    modem.restart();
    clock.advance(10_000);
    terminal.take();
    expect(terminal.ask("AT+CNMI?")).toBe("AT+CNMI?\r\r\n+CNMI: 2,1,0,0,0\r\n\r\nOK\r\n");
  });

  it("loses its power in the middle of an answer has sent what was on the wire, no more", () => {
    const { terminal, modem, clock } = readyModem();
    modem.preload(pduOf("x".repeat(160)));
    terminal.write("AT+CMGR=1\r");
    clock.advance(150);
    modem.powerOff();
    clock.advance(1_000);
    const text = terminal.take();
    expect(text).toContain("+CMGR: 0");
    expect(text).not.toContain("OK");
    expect(modem.report().slots).toHaveLength(1);
  });

  it("sends garbage sends it between lines", () => {
    const { terminal, modem, clock } = readyModem();
    modem.inject(Uint8Array.of(0xff, 0x00, 0x0d, 0x0a, 0x80));
    clock.advance(100);
    expect(terminal.take()).toBe("\u00ff\u0000\r\n\u0080");
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
  });

  it("misses the first AT while it finds the rate", () => {
    const { terminal, clock } = coldModem({ behaviour: { autobaudMisses: 2 } });
    clock.advance(10_000);
    for (const expected of ["", "", "AT\r\r\nOK\r\n"]) {
      terminal.write("AT\r");
      clock.advance(500);
      expect(terminal.take()).toBe(expected);
    }
  });

  it("drops what it is told while it works, when it is set to", () => {
    const { terminal, clock } = readyModem({ behaviour: { typeAhead: "drop" } });
    terminal.write("AT+CSQ\rAT+CSQ\r");
    clock.advance(1_000);
    expect(terminal.take().match(/\+CSQ/g)).toHaveLength(1);
    const keeping = readyModem();
    keeping.terminal.write("AT+CSQ\rAT+CSQ\r");
    keeping.clock.advance(1_000);
    expect(keeping.terminal.take().match(/\+CSQ/g)).toHaveLength(2);
  });
});

it("what modem and SIM remember brings both back in another run", () => {
  const { modem, terminal, clock } = readyModem({ slots: 1 });
  modem.deliver(pduOf("stored"));
  modem.deliver(pduOf("held"));
  terminal.ask("AT&W");
  clock.advance(1_000);
  const memory = structuredClone(modem.remember());

  const { clock: later, terminal: laterTerminal } = coldModem({ slots: 1 });
  const line = new UartLine(later);
  const restored = new Sim800(later, line, { slots: 1 });
  restored.recall(memory);
  expect(restored.report()).toMatchObject({ slots: [{ slot: 1, pdu: pduOf("stored") }], held: [pduOf("held")] });
  expect(restored.remember()).toEqual(memory);
  expect(laterTerminal.take()).toBe("");
});

it("the network's time is told after registering, and AT+CCLK? knows it", () => {
  const { terminal, modem, clock } = readyModem({ networkEpochMs: Date.UTC(2026, 10, 22, 8, 30, 0) });
  expect(terminal.ask("AT+CCLK?")).toContain('"04/01/01,');
  terminal.ask("AT+CLTS=1");
  terminal.take();
  modem.setRegistration(2);
  modem.setRegistration(1);
  clock.advance(100);
  expect(terminal.take()).toMatch(/^\r\n\*PSUTTZ: 2026,11,22,8,30,1\d,"\+0",0\r\n\r\nDST: 0\r\n$/);
  expect(terminal.ask("AT+CCLK?")).toContain('"26/11/22,08:30:1');
});

it("class 0 is lost to a modem that announces nothing", () => {
  const { terminal, modem, clock } = readyModem();
  terminal.ask("AT+CNMI=2,0,0,0,0");
  terminal.take();
  modem.deliver("0791448777061005040C914477009010320010621122903054400461F1980E");
  clock.advance(1_000);
  expect(terminal.take()).toBe("");
  expect(modem.report().slots).toEqual([]);
});
