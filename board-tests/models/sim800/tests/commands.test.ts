import { describe, expect, it } from "vitest";
import { coldModem, pduOf, readyModem } from "./fixture.ts";

describe("starting", () => {
  it("while autobauding says nothing of RDY, +CFUN and +CPIN, and answers the first AT after 3 s", () => {
    const { terminal, clock, modem } = coldModem();
    clock.advance(2_900);
    terminal.write("AT\r");
    clock.advance(90);
    expect(terminal.take()).toBe("");
    clock.advance(20);
    expect(terminal.ask("AT")).toBe("AT\r\r\nOK\r\n");
    expect(modem.report().baud).toBe(19_200);
    clock.advance(10_000);
    expect(terminal.take()).toBe("AT\r\r\nOK\r\n\r\nCall Ready\r\n\r\nSMS Ready\r\n");
  });

  it("at a fixed rate announces itself", () => {
    const { terminal, clock } = coldModem({ ipr: 19_200 });
    clock.advance(10_000);
    expect(terminal.take().split("\r\n").filter(Boolean)).toEqual([
      "RDY",
      "+CFUN: 1",
      "+CPIN: READY",
      "Call Ready",
      "SMS Ready",
    ]);
  });

  it("finds no rate above 57600 baud", () => {
    const { terminal, clock, line } = coldModem();
    clock.advance(10_000);
    line.setBaud(115_200);
    terminal.write("AT\r");
    clock.advance(1_000);
    expect(terminal.take()).toBe("");
  });

  it("has a SIM that is busy for a while, then refuses storage commands with 521 before SMS Ready", () => {
    const { terminal, clock } = coldModem();
    clock.advance(3_000);
    terminal.ask("AT+CMEE=1");
    expect(terminal.ask("AT+CPIN?")).toContain("+CME ERROR: 14");
    expect(terminal.ask("AT+CMGL=4")).toContain("+CMS ERROR: 314");
    clock.advance(500);
    expect(terminal.ask("AT+CPIN?")).toContain("+CPIN: READY");
    expect(terminal.ask("AT+CMGL=4")).toContain("+CMS ERROR: 521");
    clock.advance(3_000);
    expect(terminal.ask("AT+CMGL=4")).toMatch(/\r\nOK\r\n$/);
  });

  it("has a SIM that answers at once, where it is set to", () => {
    const { terminal, clock } = coldModem({ behaviour: { simBusyAtStart: false } });
    clock.advance(3_000);
    expect(terminal.ask("AT+CPIN?")).toContain("+CPIN: READY");
  });

  it("a pulse on RST shorter than 105 ms does nothing, a longer one restarts", () => {
    const { terminal, clock, modem } = readyModem();
    const pulse = (ms: number): void => {
      modem.resetPin.boardDrives(0);
      clock.advance(ms);
      modem.resetPin.boardDrives(undefined);
    };
    pulse(100);
    expect(terminal.ask("AT+CNMI?")).toContain("2,1,0,1,0");
    pulse(106);
    clock.advance(10_000);
    expect(terminal.ask("AT")).toContain("AT\r\r\nOK"); // the echo is back
    expect(terminal.ask("AT+CNMI?")).toContain("2,1,0,0,0");
  });

  it("AT&W keeps the profile through a power cut, AT+CPMS and AT+SCLASS0 are lost", () => {
    const { terminal, clock, modem } = readyModem({ modemSlots: 5 });
    terminal.ask('AT+CPMS="ME","ME","ME"');
    terminal.ask("AT+SCLASS0=1");
    terminal.ask("AT&W");
    modem.powerOff();
    modem.powerOn();
    clock.advance(10_000);
    expect(terminal.ask("AT")).toBe("\r\nOK\r\n");
    expect(terminal.ask("AT+CNMI?")).toContain("2,1,0,1,0");
    expect(terminal.ask("AT+CPMS?")).toContain('"SM",0,30,"SM",0,30,"SM",0,30');
    expect(terminal.ask("AT+SCLASS0?")).toContain("+SCLASS0: 0");
  });

  it("AT+IPR=9600 answers at the old rate and then speaks the new one", () => {
    const { terminal, line, clock } = readyModem();
    expect(terminal.ask("AT+IPR=9600")).toBe("\r\nOK\r\n");
    terminal.write("AT\r");
    clock.advance(500);
    expect(terminal.take()).not.toContain("OK\r\n\r\nOK");
    line.setBaud(9_600);
    terminal.write("\r");
    clock.advance(500);
    terminal.take();
    expect(terminal.ask("AT")).toContain("OK");
  });
});

