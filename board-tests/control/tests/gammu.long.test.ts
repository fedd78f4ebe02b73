// What gammu does with a modem, one thing after the other: its own pauses make each take seconds.
import { afterEach, expect, it } from "vitest";
import { encodeDeliver, encodeStatusReport } from "../../models/sim800/pdu-encode.ts";
import type { Sim800Options } from "../../models/sim800/settings.ts";
import { pduOf } from "../../models/sim800/tests/fixture.ts";
import { inspectPdu, tpduOctets } from "../../models/sim800/tpdu.ts";
import { describeWith } from "../../support/require-tool.ts";
import { Gammu } from "./gammu.ts";

let gammu: Gammu;

const start = async (modem: Sim800Options = {}): Promise<Gammu> => {
  gammu = await Gammu.at(modem);
  return gammu;
};

const until = async (holds: () => boolean): Promise<void> => {
  const endMs = Date.now() + 30_000;
  while (!holds() && Date.now() < endMs) await wait(20);
};

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Where the first octet of the SUBMIT, the coding and the user data's header say what was asked for. */
function sentMessages(): { reports: boolean; dcs: number; header: boolean }[] {
  return gammu.modem.report().sent.map(({ pdu }) => {
    const [first = 0, , digits = 0] = tpduOctets(pdu);
    const dcs = tpduOctets(pdu)[4 + Math.ceil(digits / 2) + 1] ?? 0;
    return { reports: (first & 0x20) !== 0, dcs, header: inspectPdu(pdu).hasHeader };
  });
}

