// The class of SIM7600 and A7670: where it differs from a SIM800.

import { describe, expect, it } from "vitest";
import { Terminal } from "../../tests/terminal.ts";
import type { ModelName } from "../model-class.ts";
import { encodeStatusReport } from "../pdu-encode.ts";
import type { Sim800Options } from "../settings.ts";
import { coldModem, linesOf, pduOf } from "./fixture.ts";

function started(model: ModelName, options: Sim800Options = {}) {
  const bench = coldModem({ model, ...options });
  const terminal = new Terminal(bench.clock, bench.line, 115_200);
  bench.clock.advance(10_000);
  const first = linesOf(terminal.take());
  terminal.ask("ATE0+CMEE=1");
  terminal.take();
  return { ...bench, terminal, first };
}

describe.each([
  ["a7670", ["*ATREADY: 1", "+CPIN: READY", "PB DONE", "SMS DONE"], "A7670E-LASE"],
  ["sim7600", ["RDY", "+CPIN: READY", "PB DONE", "SMS DONE"], "SIMCOM_SIM7600E-H"],
] as const)("%s", (model, firstLines, name) => {
  it("speaks 115200 baud and starts with its own lines", () => {
    const { first, terminal } = started(model);
    expect(first).toEqual(firstLines);
    expect(terminal.ask("AT+CGMM")).toContain(name);
    expect(terminal.ask("ATI")).toContain(`\r\nModel: ${name}\r\n`);
  });

  it("does not know what only a SIM800 does, and the other way round", () => {
    const { terminal } = started(model);
    for (const command of ["AT+CLTS=1", "AT+SCLASS0=1", "AT+CCID", "AT+CPOWD=1", "AT+CMGDA=6"])
      expect(terminal.ask(command)).toBe("\r\nERROR\r\n");
    const old = coldModem();
    old.clock.advance(10_000);
    old.terminal.ask("AT");
    for (const command of ["AT+CICCID", "AT+CTZU=1", "AT+CEREG?", "AT+CRESET"])
      expect(old.terminal.ask(command)).toContain("\r\nERROR\r\n");
  });

  it("counts slots from 0, has memory of its own, and says 321 to an empty slot", () => {
    const { terminal, modem, clock } = started(model);
    modem.deliver(pduOf("one"));
    clock.advance(500);
    expect(terminal.take()).toBe('\r\n+CMTI: "ME",0\r\n');
    expect(terminal.ask("AT+CMGR=0")).toContain('+CMGR: 0,"",');
    expect(terminal.ask("AT+CMGD=0")).toBe("\r\nOK\r\n");
    expect(terminal.ask("AT+CMGR=0")).toContain("+CMS ERROR: 321");
    expect(terminal.ask('AT+CPMS="SM","SM","SM"')).toContain("+CPMS: 0,30,0,30,0,30");
  });

  it("stores status reports with ds 2 and announces them by +CDSI", () => {
    const { terminal, modem, clock } = started(model);
    expect(terminal.ask("AT+CNMI=2,1,0,2,0")).toBe("\r\nOK\r\n");
    const time = "2026-11-22T09:30:45+01:00";
    const report = encodeStatusReport({ reference: 7, to: "+447700900123", time, doneTime: time, status: 0 });
    modem.deliver(report);
    clock.advance(500);
    expect(terminal.take()).toContain('\r\n+CDSI: "SR",0\r\n');
    terminal.ask('AT+CPMS="SR"');
    expect(terminal.ask("AT+CMGR=0")).toContain(report);
  });

  it("tells ICCID, registration, voltage and USSD in its own words", () => {
    const { terminal, clock } = started(model);
    expect(terminal.ask("AT+CICCID")).toContain("+ICCID: 8944100030012345678F");
    expect(terminal.ask("AT+CEREG?")).toContain("+CEREG: 0,1");
    expect(terminal.ask("AT+CBC")).toContain("+CBC: 3.950V");
    terminal.ask('AT+CUSD=1,"*100#"');
    terminal.take();
    clock.advance(3_000);
    expect(terminal.take()).toBe('\r\n+CUSD: 0,"Your balance is 5.00",15\r\n');
  });

  it("AT+CRESET restarts it, AT+CPOF turns it off", () => {
    const { terminal, modem, clock } = started(model);
    expect(terminal.ask("AT+CRESET")).toBe("\r\nOK\r\n");
    clock.advance(10_000);
    expect(linesOf(terminal.take())).toEqual(["OK", ...firstLines]);
    terminal.ask("AT+CPOF");
    clock.advance(1_000);
    expect(modem.report().powered).toBe(false);
  });

  it("AT+CTZU=1 takes the network's time, AT+CTZR=1 tells of it", () => {
    const { terminal, modem, clock } = started(model, {
      networkEpochMs: Date.UTC(2026, 10, 22, 8, 30, 0),
      networkOffsetMinutes: 60,
    });
    terminal.ask("AT+CTZU=1;+CTZR=1");
    terminal.take();
    modem.setRegistration(2);
    modem.setRegistration(1);
    clock.advance(100);
    expect(terminal.take()).toBe("\r\n+CTZV: +4\r\n");
    expect(terminal.ask("AT+CCLK?")).toContain('"26/11/22,09:30:');
  });
});
