// Messages out: references, status reports, what is stored first, text mode, the service centre.

import { describe, expect, it } from "vitest";
import { readyModem } from "./fixture.ts";

const PLAIN = "0011000C914477009010320000AA03C8F71D"; // 17 octets without the centre's
const WITH_REPORT = PLAIN.replace("0011", "0031");

function send(terminal: ReturnType<typeof readyModem>["terminal"], pdu = PLAIN): string {
  terminal.ask("AT+CMGS=17");
  return terminal.ask(`${pdu}\u001a`);
}

describe("the reference", () => {
  it("counts up, is that of the status report, and starts anew after 255", () => {
    const { terminal } = readyModem({ firstReference: 254 });
    const references = [1, 2, 3].map(() => /CMGS: (\d+)/.exec(send(terminal))?.[1]);
    expect(references).toEqual(["254", "255", "0"]);
  });
});

describe("a status report", () => {
  it("comes as +CDS with the reference, the number and the outcome, some time after the message", () => {
    const { terminal, clock, modem } = readyModem({
      firstReference: 7,
      statusReport: { delayMs: 4_000, status: 0x46 },
    });
    expect(send(terminal, WITH_REPORT)).toContain("+CMGS: 7");
    clock.advance(3_500);
    expect(terminal.take()).not.toContain("CDS");
    clock.advance(1_000);
    const report = modem.report().deliveries[0]?.pdu ?? "";
    expect(terminal.take()).toBe(`\r\n+CDS: ${report.length / 2 - 8}\r\n${report}\r\n`);
    expect(report).toMatch(/^0791[0-9A-F]{12}06070C91447700901032[0-9A-F]{28}46$/);
  });

  it("does not come for a message that did not ask, nor with ds 0, nor from a network without them", () => {
    const { terminal, clock } = readyModem();
    send(terminal);
    clock.advance(10_000);
    expect(terminal.take()).not.toContain("CDS");
    terminal.ask("AT+CNMI=2,1,0,0,0");
    send(terminal, WITH_REPORT);
    clock.advance(10_000);
    expect(terminal.take()).not.toContain("CDS");
    const none = readyModem({ statusReport: null });
    send(none.terminal, WITH_REPORT);
    none.clock.advance(60_000);
    expect(none.terminal.take()).not.toContain("CDS");
  });

  it("of single messages comes otherwise or not at all, as a test says", () => {
    const { terminal, modem, clock } = readyModem();
    modem.faults.add({ kind: "report", outcome: { delayMs: 0, status: 0x20 }, times: 1 });
    modem.faults.add({ kind: "report", outcome: null, times: 1 });
    for (let i = 0; i < 3; i++) send(terminal, WITH_REPORT);
    clock.advance(10_000);
    expect(modem.report().deliveries.map(({ pdu }) => pdu.slice(-2))).toEqual(["20", "00"]);
  });

  it("waits in the network while the modem is away", () => {
    const { terminal, modem, clock } = readyModem();
    send(terminal, WITH_REPORT);
    modem.powerOff();
    clock.advance(10_000);
    expect(modem.report().held).toHaveLength(1);
  });
});

describe("storing before sending", () => {
  it("AT+CMGW stores, AT+CMGL=2 lists, AT+CMSS sends and marks it sent", () => {
    const { terminal, modem } = readyModem();
    terminal.ask("AT+CMGW=17");
    expect(terminal.ask(`${PLAIN}\u001a`)).toBe("\r\n+CMGW: 1\r\n\r\nOK\r\n");
    expect(terminal.ask("AT+CMGL=2")).toContain(`+CMGL: 1,2,"",17\r\n${PLAIN}`);
    expect(terminal.ask("AT+CMSS=1")).toContain("+CMSS: 1");
    expect(terminal.ask("AT+CMGL=3")).toContain("+CMGL: 1,3,");
    expect(modem.report().sent.map(({ pdu }) => pdu)).toEqual([PLAIN]);
    expect(terminal.ask("AT+CMSS=2")).toContain("+CMS ERROR: 321");
  });

  it("on a full SIM is refused with 322", () => {
    const { terminal, modem } = readyModem({ slots: 1 });
    modem.preload(PLAIN);
    terminal.ask("AT+CMGW=17");
    expect(terminal.ask(`${PLAIN}\u001a`)).toContain("+CMS ERROR: 322");
  });
});