describe("the table of commands", () => {
  const ANSWERS: readonly (readonly [string, string])[] = [
    ["AT", ""],
    ["at+csq", "+CSQ: 18,0"],
    ["ATI", "SIM800 R14.18"],
    ["AT+CGSN", "867322030012345"],
    ["AT+CCID", "8944100030012345678F"],
    ["AT+CIMI", "234100012345678"],
    ["AT+CMEE?", "+CMEE: 1"],
    ["AT+CMGF?", "+CMGF: 0"],
    ["AT+CNMI?", "+CNMI: 2,1,0,1,0"],
    ["AT+CPMS?", '+CPMS: "SM",0,30,"SM",0,30,"SM",0,30'],
    ['AT+CPMS="SM"', "+CPMS: 0,30,0,30,0,30"],
    ["AT+CREG?", "+CREG: 0,1"],
    ["AT+COPS?", '+COPS: 0,0,"Virtual"'],
    ["AT+CPIN?", "+CPIN: READY"],
    ["AT+SPIC", "+SPIC: 3,3,10,10"],
    ["AT+CFUN?", "+CFUN: 1"],
    ["AT+IPR?", "+IPR: 0"],
    ["AT+CSMS=1", "+CSMS: 1,1,1"],
    ["AT+CSCLK?", "+CSCLK: 0"],
    ["AT+CLIP=1", ""],
    ["AT+CLTS?", "+CLTS: 0"],
    ["AT+CBC", "+CBC: 0,69,3950"],
    ["ATH", ""],
    ["ATE0;+CSQ", "+CSQ: 18,0"],
    ["AT+CMGR=5", ""],
    ["AT+CMGD=5", ""],
    ["AT+CMGL=4", ""],
  ];

  it.each(ANSWERS)("%s", (command, information) => {
    const { terminal } = readyModem();
    expect(terminal.ask(command)).toBe(information === "" ? "\r\nOK\r\n" : `\r\n${information}\r\n\r\nOK\r\n`);
  });

  const REFUSALS: readonly (readonly [string, string])[] = [
    ["AT+NOSUCH", "ERROR"],
    ["AT+CMGR=31", "+CMS ERROR: 321"],
    ["AT+CMGD=0", "+CMS ERROR: 321"],
    ["AT+CNMI=2,1,0,2,0", "+CMS ERROR: 303"],
    ["AT+CMEE=7", "+CME ERROR: 50"],
    ['AT+CPMS="XX"', "+CMS ERROR: 302"],
    ["AT+CMGS=400", "+CMS ERROR: 304"],
  ];

  it.each(REFUSALS)("%s is refused", (command, result) => {
    const { terminal } = readyModem();
    expect(terminal.ask(command)).toBe(`\r\n${result}\r\n`);
  });

  it("errors are plain, numbers or texts by AT+CMEE", () => {
    const { terminal } = readyModem();
    expect(terminal.ask("AT+CMEE=0;+CMGR=99")).toBe("\r\nERROR\r\n");
    expect(terminal.ask("AT+CMEE=2;+CMGR=99")).toBe("\r\n+CMS ERROR: Invalid memory index\r\n");
  });

  it("a listing leaves out the alphanumeric field as the setting says", () => {
    for (const [alphaField, head] of [
      ["quoted", '1,0,"",'],
      ["empty", "1,0,,"],
      ["absent", "1,0,2"],
    ] as const) {
      const { terminal, modem } = readyModem({ behaviour: { alphaField } });
      modem.preload(pduOf("one"));
      expect(terminal.ask("AT+CMGL=4")).toContain(`+CMGL: ${head}`);
    }
  });

  it("text mode shows the text, and hex for UCS2", () => {
    const { terminal, modem } = readyModem();
    modem.preload(pduOf("Hi {you}", "Amazon"));
    modem.preload(pduOf("żółw"));
    terminal.ask("AT+CMGF=1");
    const listing = terminal.ask('AT+CMGL="ALL"');
    expect(listing).toContain('+CMGL: 1,"REC UNREAD","Amazon","","26/11/22,09:30:45+04"\r\nHi {you}\r\n');
    expect(listing).toContain('"+447700900123"');
    expect(listing).toContain("017C00F300420077".replace("0042", "0142"));
  });

  it("garbage before AT is skipped, a line without AT gets no answer", () => {
    const { terminal, clock } = readyModem();
    terminal.write("\u00ff\u0000hello\r");
    clock.advance(1_000);
    expect(terminal.take()).toBe("");
    expect(terminal.ask("\u0080xAT")).toBe("\r\nOK\r\n");
  });
});