describeWith(["gammu", "python3"], "gammu", () => {
  afterEach(() => gammu.close());

  it("sends short, long, Unicode and flash messages, and one with a report", async () => {
    await start();
    const long = "long ".repeat(60);
    const { text, code } = await gammu.batch(
      'sendsms TEXT +447700900123 -text "short"',
      `sendsms TEXT +447700900123 -autolen 400 -text "${long}"`,
      'sendsms TEXT +447700900123 -unicode -textutf8 "żółw"',
      'sendsms TEXT +447700900123 -flash -text "flash"',
      'sendsms TEXT +447700900123 -report -text "report"',
    );
    expect(code, text).toBe(0);
    expect(sentMessages()).toEqual([
      { reports: false, dcs: 0, header: false },
      { reports: false, dcs: 0, header: true },
      { reports: false, dcs: 0, header: true },
      { reports: false, dcs: 8, header: false },
      { reports: false, dcs: 0xf0, header: false },
      { reports: true, dcs: 0, header: false },
    ]);
    expect(text.match(/message reference=\d+/g)).toHaveLength(6);
  });

  it("says why the network refused a message", async () => {
    await start();
    gammu.modem.faults.add({ kind: "fail", command: "+CMGS:body", result: { cms: 38 }, times: 10 });
    const { text, code } = await gammu.run("sendsms", "TEXT", "+447700900123", "-text", "hi");
    expect(code).not.toBe(0);
    expect(text).toContain("error 38");
  });

  it("reads a full SIM, in parts and put together, and empties it", async () => {
    await start({ slots: 10 });
    const parts = encodeDeliver({ from: "Bank", text: "x".repeat(400), time: "2026-11-22T09:30:45+01:00" });
    const pdus = [...parts, ...Array.from({ length: 9 }, (_, index) => pduOf(`number ${index}`))];
    for (const pdu of pdus) gammu.modem.deliver(pdu);
    await until(() => gammu.modem.report().slots.length === 10);
    expect(gammu.modem.report().held).toHaveLength(2);
    const { text, code } = await gammu.batch("geteachsms", "deleteallsms 1");
    expect(code, text).toBe(0);
    expect(text).toContain("x".repeat(400));
    expect(text).toContain("10 SMS parts in 8 SMS sequences");
    await until(() => gammu.modem.report().held.length === 0);
    expect(gammu.modem.report()).toMatchObject({ held: [] });
    expect(gammu.modem.report().slots.map(({ pdu }) => pdu)).toEqual(expect.arrayContaining(pdus.slice(-2)));
  });

  it("stores a message and sends it from there", async () => {
    await start();
    const { text, code } = await gammu.batch(
      'savesms TEXT -folder 2 -sender +447700900123 -text "kept"',
      "getallsms",
      'sendsms TEXT +447700900123 -save -folder 2 -text "kept and sent"',
    );
    expect(code, text).toBe(0);
    expect(text).toContain("kept");
    expect(gammu.modem.report().slots.map(({ status }) => status)).toEqual([2, 3]);
    expect(gammu.modem.report().sent).toHaveLength(1);
  });

  it("asks for USSD, the network, the service centre", async () => {
    await start({ ussd: { "*100#": "Balance: 5.00" } });
    const ussd = await gammu.run("getussd", "*100#");
    expect(ussd.text).toContain('Service reply        : "Balance: 5.00"');
    const { text, code } = await gammu.batch("networkinfo", "getsmsc", "setsmsc 1 +447700900999", "getsmsc");
    expect(code, text).toBe(0);
    expect(text).toContain("home network");
    expect(text).toContain('"+447785016005"');
    expect(text).toContain('"+447700900999"');
  });

  it("watches messages, reports, calls and USSD as they come", async () => {
    await start();
    const watching = gammu.run("monitor", "10");
    // All is switched on by then: from here on gammu asks for the signal again and again.
    const enabled = () => gammu.trace.findIndex((line) => line.startsWith("> AT+CUSD=1"));
    await until(() => enabled() >= 0 && gammu.trace.slice(enabled()).some((line) => line.startsWith("> AT+CSQ")));
    const time = "2026-11-22T09:30:45+01:00";
    gammu.modem.deliver(encodeStatusReport({ reference: 7, to: "+447700900999", time, doneTime: time, status: 0 }));
    await wait(2_000);
    gammu.modem.deliver(pduOf("while you watch"));
    gammu.modem.call("+447700900123", 1);
    gammu.modem.ussd.say({ n: 0, text: "told", dcs: 15 });
    const { text, code } = await watching;
    expect(code, text).toBe(0);
    expect(text).toMatch(
      /SMS status report\nStatus +: UnRead\nRemote number +: "\+447700900999"\nReference number +: 7\n/,
    );
    expect(text).toContain("while you watch");
    expect(text).toContain('incoming call from "+447700900123"');
    expect(text).toContain('Service reply        : "told"');
  });

  it("is told of the PIN, gives it and goes on; a wrong one is refused and costs a try", async () => {
    await start({ pin: "1234" });
    expect((await gammu.run("getsecuritystatus")).text).toContain("Waiting for PIN.");
    const wrong = await gammu.run("entersecuritycode", "PIN", "9999");
    expect(wrong.code, wrong.text).not.toBe(0);
    expect(gammu.modem.sim.pinTries).toBe(2);
    expect((await gammu.run("entersecuritycode", "PIN", "1234")).code).toBe(0);
    gammu.modem.deliver(pduOf("after the PIN"));
    await until(() => gammu.modem.report().slots.length === 1);
    expect((await gammu.run("getallsms")).text).toContain("after the PIN");
  });

  it.each(["sim7600", "a7670"] as const)("knows the newer %s too", async (model) => {
    await start({ model });
    for (const text of ["one", "two"]) gammu.modem.deliver(pduOf(text));
    const { text, code } = await gammu.batch(
      "identify",
      "getallsms",
      "getsms 0 100001",
      'sendsms TEXT +447700900123 -text "Hello"',
      "deletesms 0 100001",
    );
    expect(code, text).toBe(0);
    expect(text).toContain("INCORPORATED");
    expect(text).toContain("2 SMS parts in 2 SMS sequences");
    expect(gammu.modem.report().ownSlots.map(({ slot }) => slot)).toEqual([0]);
    expect(gammu.modem.report().sent).toHaveLength(1);
  });
});
