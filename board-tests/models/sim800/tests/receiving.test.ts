import { describe, expect, it } from "vitest";
import { byteTimeMs } from "../../serial-framing.ts";
import { encodeStatusReport } from "../pdu-encode.ts";
import { pduOf, readyModem } from "./fixture.ts";

const FULL_PDU = pduOf("x".repeat(160));

describe("a message arrives", () => {
  it("is stored in the first free slot and announced", () => {
    const { modem, terminal, clock } = readyModem();
    modem.deliver(pduOf("one"));
    modem.deliver(pduOf("two"));
    clock.advance(100);
    expect(terminal.take()).toBe('\r\n+CMTI: "SM",1\r\n\r\n+CMTI: "SM",2\r\n');
    expect(modem.report().slots.map((each) => [each.slot, each.status])).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });

  it("tells when the last bit of its announcement left the modem", () => {
    const { modem, clock } = readyModem();
    const startMs = clock.now();
    const delivery = modem.deliver(pduOf("one"));
    clock.advance(100);
    expect(delivery.announcedAtMs).toBeCloseTo(startMs + 17 * byteTimeMs(19_200), 6);
  });

  it("is read back in 244 ms from the announcement's last bit: 5.7 on the wire, 50 in the modem, 188 for the answer", () => {
    const { modem, terminal, clock } = readyModem();
    for (let slot = 1; slot <= 12; slot++) modem.deliver(FULL_PDU);
    clock.advance(1_000);
    terminal.take();
    const startMs = clock.now();
    terminal.write("AT+CMGR=12\r");
    expect(terminal.line.txDoneAt() - startMs).toBeCloseTo(5.73, 2);
    clock.advanceUntil(() => terminal.received().endsWith("OK\r\n"));
    expect(terminal.received()).toBe(`\r\n+CMGR: 0,"",159\r\n${FULL_PDU}\r\n\r\nOK\r\n`);
    expect(terminal.received()).toHaveLength(361);
    expect(clock.now() - startMs).toBeCloseTo(243.75, 2);
  });

  it("reads, reads again and deletes thirty stored ones in 14.6 s", () => {
    const { modem, terminal, clock } = readyModem();
    for (let slot = 1; slot <= 30; slot++) modem.preload(FULL_PDU);
    const startMs = clock.now();
    const listing = terminal.ask("AT+CMGL=4");
    expect(listing.match(/\+CMGL: /g)).toHaveLength(30);
    for (let slot = 1; slot <= 30; slot++) {
      terminal.ask(`AT+CMGR=${slot}`);
      terminal.ask(`AT+CMGD=${slot}`);
    }
    const tookS = (clock.now() - startMs) / 1_000;
    expect(tookS).toBeGreaterThan(14.5);
    expect(tookS).toBeLessThan(14.8);
    expect(modem.report().slots).toEqual([]);
  });

  it("marks a message read by listing or reading it, but not with mode 1", () => {
    const { modem, terminal } = readyModem();
    modem.preload(pduOf("one"));
    expect(terminal.ask("AT+CMGL=4,1")).toContain("+CMGL: 1,0,");
    expect(terminal.ask("AT+CMGR=1,1")).toContain("+CMGR: 0,");
    expect(terminal.ask("AT+CMGL=4")).toContain("+CMGL: 1,0,");
    expect(terminal.ask("AT+CMGR=1")).toContain("+CMGR: 1,");
    expect(terminal.ask("AT+CMGL=0")).toBe("\r\nOK\r\n");
  });

  it("stays in the network while the SIM is full, and comes after a slot was freed", () => {
    const { modem, terminal, clock } = readyModem({ slots: 2 });
    for (const text of ["one", "two", "three"]) modem.deliver(pduOf(text));
    clock.advance(60_000);
    expect(terminal.take()).not.toContain('"SM",3');
    expect(modem.report().held).toEqual([pduOf("three")]);
    terminal.ask("AT+CMGD=1");
    clock.advance(5_000);
    expect(terminal.take()).toContain('+CMTI: "SM",1');
    expect(modem.report().held).toEqual([]);
  });

  it("stays on the SIM through a power cut", () => {
    const { modem, terminal, clock } = readyModem();
    modem.deliver(pduOf("one"));
    modem.powerOff();
    clock.advance(1_000);
    modem.powerOn();
    clock.advance(10_000);
    terminal.ask("AT");
    expect(terminal.ask("AT+CMGL=4")).toContain(pduOf("one"));
  });

  it("that comes while the modem is away waits in the network", () => {
    const { modem, clock } = readyModem();
    modem.powerOff();
    modem.deliver(pduOf("one"));
    expect(modem.report().held).toHaveLength(1);
    modem.powerOn();
    clock.advance(20_000);
    expect(modem.report().slots).toHaveLength(1);
  });
});