describe("sending", () => {
  const submit = "0011000C914477009010320000AA03C8F71D"; // 17 octets without the centre's

  it("prompts, takes the PDU up to Ctrl-Z and gives the reference", () => {
    const { terminal, modem } = readyModem();
    expect(terminal.ask("AT+CMGS=17")).toBe("\r\n> ");
    expect(terminal.ask(`${submit}\u001a`.replace("\r", ""))).toContain("\r\n+CMGS: 1\r\n\r\nOK\r\n");
    expect(modem.report().sent.map((each) => each.pdu)).toEqual([submit]);
  });

  it("ESC leaves without sending", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CMGS=17");
    terminal.take();
    terminal.write(`${submit}\u001b`);
    clock.advance(1_000);
    expect(terminal.take()).toBe("\r\nOK\r\n");
    expect(modem.report().sent).toEqual([]);
  });

  it("a PDU of another length is refused with 304", () => {
    const { terminal } = readyModem();
    terminal.ask("AT+CMGS=18");
    expect(terminal.ask(`${submit}\u001a`)).toBe("\r\n+CMS ERROR: 304\r\n");
  });
});

describe("the SIM's PIN", () => {
  it("is asked for, opens the SIM, and a wrong one costs a try", () => {
    const { terminal, clock } = coldModem({ pin: "1234" });
    clock.advance(10_000);
    terminal.ask("ATE0+CMEE=1");
    expect(terminal.ask("AT+CPIN?")).toContain("+CPIN: SIM PIN");
    expect(terminal.ask("AT+CMGL=4")).toContain("+CMS ERROR: 311");
    expect(terminal.ask('AT+CPIN="0000"')).toContain("+CME ERROR: 16");
    expect(terminal.ask("AT+SPIC")).toContain("+SPIC: 2,3,10,10");
    terminal.ask('AT+CPIN="1234"');
    clock.advance(10_000);
    expect(terminal.ask("AT+CMGL=4")).toMatch(/OK\r\n$/);
    expect(terminal.ask("AT+CREG?")).toContain("+CREG: 0,1");
  });

  it("no SIM is CME 10", () => {
    const { terminal, clock } = coldModem({ simPresent: false });
    clock.advance(10_000);
    terminal.ask("AT+CMEE=1");
    expect(terminal.ask("AT+CPIN?")).toContain("+CME ERROR: 10");
  });
});

describe("the network", () => {
  it("+CGREG tells a change too", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CGREG=1");
    terminal.take();
    modem.setRegistration(3);
    clock.advance(100);
    expect(terminal.take()).toBe("\r\n+CGREG: 3\r\n");
  });

  it("+CREG tells a change when asked to", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CREG=2");
    terminal.take();
    modem.setRegistration(2);
    modem.setRegistration(5);
    clock.advance(100);
    expect(terminal.take()).toBe('\r\n+CREG: 2\r\n\r\n+CREG: 5,"00C3","A1B2"\r\n');
  });

  it("USSD answers after a while, an unknown code with 4", () => {
    const { terminal, clock } = readyModem();
    terminal.ask('AT+CUSD=1,"*100#"');
    terminal.ask('AT+CUSD=1,"*999#"');
    terminal.take();
    clock.advance(3_000);
    expect(terminal.take()).toBe('\r\n+CUSD: 0, "Your balance is 5.00", 15\r\n\r\n+CUSD:4\r\n');
  });

  it("a call rings every 3 s until ATH", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CLIP=1");
    terminal.take();
    modem.call("+447700900123", 5);
    clock.advance(3_500);
    expect(terminal.take()).toBe('\r\nRING\r\n\r\n+CLIP: "+447700900123",145,"",0,"",0\r\n'.repeat(2));
    terminal.ask("ATH");
    terminal.take();
    clock.advance(10_000);
    expect(terminal.take()).toBe("");
  });
});
