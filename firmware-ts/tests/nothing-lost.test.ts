// Faults of modem, broker and network: every message reaches the broker, and none leaves the SIM before.
import { describe, expect, it } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench } from "./support/bench.ts";
import { gsm7 } from "./support/pdu-encoder.ts";

const message = (text: string) => gsm7("+447700900123", text);
const texts = (bench: Bench) => bench.broker.messages().map(({ text }) => text);

describe("the broker", () => {
  it("that never acknowledges leaves every message on the SIM, and is tried again", () => {
    const bench = new Bench().start();
    bench.broker.acknowledges = false;
    bench.modem.deliver(1, message("one"));
    bench.run(60_000);
    expect(bench.modem.slots.size).toBe(1);
    expect(bench.modem.commandsLike("AT+CMGD")).toEqual([]);
    expect(bench.broker.connects.length).toBeGreaterThan(2);
    bench.broker.acknowledges = true;
    bench.run(45_000);
    expect(bench.modem.slots.size).toBe(0);
    expect(new Set(bench.broker.messages().map(({ id }) => id)).size).toBe(1);
  });

  it.each(["refused", "silent"] as const)("that is %s at first gets the messages later, with back-off", (mode) => {
    const bench = new Bench();
    bench.broker.mode = mode;
    bench.modem.slots.set(1, message("one"));
    bench.run(120_000);
    expect(bench.broker.connects).toEqual([]);
    expect(bench.modem.slots.size).toBe(1);
    bench.broker.mode = "accepted";
    bench.run(45_000);
    expect(texts(bench)).toEqual(["one"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("that refuses the password is asked slowly", () => {
    const bench = new Bench();
    bench.broker.connackCode = 5;
    bench.run(125_000);
    expect(bench.broker.connects.length).toBeGreaterThan(2);
    expect(bench.broker.connects.length).toBeLessThan(8);
    expect(world.displayTexts.join()).toContain("Broker forbids");
  });

  it("that falls silent is noticed within 35 s and connected to again", () => {
    const bench = new Bench().start();
    bench.broker.answersPings = false;
    bench.run(36_000);
    expect(bench.broker.pings).toBe(1);
    expect(bench.broker.connects).toHaveLength(2);
  });

  it("gets pings when nothing else is to be said, and the connection stays", () => {
    const bench = new Bench().start();
    bench.run(300_000);
    expect(bench.broker.connects).toHaveLength(1);
    expect(bench.broker.pings).toBeGreaterThan(9);
  });

  it("that closes the connection gets the message on the next one", () => {
    const bench = new Bench().start();
    bench.modem.deliver(1, message("one"));
    bench.run(100);
    if (bench.broker.connection) bench.broker.connection.isClosedByBroker = true;
    bench.run(10_000);
    expect(texts(bench)).toEqual(["one"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("is told online, retained, after every connection, and offline is the last will", () => {
    const bench = new Bench().start();
    expect(bench.broker.published[0]).toMatchObject({
      topic: "gateway/status",
      payload: "online",
      retain: true,
      qos: 1,
    });
    expect(Buffer.from(bench.broker.connects[0]?.packet ?? []).toString("latin1")).toContain(
      "gateway/status\0\u0007offline",
    );
  });

  it("gets every packet in one write", () => {
    const bench = new Bench().start();
    bench.modem.deliver(1, message("x".repeat(160)));
    bench.run(2000);
    // CONNECT, two subscriptions, online, what the gateway is, how it is, the message.
    expect(bench.broker.writes).toHaveLength(7);
  });

  it("may send a message of 200 KB and one octet at a time: the gateway goes on", () => {
    const bench = new Bench().start();
    const size = 200_000;
    const topic = Buffer.from("\0\u0003a/b");
    const length = size + topic.length;
    const header = [0x30, (length & 0x7f) | 0x80, ((length >> 7) & 0x7f) | 0x80, length >> 14];
    bench.broker.connection?.send(Uint8Array.from([...header, ...topic, ...new Uint8Array(size)]));
    bench.run(1000);
    bench.broker.sendInPieces(Uint8Array.from([0x30, 6, 0, 3, 0x61, 0x2f, 0x62, 0x21]), 1, 100);
    bench.modem.deliver(1, message("after"));
    bench.run(3000);
    expect(texts(bench)).toEqual(["after"]);
    expect(bench.broker.connects).toHaveLength(1);
  });
});

describe("the modem", () => {
  it("that reboots is set up again, and its storage listed", () => {
    const bench = new Bench().start();
    bench.modem.reboot();
    bench.modem.slots.set(4, message("while away"));
    bench.run(8000);
    expect(texts(bench)).toEqual(["while away"]);
    expect(bench.modem.commandsLike("ATE0")).toHaveLength(2);
  });

  it("that reboots without a word is found out by its echo", () => {
    const bench = new Bench().start();
    bench.modem.reboot("");
    bench.modem.slots.set(4, message("while away"));
    bench.run(40_000);
    expect(texts(bench)).toEqual(["while away"]);
  });

  it("that wakes up in text mode without a word or an echo is set up again", () => {
    const bench = new Bench().start();
    bench.modem.reboot("", false);
    bench.modem.slots.set(4, message("while away"));
    bench.run(60_000);
    expect(texts(bench)).toEqual(["while away"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it.each([
    ["\r\n+CME ERROR: 10\r\n", "no SIM"],
    ["\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n", "SIM PIN"],
    ["\r\n+CPIN: NOT READY\r\n\r\nOK\r\n", "starting"],
  ])("that answers %j for its SIM says so on the display, and goes on once it is ready", (answer, words) => {
    const bench = new Bench();
    bench.modem.overrides.set("AT+CPIN?", answer);
    bench.modem.slots.set(1, message("one"));
    bench.run(10_000);
    expect(world.displayTexts.join()).toContain(`Modem  ${words}`);
    expect(bench.modem.commandsLike("AT+CMGL")).toEqual([]);
    bench.modem.overrides.clear();
    bench.run(10_000);
    expect(texts(bench)).toEqual(["one"]);
  });

  it("that is silent at first is asked until it answers", () => {
    const bench = new Bench();
    bench.modem.isSilent = true;
    bench.modem.slots.set(1, message("one"));
    bench.run(30_000);
    expect(world.displayTexts.join()).toContain("silent");
    bench.modem.isSilent = false;
    bench.run(8000);
    expect(texts(bench)).toEqual(["one"]);
  });

  it("that hangs is reset by its pin, long enough, and goes on", () => {
    const bench = new Bench().start();
    const held: number[] = [];
    world.onModemReset = (heldMs) => {
      held.push(heldMs);
      bench.modem.isSilent = false;
      bench.modem.reboot();
    };
    bench.modem.isSilent = true;
    bench.modem.slots.set(1, message("one"));
    bench.run(90_000);
    expect(held).toHaveLength(1);
    expect(held[0]).toBeGreaterThanOrEqual(105);
    expect(held[0]).toBeLessThan(400);
    expect(texts(bench)).toEqual(["one"]);
    expect(bench.said.filter((line) => /modem: reset/.test(line))).toHaveLength(1);
  });

  it("that no reset helps is reset less and less often, and its supply is asked for, once", () => {
    const bench = new Bench();
    const at: number[] = [];
    world.onModemReset = () => void at.push(world.now / 60_000);
    bench.modem.isSilent = true;
    bench.run(3 * 3_600_000);
    const pauses = at.slice(1).map((minute, index) => minute - (at[index] ?? 0));
    const shown = pauses.map((minutes) => Math.round(minutes * 2) / 2);
    expect(shown.slice(0, 8)).toEqual([0.5, 1, 2, 5, 15, 30, 30, 30]);
    expect(bench.said.filter((line) => /look at its supply/.test(line))).toHaveLength(1);
    expect(world.displayTexts.join()).toContain("no power?");
    bench.modem.isSilent = false;
    bench.modem.reboot();
    bench.run(20_000);
    expect(bench.said.at(-1)).toMatch(/modem: ready/);
  });

  it("that answers and never becomes ready is restarted by a command first", () => {
    const bench = new Bench();
    bench.modem.overrides.set("AT+CMGF=0", "\r\nERROR\r\n");
    const resets: number[] = [];
    world.onModemReset = () => void resets.push(world.now);
    bench.run(130_000);
    expect(bench.modem.commandsLike("AT+CFUN=1,1")).toHaveLength(1);
    expect(resets).toEqual([]);
    bench.run(130_000);
    expect(resets).toHaveLength(1);
  });

  it("without a SIM, or before its PIN, is left alone", () => {
    const bench = new Bench();
    bench.modem.overrides.set("AT+CPIN?", "\r\n+CPIN: SIM PIN\r\n\r\nOK\r\n");
    world.onModemReset = () => {
      throw new Error("it was reset");
    };
    bench.run(600_000);
    expect(bench.modem.commandsLike("AT+CFUN")).toEqual([]);
  });

  it("that falls silent in an answer is asked again", () => {
    const bench = new Bench().start();
    bench.modem.overrides.set("AT+CMGR=1", null);
    bench.modem.deliver(1, message("one"));
    bench.run(8000);
    bench.modem.overrides.clear();
    bench.run(15_000);
    expect(texts(bench)).toEqual(["one"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("that answers late confuses no answer with another", () => {
    const bench = new Bench().start();
    bench.modem.overrides.set("AT+CMGR=1", null);
    bench.modem.deliver(1, message("one"));
    bench.run(5600);
    bench.modem.overrides.clear();
    bench.modem.say("\r\nOK\r\n");
    bench.run(20_000);
    expect(texts(bench)).toEqual(["one"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("that has a new message in the slot of a published one loses neither", () => {
    const bench = new Bench().start();
    bench.modem.deliver(1, message("first"));
    bench.runUntil(() => texts(bench).length === 1, 3000);
    bench.modem.slots.set(1, message("second"));
    bench.run(5000);
    expect(texts(bench)).toEqual(["first", "second"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("that refuses to delete is asked again, and the message is not published twice", () => {
    const bench = new Bench().start();
    bench.modem.overrides.set("AT+CMGD=1", "\r\n+CMS ERROR: 314\r\n");
    bench.modem.deliver(1, message("one"));
    bench.run(30_000);
    bench.modem.overrides.clear();
    bench.run(10_000);
    expect(texts(bench)).toEqual(["one"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("that makes noise between its lines changes nothing", () => {
    const bench = new Bench().start();
    bench.modem.say("\xff\xfe\0\x80garbage\r\n\xc3\x28\r\n");
    bench.modem.deliver(1, message("one"));
    bench.modem.say("\xff".repeat(3000));
    bench.run(10_000);
    expect(texts(bench)).toEqual(["one"]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("that garbles a PDU is read again", () => {
    const bench = new Bench().start();
    bench.modem.overrides.set("AT+CMGR=1", '\r\n+CMGR: 0,"",42\r\n0791448720\r\n\r\nOK\r\n');
    bench.modem.slots.set(1, message("one"));
    bench.modem.say('\r\n+CMTI: "SM",1\r\n');
    world.after(120, () => bench.modem.overrides.clear());
    bench.run(10_000);
    expect(texts(bench)).toEqual(["one"]);
  });

  it("keeps more messages than fit into memory until there is room", () => {
    const bench = new Bench();
    bench.broker.mode = "refused";
    for (let i = 1; i <= 70; i++) bench.modem.slots.set(i, message(`number ${i}`));
    bench.run(30_000);
    bench.broker.mode = "accepted";
    bench.run(150_000);
    expect(new Set(texts(bench)).size).toBe(70);
    expect(texts(bench)).toHaveLength(70);
    expect(bench.modem.slots.size).toBe(0);
  });
});

describe("the board", () => {
  it("that lost its power at any moment publishes everything, and each at most twice", () => {
    for (let moment = 0; moment < 1400; moment += 50) {
      const bench = new Bench().start();
      bench.modem.deliver(1, message("one"));
      bench.modem.deliver(2, message("two"));
      bench.run(moment);
      bench.powerCycle();
      bench.run(15_000);
      expect(new Set(texts(bench))).toEqual(new Set(["one", "two"]));
      for (const text of ["one", "two"])
        expect(texts(bench).filter((other) => other === text).length).toBeLessThanOrEqual(2);
      expect(bench.modem.slots.size).toBe(0);
    }
  });

  it("joins the network again after it was gone", () => {
    const bench = new Bench().start();
    world.wifi.hasNetwork = false;
    world.wifi.status = 1;
    bench.run(1000);
    bench.modem.deliver(1, message("one"));
    bench.run(100_000);
    expect(bench.modem.slots.size).toBe(1);
    world.wifi.hasNetwork = true;
    bench.run(60_000);
    expect(texts(bench)).toEqual(["one"]);
    expect(world.wifi.joins.every((join) => join === "home correct horse pm=16")).toBe(true);
  });

  it("says that the password of the network is wrong", () => {
    const bench = new Bench();
    world.wifi.hasNetwork = false;
    world.wifi.refusal = -3;
    bench.run(70_000);
    expect(world.displayTexts.join()).toContain("password?");
  });

  it("feeds the watchdog often whatever is missing, and is never held up for 100 ms", () => {
    const bench = new Bench().start();
    bench.broker.acknowledges = false;
    bench.modem.deliver(1, message("one"));
    bench.run(20_000);
    bench.broker.mode = "silent";
    bench.run(40_000);
    expect(world.longestUnfedMs).toBeLessThan(100);
  });
});