describe("the ways of AT+CNMI and of classes", () => {
  const flash = "0791448777061005040C914477009010320010621122903054400461F1980E"; // class 0

  it("class 0 goes out directly unless AT+SCLASS0=1 stores it", () => {
    const { modem, terminal, clock } = readyModem();
    modem.deliver(flash);
    clock.advance(500);
    expect(terminal.take()).toContain(`+CMT: ,23\r\n${flash}\r\n`);
    terminal.ask("AT+SCLASS0=1");
    modem.deliver(flash);
    clock.advance(500);
    expect(terminal.take()).toContain('+CMTI: "SM",1');
  });

  it("a status report goes out as +CDS and is not stored", () => {
    const { modem, terminal, clock } = readyModem();
    const time = "2026-11-22T09:30:45+01:00";
    const report = encodeStatusReport({ reference: 7, to: "+447700900123", time, doneTime: time, status: 0 });
    modem.deliver(report);
    clock.advance(500);
    expect(terminal.take()).toBe(`\r\n+CDS: ${(report.length - 16) / 2}\r\n${report}\r\n`);
    expect(modem.report().slots).toEqual([]);
  });

  it("mt 0 stores without a word", () => {
    const { modem, terminal, clock } = readyModem();
    terminal.ask("AT+CNMI=2,0,0,0,0");
    modem.deliver(pduOf("one"));
    clock.advance(500);
    expect(terminal.take()).not.toContain("CMTI");
    expect(modem.report().slots).toHaveLength(1);
  });
});

describe("where a message goes", () => {
  const class1 = "0791448777061005040C914477009010320000621122903054400461F1980E".replace("320000", "3200F1");
  const class2 = class1.replace("3200F1", "3200F2");
  const class3 = class1.replace("3200F1", "3200F3");

  it("mt 2 hands on all but class 2, mt 3 only class 3; what is handed on is not stored", () => {
    const { modem, terminal, clock } = readyModem();
    const said = (mt: number): (string | undefined)[] => {
      terminal.ask(`AT+CNMI=2,${mt},0,0,0`);
      return [pduOf("none"), class1, class2, class3].map((pdu) => {
        terminal.take();
        modem.deliver(pdu);
        clock.advance(500);
        return /\+(CMT|CMTI):/.exec(terminal.take())?.[1];
      });
    };
    expect(said(1)).toEqual(["CMTI", "CMTI", "CMTI", "CMTI"]);
    expect(said(2)).toEqual(["CMT", "CMT", "CMTI", "CMT"]);
    expect(said(3)).toEqual(["CMTI", "CMTI", "CMTI", "CMT"]);
    expect(modem.report().slots).toHaveLength(8);
  });

  it("ME takes what mem3 sends there, and class 2 goes to the SIM all the same", () => {
    const { modem, terminal, clock } = readyModem({ modemSlots: 5 });
    terminal.ask('AT+CPMS="SM","SM","ME"');
    terminal.take();
    modem.deliver(pduOf("one"));
    modem.deliver(class2);
    clock.advance(500);
    expect(terminal.take()).toBe('\r\n+CMTI: "ME",1\r\n\r\n+CMTI: "SM",1\r\n');
    expect(modem.report().ownSlots).toHaveLength(1);
    expect(terminal.ask("AT+CPMS?")).toContain('+CPMS: "SM",1,30,"SM",1,30,"ME",1,5');
  });

  it("SM_P takes the modem's memory once the SIM is full, MT counts both", () => {
    const { modem, terminal, clock } = readyModem({ slots: 1, modemSlots: 1 });
    terminal.ask('AT+CPMS="SM","SM","SM_P"');
    terminal.take();
    for (const text of ["one", "two", "three"]) modem.deliver(pduOf(text));
    clock.advance(500);
    expect(terminal.take()).toBe('\r\n+CMTI: "SM",1\r\n\r\n+CMTI: "ME",1\r\n');
    expect(modem.report().held).toHaveLength(1);
    expect(terminal.ask('AT+CPMS="MT","SM","SM"')).toContain("+CPMS: 2,2,1,1,1,1");
  });

  it("mode 0 keeps announcements back; with bfr 0 they come once it is set, with bfr 1 they are forgotten", () => {
    for (const [bfr, lines] of [
      [0, '\r\nOK\r\n\r\n+CMTI: "SM",1\r\n'],
      [1, "\r\nOK\r\n"],
    ] as const) {
      const { modem, terminal, clock } = readyModem();
      terminal.ask("AT+CNMI=0,1,0,1,0");
      modem.deliver(pduOf("one"));
      clock.advance(1_000);
      expect(terminal.take()).not.toContain("CMTI");
      terminal.ask(`AT+CNMI=2,1,0,1,${bfr}`);
      clock.advance(500);
      expect(terminal.take()).toBe(lines);
    }
  });

  it("what the network held comes in a burst after a deletion", () => {
    const { modem, terminal, clock } = readyModem({ slots: 4 });
    for (let i = 0; i < 9; i++) modem.deliver(pduOf(`text ${i}`));
    clock.advance(60_000);
    expect(modem.report().held).toHaveLength(5);
    terminal.ask("AT+CMGD=1,4");
    terminal.take();
    const startMs = clock.now();
    clock.advanceUntil(() => modem.report().slots.length === 4);
    expect(clock.now() - startMs).toBeLessThan(4_000);
    clock.advance(5_000);
    expect(terminal.take().match(/\+CMTI/g)).toHaveLength(4);
    expect(modem.report().held).toHaveLength(1);
  });
});

