// Power, restarts, AT+CFUN, the RST pin, sleep, the SIM in its holder.

import { describe, expect, it } from "vitest";
import { coldModem, linesOf, pduOf, readyModem } from "./fixture.ts";

const BOOT_LINES = ["RDY", "+CFUN: 1", "+CPIN: READY", "Call Ready", "SMS Ready"];

describe("the first lines at a fixed rate", () => {
  it.each([
    ["no SIM", { simPresent: false }, ["RDY", "+CFUN: 1", "+CPIN: NOT INSERTED"]],
    ["a PIN", { pin: "1234" }, ["RDY", "+CFUN: 1", "+CPIN: SIM PIN"]],
    ["a good SIM", {}, BOOT_LINES],
    [
      "SMS Ready before Call Ready",
      { timing: { callReadyMs: 9_000 } },
      ["RDY", "+CFUN: 1", "+CPIN: READY", "SMS Ready", "Call Ready"],
    ],
  ])("with %s", (_case, options, lines) => {
    const { terminal, clock } = coldModem({ ipr: 19_200, ...options });
    clock.advance(15_000);
    expect(linesOf(terminal.take())).toEqual(lines);
  });

  it("AT+CIURC=0 leaves out Call Ready and SMS Ready, and AT&W keeps that", () => {
    const { terminal, modem, clock } = readyModem({ ipr: 19_200 });
    terminal.ask("AT+CIURC=0");
    terminal.ask("AT&W");
    modem.restart();
    clock.advance(10_000);
    expect(linesOf(terminal.take())).toEqual(["OK", "RDY", "+CFUN: 1", "+CPIN: READY"]);
  });
});

describe("AT+CFUN", () => {
  it("=4 takes the modem off the network and outlives a restart", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CFUN=4");
    expect(terminal.ask("AT+CREG?")).toContain("+CREG: 0,0");
    expect(terminal.ask('AT+CUSD=1,"*100#"')).toContain("+CME ERROR: 797");
    expect(terminal.ask("AT+CPMS?")).toContain('"SM",0,30');
    modem.restart();
    clock.advance(10_000);
    expect(terminal.ask("AT+CFUN?")).toContain("+CFUN: 4");
    expect(modem.report().registration).toBe(0);
  });

  it("=0 closes the SIM, is lost by a restart, and =1 opens it again", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CFUN=0");
    clock.advance(100);
    expect(terminal.take()).toContain("+CPIN: NOT READY");
    expect(terminal.ask("AT+CMGL=4")).toContain("+CMS ERROR: 310");
    expect(terminal.ask("AT+CIMI")).toContain("+CME ERROR: 797");
    terminal.ask("AT+CFUN=1");
    clock.advance(10_000);
    expect(linesOf(terminal.take())).toEqual(["OK", "+CPIN: READY", "Call Ready", "SMS Ready"]);
    terminal.ask("AT+CFUN=0");
    modem.restart();
    clock.advance(10_000);
    expect(terminal.ask("AT+CFUN?")).toContain("+CFUN: 1");
  });

  it("=0 leaves the SIM open where it is set to", () => {
    const { terminal } = readyModem({ behaviour: { minimumClosesSim: false } });
    terminal.ask("AT+CFUN=0");
    expect(terminal.ask("AT+CIMI")).toContain("OK");
  });

  it("what arrives in flight mode waits in the network", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CFUN=4");
    modem.deliver(pduOf("one"));
    clock.advance(5_000);
    expect(modem.report().held).toHaveLength(1);
    terminal.ask("AT+CFUN=1");
    clock.advance(10_000);
    expect(modem.report().slots).toHaveLength(1);
  });

  const RESTART_ANSWERS = [
    [0, "by-rate", "before"],
    [19_200, "by-rate", "after"],
    [0, "after", "after"],
    [19_200, "before", "before"],
  ] as const;

  it.each(RESTART_ANSWERS)(
    "=1,1 with AT+IPR=%i and the setting %s gives OK %s the restart",
    (ipr, restartAnswer, when) => {
      const { terminal, clock } = readyModem({ ipr, behaviour: { restartAnswer } });
      terminal.write("AT+CFUN=1,1\r");
      clock.advance(1_000);
      expect(terminal.take().includes("OK")).toBe(when === "before");
      if (ipr === 0) return; // while autobauding it knows no rate to say anything at
      clock.advance(10_000);
      const lines = linesOf(terminal.take());
      expect(lines).toEqual(expect.arrayContaining(BOOT_LINES));
      expect(lines.includes("OK")).toBe(when === "after");
    },
  );
});

