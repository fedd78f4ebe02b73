// The octets on the wire, one by one: what byte traces of real modems show.

import { describe, expect, it } from "vitest";
import { coldModem, pduOf, readyModem } from "./fixture.ts";

function echoing() {
  const bench = readyModem();
  bench.terminal.ask("ATE1");
  bench.terminal.take();
  return bench;
}

describe("with echo", () => {
  it("a command comes back with its CR, and the answer's own CR LF follows", () => {
    const { terminal } = echoing();
    expect(terminal.ask("AT+CSQ")).toBe("AT+CSQ\r\r\n+CSQ: 18,0\r\n\r\nOK\r\n");
  });

  it("the prompt has no line end, the PDU comes back with its Ctrl-Z", () => {
    const { terminal, clock } = echoing();
    const pdu = "0011000C914477009010320000AA03C8F71D";
    expect(terminal.ask("AT+CMGS=17")).toBe("AT+CMGS=17\r\r\n> ");
    terminal.take();
    terminal.write(`${pdu}\u001a`);
    clock.advance(5_000);
    expect(terminal.take()).toBe(`${pdu}\u001a\r\n+CMGS: 1\r\n\r\nOK\r\n`);
  });

  it("ATE0 is itself still echoed; AT&W keeps it over a power cut, ATZ brings it back", () => {
    const { terminal, modem, clock } = coldModem({ ipr: 19_200 });
    clock.advance(10_000);
    terminal.take();
    expect(terminal.ask("ATE0&W")).toBe("ATE0&W\r\r\nOK\r\n");
    modem.powerOff();
    modem.powerOn();
    clock.advance(10_000);
    terminal.take();
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
    terminal.ask("ATE1");
    expect(terminal.ask("ATZ")).toBe("ATZ\r\r\nOK\r\n");
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
  });
});

describe("the command line", () => {
  it("LF after CR is ignored, lower case works, commands are chained with semicolons", () => {
    const { terminal } = readyModem();
    expect(terminal.ask("at+csq;+cgmm;h")).toBe("\r\n+CSQ: 18,0\r\n\r\nSIMCOM_SIM800L\r\n\r\nOK\r\n");
    terminal.take();
    terminal.write("\nAT+CSQ\r\n");
    terminal.clock.advance(200);
    expect(terminal.take()).toBe("\r\n+CSQ: 18,0\r\n\r\nOK\r\n");
  });

  it("the first error ends a chain", () => {
    const { terminal } = readyModem();
    expect(terminal.ask("AT+CSQ;+NOSUCH;+CGMM")).toBe("\r\n+CSQ: 18,0\r\n\r\nERROR\r\n");
  });

  it("A/ runs the last line again, without a CR", () => {
    const { terminal, clock } = readyModem();
    terminal.ask("AT+CSQ");
    terminal.take();
    terminal.write("A/");
    clock.advance(200);
    expect(terminal.take()).toBe("\r\n+CSQ: 18,0\r\n\r\nOK\r\n");
  });

  it("a text with accents leaves the modem one octet a character", () => {
    const { terminal, modem } = readyModem();
    modem.preload(pduOf("é"));
    terminal.ask('AT+CMGF=1;+CSCS="8859-1"');
    expect(terminal.ask("AT+CMGR=1")).toContain("\r\n\u00e9\r\n");
  });
});

describe("what a line cannot be", () => {
  it("is answered with ERROR whatever AT+CMEE says, and longer than 556 characters too", () => {
    const { terminal } = readyModem();
    expect(terminal.ask("AT+=")).toBe("\r\nERROR\r\n");
    expect(terminal.ask(`AT+CSCA="${"1".repeat(560)}"`)).toBe("\r\nERROR\r\n");
  });
});

it("AT+IFC and AT+ICF are kept by AT&W and left alone by AT&F", () => {
  const { terminal } = readyModem();
  terminal.ask("AT+IFC=2,2");
  terminal.ask("AT+ICF=2,1");
  terminal.ask("AT&F");
  expect(terminal.ask("AT+IFC?;+ICF?")).toContain("+IFC: 2,2\r\n\r\n+ICF: 2,1\r\n");
  expect(terminal.ask("AT+IFC=9,9")).toContain("ERROR");
});