describe("what else is on the line", () => {
  it("a line of its own may come between two entries of a listing, never inside one", () => {
    const { modem, terminal } = readyModem();
    for (let slot = 1; slot <= 3; slot++) modem.preload(pduOf(`text ${slot}`));
    modem.faults.add({ kind: "interrupt", text: "\r\nUNDER-VOLTAGE WARNNING\r\n", afterUnits: 2, times: 1 });
    const answer = terminal.ask("AT+CMGL=4");
    expect(answer).toContain(`${pduOf("text 2")}\r\n\r\nUNDER-VOLTAGE WARNNING\r\n\r\n+CMGL: 3,`);
  });

  it("an announcement during a listing waits for the end of the entry on the wire", () => {
    const { modem, terminal, clock } = readyModem();
    for (let slot = 1; slot <= 3; slot++) modem.preload(FULL_PDU);
    terminal.write("AT+CMGL=4\r");
    clock.advance(200);
    modem.deliver(pduOf("late"));
    clock.advance(2_000);
    expect(terminal.take()).toContain(`${FULL_PDU}\r\n\r\n+CMTI: "SM",4\r\n\r\n+CMGL: `);
  });

  it("with placement between-lines it may even come between the head of an entry and its PDU", () => {
    const { modem, terminal, clock } = readyModem({ behaviour: { urcPlacement: "between-lines" } });
    modem.preload(FULL_PDU);
    terminal.write("AT+CMGL=4\r");
    clock.advance(60);
    modem.deliver(pduOf("late"));
    clock.advance(2_000);
    expect(terminal.take()).toContain(`,159\r\n\r\n+CMTI: "SM",2\r\n${FULL_PDU}\r\n`);
  });

  it("with placement after-answer it waits for OK", () => {
    const { modem, terminal, clock } = readyModem({ behaviour: { urcPlacement: "after-answer" } });
    for (let slot = 1; slot <= 3; slot++) modem.preload(FULL_PDU);
    terminal.write("AT+CMGL=4\r");
    clock.advance(200);
    modem.deliver(pduOf("late"));
    clock.advance(2_000);
    expect(terminal.take()).toMatch(/OK\r\n\r\n\+CMTI: "SM",4\r\n$/);
  });

  it("the fault that takes the slot between reading and deleting leaves another message in it", () => {
    const { modem, terminal } = readyModem();
    modem.preload(pduOf("mine"));
    modem.faults.add({ kind: "replace-after-read", pdu: pduOf("another"), times: 1 });
    expect(terminal.ask("AT+CMGR=1")).toContain(pduOf("mine"));
    expect(terminal.ask("AT+CMGR=1")).toContain(pduOf("another"));
  });

  it("a deletion that fails leaves the message where it was", () => {
    const { modem, terminal } = readyModem();
    modem.preload(pduOf("one"));
    modem.faults.add({ kind: "fail", command: "+CMGD", result: { cms: 500 }, times: 1 });
    expect(terminal.ask("AT+CMGD=1")).toBe("\r\n+CMS ERROR: 500\r\n");
    expect(modem.report().slots).toHaveLength(1);
    expect(terminal.ask("AT+CMGD=1")).toBe("\r\nOK\r\n");
    expect(modem.report().slots).toHaveLength(0);
  });
});