describe("what the network needs", () => {
  it("without a service centre a PDU that names none is refused with 330, and one that names it goes out", () => {
    const { terminal, modem } = readyModem();
    terminal.ask('AT+CSCA=""');
    expect(send(terminal)).toContain("+CMS ERROR: 330");
    expect(send(terminal, `0791447758100650${PLAIN.slice(2)}`)).toContain("+CMGS: 1");
    expect(modem.report().sent).toHaveLength(1);
  });

  it("AT+CSCA outlives a power cut", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask('AT+CSCA="447700900000",145');
    modem.powerOff();
    modem.powerOn();
    clock.advance(10_000);
    terminal.ask("AT");
    expect(terminal.ask("AT+CSCA?")).toContain('+CSCA: "+447700900000",145');
  });

  it("without registration it is refused with 331", () => {
    const { terminal, modem } = readyModem();
    modem.setRegistration(2);
    expect(send(terminal)).toContain("+CMS ERROR: 331");
  });
});

describe("the prompt", () => {
  it("takes ESC without an answer, where it is set to", () => {
    const { terminal, clock } = readyModem({ behaviour: { escapeAnswer: "none" } });
    terminal.ask("AT+CMGS=17");
    terminal.take();
    terminal.write(`${PLAIN}\u001b`);
    clock.advance(1_000);
    expect(terminal.take()).toBe("");
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
  });

  it("takes commands for text until Ctrl-Z", () => {
    const { terminal, modem } = readyModem();
    terminal.ask("AT+CMGS=17");
    expect(terminal.ask("AT+CMGD=1,4\rAT\r\u001a")).toContain("+CMS ERROR: 304");
    expect(modem.report().sent).toEqual([]);
  });
});

describe("text mode", () => {
  const sent = (characterSet: string, number: string, body: string, csmp = "17,167,0,0"): string | undefined => {
    const { terminal, modem } = readyModem();
    for (const command of ["AT+CMGF=1", `AT+CSCS="${characterSet}"`, `AT+CSMP=${csmp}`]) terminal.ask(command);
    terminal.ask(`AT+CMGS="${number}"`);
    terminal.ask(`${body}\u001a`);
    return modem.report().sent[0]?.pdu;
  };

  it("makes an SMS-SUBMIT of number and text, in each character set", () => {
    const pdu = "0011000C914477000910320000A702E834"; // "hi", one week
    expect(sent("IRA", "+447700900123", "hi")).toBe(pdu);
    expect(sent("GSM", "+447700900123", "hi")).toBe(pdu);
    expect(sent("UCS2", "002B003400340037003700300030003900300030003100320033", "00680069")).toBe(pdu);
    expect(sent("HEX", "2B343437373030393030313233", "6869")).toBe(pdu);
  });

  it("with AT+CSMP=49 asks for a report, and with coding 8 sends UCS2", () => {
    expect(sent("UCS2", "002B00340034", "017C", "49,167,0,8")).toBe("0031000291440008A702017C");
  });

  it("refuses what is no text of the character set with 305", () => {
    expect(sent("UCS2", "002B0034", "xyz")).toBeUndefined();
  });

  it("shows messages in the character set", () => {
    const shown = ["IRA", "GSM", "UCS2", "HEX", "8859-1"].map((characterSet) => {
      const { terminal, modem } = readyModem();
      modem.preload("0791447758100650040C9144770090103200006211229003544003D23400"); // "Ri@"
      terminal.ask(`AT+CMGF=1;+CSCS="${characterSet}"`);
      return /"\r\n(.*)\r\n/.exec(terminal.ask("AT+CMGR=1"))?.[1];
    });
    expect(shown).toEqual(["Ri@", "Ri\u0000", "005200690040", "526900", "Ri@"]);
  });

  it("shows a message of our own with its number and no time", () => {
    const { terminal } = readyModem();
    terminal.ask("AT+CMGF=1");
    terminal.ask('AT+CMGW="+447700900123"');
    terminal.ask("kept\u001a");
    expect(terminal.ask("AT+CMGR=1")).toContain('\r\n+CMGR: "STO UNSENT","+447700900123",""\r\nkept\r\n');
  });

  it("shows messages and reports as they come in words", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CMGF=1;+CNMI=2,2,0,1,0;+CSMP=49,167,0,0");
    terminal.take();
    modem.deliver("0791447758100650040C9144770090103200006211229003544003D23400");
    terminal.ask('AT+CMGS="+447700900123"');
    terminal.ask("hi\u001a");
    clock.advance(10_000);
    const text = terminal.take();
    expect(text).toContain('+CDS: 6,1,"+447700900123",145,"26/01/01,00:00:');
    expect(text).toMatch(/\+CDS: .*",0\r\n/);
  });
});