describe("RST", () => {
  it("held low keeps the modem down until it is let go", () => {
    const { modem, terminal, clock } = readyModem({ ipr: 19_200 });
    modem.resetPin.boardDrives(0);
    clock.advance(20_000);
    terminal.write("AT\r");
    clock.advance(1_000);
    expect(terminal.take()).toBe("");
    modem.resetPin.boardDrives(undefined);
    clock.advance(10_000);
    expect(linesOf(terminal.take())).toEqual(BOOT_LINES);
  });

  it("cuts off what is being sent", () => {
    const { modem, terminal, clock } = readyModem();
    modem.preload(pduOf("x".repeat(160)));
    terminal.write("AT+CMGR=1\r");
    modem.resetPin.boardDrives(0);
    clock.advance(150);
    modem.resetPin.boardDrives(undefined);
    clock.advance(1_000);
    expect(terminal.take()).toMatch(/\+CMGR: 0,"",159\r\n[0-9A-F]+$/);
  });
});

describe("power-down", () => {
  it("AT+CPOWD=1 says so and hears nothing more until it is turned on", () => {
    const { modem, terminal, clock } = readyModem();
    terminal.write("AT+CPOWD=1\r");
    clock.advance(500);
    expect(terminal.take()).toBe("\r\nNORMAL POWER DOWN\r\n");
    expect(modem.report().powered).toBe(false);
    terminal.write("AT\r");
    clock.advance(500);
    expect(terminal.take()).toBe("");
  });

  it("AT+CPOWD=0 says nothing", () => {
    const { terminal, clock } = readyModem();
    terminal.write("AT+CPOWD=0\r");
    clock.advance(500);
    expect(terminal.take()).toBe("");
  });
});

describe("sleep by AT+CSCLK=2", () => {
  it("loses the octets that wake it", () => {
    const { terminal, clock } = readyModem();
    terminal.ask("AT+CSCLK=2");
    clock.advance(5_500);
    terminal.take();
    terminal.write("AT+CSQ\r");
    clock.advance(500);
    expect(terminal.take()).toBe("");
    expect(terminal.ask("AT+CSQ")).toContain("+CSQ: 18,0");
  });

  it("hears a command that comes 100 ms after the first octet", () => {
    const { terminal, clock } = readyModem();
    terminal.ask("AT+CSCLK=2");
    clock.advance(6_000);
    terminal.write("\r");
    clock.advance(110);
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
  });

  it("does not come within five seconds of the last octet, nor with AT+CSCLK=0 or 1", () => {
    const { terminal, clock } = readyModem();
    terminal.ask("AT+CSCLK=2");
    clock.advance(4_500);
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
    for (const command of ["AT+CSCLK=0", "AT+CSCLK=1"]) {
      terminal.ask(command);
      clock.advance(60_000);
      expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
    }
  });

  it("still announces messages", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CSCLK=2");
    clock.advance(10_000);
    terminal.take();
    modem.deliver(pduOf("one"));
    clock.advance(100);
    expect(terminal.take()).toBe('\r\n+CMTI: "SM",1\r\n');
  });
});

it("a SIM that is taken out is gone at once, and back after a restart", () => {
  const { terminal, modem, clock } = readyModem();
  modem.preload(pduOf("one"));
  modem.setSim(false);
  clock.advance(100);
  expect(terminal.take()).toBe("\r\n+CPIN: NOT INSERTED\r\n");
  expect(terminal.ask("AT+CPIN?")).toContain("+CME ERROR: 10");
  modem.setSim(true);
  expect(terminal.ask("AT+CMGL=4")).toContain("+CMS ERROR: 310");
  modem.restart();
  clock.advance(10_000);
  expect(terminal.ask("AT+CMGL=4")).toContain("+CMGL: 1,0,");
});
