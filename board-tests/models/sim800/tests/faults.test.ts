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

const SUBMIT = "0011000C914477009010320000AA03C8F71D";

describe("an answer", () => {
  it("loses octets or has others in their place", () => {
    const { terminal, modem, clock } = readyModem();
    modem.faults.add({ kind: "damage", command: "+CSQ", at: 3, drop: 2, put: "#", times: 1 });
    terminal.write("AT+CSQ\r");
    clock.advance(1_000);
    expect(terminal.take()).toBe("\r\n+#Q: 18,0\r\n\r\nOK\r\n");
    expect(terminal.ask("AT+CSQ")).toBe("\r\n+CSQ: 18,0\r\n\r\nOK\r\n");
  });

  it("is broken off by a restart after any octet, and the command has done its work", () => {
    for (const afterOctets of [0, 1, 5, 9]) {
      const { terminal, modem, clock } = readyModem();
      modem.preload(pduOf("one"));
      modem.faults.add({ kind: "restart", command: "+CMGD", afterOctets, times: 1 });
      terminal.write("AT+CMGD=1\r");
      clock.advance(1_000);
      expect(terminal.take()).toBe("\r\nOK\r\n".slice(0, afterOctets));
      expect(modem.report().slots).toEqual([]);
      clock.advance(10_000);
      expect(terminal.ask("AT+CNMI?")).toContain("2,1,0,0,0");
    }
  });

  it("to a listing is meant where a test names no command", () => {
    const { terminal, modem } = readyModem();
    modem.preload(pduOf("one"));
    modem.faults.add({ kind: "interrupt", text: "\r\nRING\r\n", afterUnits: 1, times: 1 });
    expect(terminal.ask("AT+CPMS?")).not.toContain("RING");
    expect(terminal.ask("AT+CMGL=4")).toContain("RING");
  });

  it("of any command has a line of the modem's own in it, where a test wants one", () => {
    const { terminal, modem } = readyModem();
    modem.faults.add({ kind: "interrupt", command: "+CPMS", text: "\r\nRING\r\n", afterUnits: 1, times: 1 });
    expect(terminal.ask("AT+CPMS?")).toMatch(/^\r\n\+CPMS: .*\r\n\r\nRING\r\n\r\nOK\r\n$/);
  });
});

describe("sending", () => {
  const send = ({ terminal, clock }: ReturnType<typeof readyModem>): string => {
    terminal.ask("AT+CMGS=17");
    terminal.take();
    terminal.write(`${SUBMIT}\u001a`);
    clock.advance(70_000);
    return terminal.take();
  };

  it("is refused by the network with another error each time", () => {
    const bench = readyModem();
    for (const cms of [38, 500])
      bench.modem.faults.add({ kind: "fail", command: "+CMGS:body", result: { cms }, times: 1 });
    expect([send(bench), send(bench)]).toEqual(["\r\n+CMS ERROR: 38\r\n", "\r\n+CMS ERROR: 500\r\n"]);
    expect(bench.modem.report().sent).toEqual([]);
    expect(send(bench)).toContain("+CMGS: 1");
  });

  it("works, and its final result is lost", () => {
    const bench = readyModem();
    bench.modem.faults.add({ kind: "silent", command: "+CMGS:body", times: 1 });
    expect(send(bench)).toBe("");
    expect(bench.modem.report().sent).toHaveLength(1);
  });

  it("works, and the modem restarts before it says so", () => {
    const bench = readyModem();
    bench.modem.faults.add({ kind: "restart", command: "+CMGS:body", afterOctets: 0, times: 1 });
    expect(send(bench)).not.toContain("CMGS");
    expect(bench.modem.report().sent).toHaveLength(1);
    expect(bench.terminal.ask("AT+CNMI?")).toContain("2,1,0,0,0");
  });

  it("gets no prompt, or a late one", () => {
    const { terminal, modem, clock } = readyModem();
    modem.faults.add({ kind: "silent", command: "+CMGS", times: 1 });
    terminal.write("AT+CMGS=17\r");
    clock.advance(10_000);
    expect(terminal.take()).toBe("");
    terminal.ask("\u001b");
    modem.faults.add({ kind: "slow", command: "+CMGS", ms: 4_000, times: 1 });
    const startMs = clock.now();
    expect(terminal.ask("AT+CMGS=17")).toBe("\r\n> ");
    expect(clock.now() - startMs).toBeGreaterThan(4_000);
  });
});

describe("a message", () => {
  it("is delivered twice", () => {
    const { modem, clock } = readyModem();
    modem.faults.add({ kind: "deliver-twice", times: 1 });
    modem.deliver(pduOf("one"));
    modem.deliver(pduOf("two"));
    clock.advance(5_000);
    expect(modem.report().slots.map(({ pdu }) => pdu)).toEqual([pduOf("one"), pduOf("one"), pduOf("two")]);
  });

  it("is stored without a word", () => {
    const { terminal, modem, clock } = readyModem();
    modem.faults.add({ kind: "unannounced", times: 1 });
    modem.deliver(pduOf("one"));
    modem.deliver(pduOf("two"));
    clock.advance(1_000);
    expect(terminal.take()).toBe('\r\n+CMTI: "SM",2\r\n');
  });

  it("is replaced or gone from its slot without a word", () => {
    const { terminal, modem } = readyModem();
    modem.preload(pduOf("one"));
    modem.preload(pduOf("two"));
    modem.overwrite(1, pduOf("another"));
    modem.overwrite(2, null);
    const listing = terminal.ask("AT+CMGL=4");
    expect(listing).toContain(pduOf("another"));
    expect(listing.match(/\+CMGL/g)).toHaveLength(1);
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

  it("restarts by itself cuts off its line, where it is set to", () => {
    for (const restartCutsLine of [false, true]) {
      const { terminal, modem, clock } = readyModem({ behaviour: { restartCutsLine } });
      modem.deliver(pduOf("one"));
      clock.advance(3);
      modem.restart();
      clock.advance(1_000);
      expect(terminal.take()).toHaveLength(restartCutsLine ? 5 : 17);
    }
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

  it("restarts on any octet that it hears does nothing of what was said", () => {
    const { terminal, modem, clock } = readyModem();
    terminal.ask("AT+CMGS=17");
    modem.faults.add({ kind: "restart-hearing", times: 37 }); // the Ctrl-Z
    terminal.write(`${SUBMIT}\u001a`);
    clock.advance(10_000);
    expect(modem.report().sent).toEqual([]);
    expect(terminal.ask("AT+CNMI?")).toContain("2,1,0,0,0");
  });

  it("sends noise while it finds the rate", () => {
    const { terminal, clock } = coldModem({ behaviour: { autobaudNoise: [0xff, 0x00] } });
    clock.advance(10_000);
    expect(terminal.ask("AT")).toBe("\u00ff\u0000AT\r\r\nOK\r\n");
    expect(terminal.ask("AT")).toBe("AT\r\r\nOK\r\n");
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
  expect(terminal.take()).toMatch(/^\r\n\*PSUTTZ: 2026,11,22,8,30,1\d,"\+0",0\r\n\r\n\+CTZV: "\+0"\r\n\r\nDST: 0\r\n$/);
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
