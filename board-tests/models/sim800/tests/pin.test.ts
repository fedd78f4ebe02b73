// PIN and PUK: what opens the SIM, what costs a try.

import { describe, expect, it } from "vitest";
import { coldModem, readyModem } from "./fixture.ts";

function lockedModem(options: Parameters<typeof coldModem>[0] = {}) {
  const bench = coldModem({ pin: "1234", ...options });
  bench.clock.advance(10_000);
  bench.terminal.ask("AT");
  bench.terminal.ask("ATE0+CMEE=1");
  return bench;
}

describe("a wrong PIN", () => {
  it("is CME 16 twice; with the third the PUK is asked for, and the right PIN no longer opens", () => {
    const { terminal } = lockedModem();
    const answers = ["0000", "1111", "2222", "1234"].map((pin) => terminal.ask(`AT+CPIN="${pin}"`));
    expect(answers.map((answer) => /ERROR: (\d+)/.exec(answer)?.[1])).toEqual(["16", "16", "12", "12"]);
    expect(terminal.ask("AT+CPIN?")).toContain("+CPIN: SIM PUK");
    expect(terminal.ask("AT+SPIC")).toContain("+SPIC: 0,3,10,10");
    expect(terminal.ask("AT+CMGL=4")).toContain("+CMS ERROR: 316");
  });

  it("is CME 16 the third time too, where it is set to", () => {
    const { terminal } = lockedModem({ behaviour: { lastPinError: 16 } });
    for (const pin of ["0000", "1111", "2222"]) expect(terminal.ask(`AT+CPIN="${pin}"`)).toContain("+CME ERROR: 16");
  });

  it("costs a try that a power cut does not give back, and the right one does", () => {
    const { terminal, modem, clock } = lockedModem();
    terminal.ask('AT+CPIN="0000"');
    modem.powerOff();
    modem.powerOn();
    clock.advance(10_000);
    terminal.ask("AT");
    expect(terminal.ask("AT+SPIC")).toContain("+SPIC: 2,3,10,10");
    terminal.ask('AT+CPIN="1234"');
    expect(terminal.ask("AT+SPIC")).toContain("+SPIC: 3,3,10,10");
  });

  it("that is no PIN costs nothing", () => {
    const { terminal } = lockedModem();
    for (const pin of ["123", "12345678901", "12a4"]) expect(terminal.ask(`AT+CPIN="${pin}"`)).toContain("ERROR: 50");
    expect(terminal.ask("AT+SPIC")).toContain("+SPIC: 3,3,10,10");
  });
});

describe("the PUK", () => {
  const toPuk = (terminal: ReturnType<typeof lockedModem>["terminal"]): void => {
    for (let i = 0; i < 3; i++) terminal.ask('AT+CPIN="0000"');
  };

  it("with a new PIN opens the SIM", () => {
    const { terminal, clock } = lockedModem();
    toPuk(terminal);
    expect(terminal.ask('AT+CPIN="12345678","4321"')).toContain("OK");
    clock.advance(10_000);
    expect(terminal.ask("AT+CREG?")).toContain("+CREG: 0,1");
    expect(terminal.ask('AT+CLCK="SC",0,"4321"')).toContain("OK");
  });

  it("if wrong is CME 16, and after ten the SIM is dead", () => {
    const { terminal } = lockedModem();
    toPuk(terminal);
    for (let i = 0; i < 10; i++) expect(terminal.ask('AT+CPIN="87654321","4321"')).toContain("+CME ERROR: 16");
    expect(terminal.ask('AT+CPIN="12345678","4321"')).toContain("+CME ERROR: 13");
    expect(terminal.ask("AT+CMGL=4")).toContain("+CMS ERROR: 517");
  });
});

describe("an open SIM", () => {
  it("takes no PIN", () => {
    const { terminal } = readyModem();
    expect(terminal.ask('AT+CPIN="1234"')).toContain("+CME ERROR: 3");
  });

  it("can be told to ask for its PIN, not to ask, and to have another one", () => {
    const { terminal, modem, clock } = lockedModem();
    terminal.ask('AT+CPIN="1234"');
    expect(terminal.ask('AT+CLCK="SC",2')).toContain("+CLCK: 1");
    expect(terminal.ask('AT+CLCK="SC",0,"9999"')).toContain("+CME ERROR: 16");
    expect(terminal.ask('AT+CPWD="SC","1234","5678"')).toContain("OK");
    expect(terminal.ask('AT+CLCK="SC",0,"5678"')).toContain("OK");
    modem.restart();
    clock.advance(10_000);
    terminal.ask("AT");
    expect(terminal.ask("AT+CPIN?")).toContain("+CPIN: READY");
  });
});
