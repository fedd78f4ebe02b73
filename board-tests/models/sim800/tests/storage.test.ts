// The forms of the commands on storage: what is deleted, what empty slots answer, which memory is which.

import { describe, expect, it } from "vitest";
import { pduOf, readyModem } from "./fixture.ts";

const SUBMIT = "0011000C914477009010320000AA03C8F71D";

/** Slots 1 and 2 read, 3 unread, 4 stored and sent, 5 stored and not sent. */
function mixedSim() {
  const bench = readyModem();
  const { terminal, modem } = bench;
  for (const text of ["one", "two", "three"]) modem.preload(pduOf(text));
  terminal.ask("AT+CMGR=1;+CMGR=2");
  for (let i = 0; i < 2; i++) {
    terminal.ask("AT+CMGW=17");
    terminal.ask(`${SUBMIT}\u001a`);
  }
  terminal.ask("AT+CMSS=4");
  return bench;
}

describe("deleting", () => {
  it.each([
    ["AT+CMGD=1", [2, 3, 4, 5]],
    ["AT+CMGD=3,0", [1, 2, 4, 5]],
    ["AT+CMGD=1,1", [3, 4, 5]],
    ["AT+CMGD=1,2", [3, 5]],
    ["AT+CMGD=1,3", [3]],
    ["AT+CMGD=1,4", []],
    ["AT+CMGDA=1", [3, 4, 5]],
    ["AT+CMGDA=2", [1, 2, 4, 5]],
    ["AT+CMGDA=3", [1, 2, 3, 5]],
    ["AT+CMGDA=4", [1, 2, 3, 4]],
    ["AT+CMGDA=5", [4, 5]],
    ["AT+CMGDA=6", []],
    ['AT+CMGF=1;+CMGDA="DEL INBOX"', [4, 5]],
  ])("%s leaves the slots %j", (command, left) => {
    const { terminal, modem } = mixedSim();
    expect(terminal.ask(command)).toBe("\r\nOK\r\n");
    expect(modem.report().slots.map(({ slot }) => slot)).toEqual(left);
  });

  it.each(["AT+CMGD=1,5", "AT+CMGDA=7", "AT+CMGDA", 'AT+CMGDA="DEL ALL"'])("%s is refused", (command) => {
    const { terminal, modem } = mixedSim();
    expect(terminal.ask(command)).toContain("+CMS ERROR: 302");
    expect(modem.report().slots).toHaveLength(5);
  });
});

describe("an empty slot", () => {
  it("answers OK to reading and deleting, or 321 where it is set to", () => {
    const bench = readyModem();
    expect([bench.terminal.ask("AT+CMGR=7"), bench.terminal.ask("AT+CMGD=7")]).toEqual(Array(2).fill("\r\nOK\r\n"));
    const strict = readyModem({ behaviour: { emptySlotAnswer: "cms-321", emptyDeleteAnswer: "cms-321" } });
    const refused = "\r\n+CMS ERROR: 321\r\n";
    expect([strict.terminal.ask("AT+CMGR=7"), strict.terminal.ask("AT+CMGD=7")]).toEqual([refused, refused]);
  });
});

describe("listing", () => {
  it.each([
    ["AT+CMGL=0", [3]],
    ["AT+CMGL", [3]],
    ["AT+CMGL=1", [1, 2]],
    ["AT+CMGL=2", [5]],
    ["AT+CMGL=3", [4]],
    ["AT+CMGL=4", [1, 2, 3, 4, 5]],
    ['AT+CMGF=1;+CMGL="STO SENT"', [4]],
    ['AT+CMGF=1;+CMGL="ALL",1', [1, 2, 3, 4, 5]],
  ])("%s gives the slots %j", (command, slots) => {
    const { terminal } = mixedSim();
    const listed = [...terminal.ask(command).matchAll(/\+CMGL: (\d+),/g)].map((match) => Number(match[1]));
    expect(listed).toEqual(slots);
  });

  it.each(["AT+CMGL=5", "AT+CMGL=4,2", 'AT+CMGF=1;+CMGL="all"'])("%s is refused", (command) => {
    expect(readyModem().terminal.ask(command)).toContain("+CMS ERROR: 302");
  });

  it("sees mem1 alone", () => {
    const { terminal, modem } = readyModem({ modemSlots: 2 });
    modem.preload(pduOf("one"));
    expect(terminal.ask('AT+CPMS="ME";+CMGL=4')).not.toContain("CMGL: ");
    expect(terminal.ask('AT+CPMS="SM","ME";+CMGL=4')).toContain("+CMGL: 1,");
  });
});

describe("what clients ask for before they use the modem", () => {
  it.each([
    ["AT+CPMS=?", '+CPMS: ("SM","ME","SM_P","ME_P","MT"),'],
    ["AT+CNMI=?", "+CNMI: (0,1,2,3),(0,1,2,3),(0,2),(0,1),(0,1)"],
    ["AT+CMGD=?", "+CMGD: (1-30),(0-4)"],
    ["AT+CMGL=?", "+CMGL: (0-4)"],
    ["AT+CSCS=?", '+CSCS: ("IRA","GSM","UCS2","HEX","PCCP","PCDN","8859-1")'],
    ["AT+CSMP?", "+CSMP: 17,167,0,0"],
    ["AT+CPBS?", '+CPBS: "SM",0,250'],
    ['AT+CPBS="ON";+CPBS?', '+CPBS: "ON",0,250'],
    ["AT+CPBR=?", "+CPBR: (1-250),40,14"],
    ["AT+CPBR=1,250", "OK"],
    ["AT+CPBR=251", "+CME ERROR: 21"],
    ["AT+CGATT?", "+CGATT: 1"],
    ["AT+COPN", '+COPN: "00101","Test PLMN 1-1"'],
    ["AT+GCAP", "+GCAP: +CGSM"],
    ["ATD+447700900123;", "NO CARRIER"],
  ])("%s is answered by %s", (command, text) => {
    const { terminal, clock } = readyModem();
    terminal.take();
    terminal.write(`${command}\r`);
    clock.advance(500);
    expect(terminal.take()).toContain(text);
  });
});
