// A supply that is too weak or too strong.

import { describe, expect, it } from "vitest";
import { linesOf, readyModem } from "./fixture.ts";

describe("a supply", () => {
  it("of 3.5 V is warned of, again and again while it lasts", () => {
    const { terminal, modem, clock } = readyModem();
    modem.supply.set(3_500);
    clock.advance(25_000);
    expect(linesOf(terminal.take())).toEqual(Array(3).fill("UNDER-VOLTAGE WARNNING"));
    expect(terminal.ask("AT+CBC")).toContain("+CBC: 0,13,3500");
    modem.supply.set(3_950);
    clock.advance(60_000);
    expect(terminal.take()).not.toContain("VOLTAGE");
  });

  it("is spelt right by some firmware", () => {
    const { terminal, modem, clock } = readyModem({ behaviour: { warningWord: "WARNING" } });
    modem.supply.set(4_350);
    clock.advance(100);
    expect(terminal.take()).toBe("\r\nOVER-VOLTAGE WARNING\r\n");
  });

  it.each([
    [3_399, "UNDER-VOLTAGE POWER DOWN"],
    [4_401, "OVER-VOLTAGE POWER DOWN"],
  ])("of %i mV turns the modem off, until it is good again", (millivolts, line) => {
    const { terminal, modem, clock } = readyModem();
    modem.supply.set(millivolts);
    clock.advance(20_000);
    expect(linesOf(terminal.take())).toEqual([line]);
    expect(modem.report().powered).toBe(false);
    modem.supply.set(3_950);
    clock.advance(10_000);
    expect(modem.report().registration).toBe(1);
  });

  it("that is too weak has the modem hear nothing while it says its last words", () => {
    const { terminal, modem, clock } = readyModem({ timing: { replyMs: 1 } });
    terminal.write("AT\r");
    modem.supply.set(3_300);
    clock.advance(1_000);
    expect(linesOf(terminal.take())).toEqual(["UNDER-VOLTAGE POWER DOWN"]);
  });

  it("that comes back leaves it off on a board that does not tie PWRKEY", () => {
    const { modem, clock } = readyModem({ behaviour: { powerKeyTied: false } });
    modem.supply.set(3_300);
    clock.advance(1_000);
    modem.supply.set(3_950);
    clock.advance(10_000);
    expect(modem.report().powered).toBe(false);
  });

  it("below 3.4 V is only warned of where the automatic power-down is off", () => {
    const { terminal, modem, clock } = readyModem({ behaviour: { automaticPowerDown: false } });
    modem.supply.set(3_300);
    clock.advance(100);
    expect(terminal.take()).toBe("\r\nUNDER-VOLTAGE WARNNING\r\n");
    expect(modem.report().powered).toBe(true);
  });

  it("that breaks down for an instant restarts the modem without a word", () => {
    const { terminal, modem, clock } = readyModem({ ipr: 19_200 });
    modem.supply.sag(2_800, 20);
    clock.advance(1_000);
    expect(terminal.take()).toBe("");
    clock.advance(10_000);
    expect(linesOf(terminal.take())[0]).toBe("RDY");
    expect(terminal.ask("AT+CNMI?")).toContain("2,1,0,0,0");
  });
});
