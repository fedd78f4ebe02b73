// The main job by its stories: a message on the SIM becomes a message at the broker, and nothing is lost on the way.
import { createHash } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { world } from "../fakes/world.ts";
import { Bench } from "./support/bench.ts";
import { gsm7, hex, ucs2 } from "./support/pdu-encoder.ts";

/** The signs of the display's last row: a signal that is not known, Wi-Fi, broker. */
const ALL_WELL = "\x15\x16\x18";

const HELLO = gsm7("+447700900123", "Your code is 791985");

describe("receiving", () => {
  it("publishes an announced message and then deletes it", () => {
    const bench = new Bench().start();
    bench.modem.deliver(3, HELLO);
    bench.run(2000);
    expect(bench.broker.messages()).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f]{12}$/),
        from: "+447700900123",
        msdn: "+447001234",
        text: "Your code is 791985",
        code: "791985",
        time: "2026-11-22T09:30:45+01:00",
        parts: 1,
        event_type: "received",
      },
    ]);
    const octets = Buffer.from([HELLO.length, ...HELLO]);
    expect(bench.broker.messages()[0]?.id).toBe(createHash("sha256").update(octets).digest("hex").slice(0, 12));
    expect(bench.modem.slots.size).toBe(0);
    expect(bench.modem.commandsLike("AT+CMGR=3")).toHaveLength(2);
    expect(bench.modem.commandsLike("AT+CMGD").join()).toBe("AT+CMGD=3");
  });

  it("publishes within 1.25 times what wire and modem take", () => {
    const bench = new Bench().start();
    const latencies: number[] = [];
    for (let i = 0; i < 50; i++) {
      const announced = bench.modem.deliver(1, gsm7("+447700900123", `${i} `.padEnd(160, "x")));
      bench.run(1500 + i * 7);
      const [last] = bench.broker.published.filter(({ topic }) => topic === "gateway/sms").slice(-1);
      latencies.push((last?.at ?? 0) - announced);
    }
    latencies.sort((a, b) => a - b);
    expect(bench.broker.messages()).toHaveLength(50);
    expect(latencies[25]).toBeLessThan(1.25 * 244);
    expect(latencies[49]).toBeLessThan(1.5 * 244);
  });

  it("empties a SIM with 30 stored messages in 1.3 times what wire and modem take", () => {
    const bench = new Bench();
    for (let i = 1; i <= 30; i++) bench.modem.slots.set(i, gsm7("+447700900123", `${i} `.padEnd(160, "x")));
    bench.runUntil(() => bench.modem.commands.length > 1, 20_000);
    const firstOk = world.now;
    bench.runUntil(() => bench.modem.slots.size === 0, 60_000);
    expect(bench.broker.messages()).toHaveLength(30);
    expect(world.now - firstOk).toBeLessThan(1.3 * 14_600);
    expect(bench.modem.commandsLike("AT+CMGR")).toHaveLength(30);
  });

  it("publishes a listing in the order of the service centre's time", () => {
    const bench = new Bench();
    const at = (minute: number) =>
      gsm7("Bank", `minute ${minute}`, { isName: true, scts: [0x62, 0x11, 0x22, 0x90, minute, 0x54, 0x40] });
    bench.modem.slots.set(1, at(0x30)).set(2, at(0x10)).set(3, at(0x20));
    bench.start().run(2000);
    // The digits stand swapped: 0x10 is minute 1.
    expect(bench.broker.messages().map((message) => message.text)).toEqual(["minute 16", "minute 32", "minute 48"]);
  });

  it("takes nothing in a message for an answer of the modem", () => {
    const bench = new Bench().start();
    const texts = ["OK", '+CMTI: "SM",3', "ERROR", "\r\nOK\r\n", "+CMGL: 1,0,,27", "> ", "RDY", "{\"a\":'1'}\\"];
    for (const text of texts) {
      bench.modem.deliver(1, gsm7("+447700900123", text));
      bench.run(2000);
    }
    expect(bench.broker.messages().map((message) => message.text)).toEqual(texts);
    expect(bench.modem.commandsLike("AT+CMGR=3")).toEqual([]);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("keeps the text of any script", () => {
    const bench = new Bench().start();
    const text = "Ваш код 1234 – 验证码 😀 'x' \"y\"";
    bench.modem.deliver(1, ucs2("+79161234567", text));
    bench.run(2000);
    expect(bench.broker.messages()[0]?.text).toBe(text);
  });

  it("publishes what it cannot decode with its octets", () => {
    const bench = new Bench().start();
    const odd = Uint8Array.from([...HELLO.slice(0, HELLO.length - 5)]);
    bench.modem.deliver(1, odd);
    bench.run(2000);
    const [message] = bench.broker.messages();
    expect(message).toMatchObject({ raw: [hex(odd).toLowerCase()], parts: 1 });
    expect(message).not.toHaveProperty("text");
    expect(bench.modem.slots.size).toBe(0);
  });

  it("publishes a status report of what it has not sent, and one that makes no sense with its octets", () => {
    const bench = new Bench().start();
    const report = "0791447758010650060D0B914477009001236211229003544062112290035440 00".replace(" ", "");
    bench.modem.say(`\r\n+CDS: 25\r\n${report}\r\n`);
    bench.run(1000);
    const short = report.slice(0, 30);
    bench.run(1000);
    bench.modem.say(`\r\n+CDS: 7\r\n${short}\r\n`);
    bench.run(1000);
    const [known, odd] = bench.broker.messages();
    expect(known).toMatchObject({ report: { ref: 0x0d, state: "delivered" } });
    expect(odd).toMatchObject({ raw: [short.toLowerCase()], from: "" });
  });

  it("hears an announcement in the middle of a listing, and between a header and its PDU", () => {
    const bench = new Bench();
    for (let i = 1; i <= 5; i++) bench.modem.slots.set(i, gsm7("+447700900123", `stored ${i}`));
    bench.modem.interjection = '\r\n+CMTI: "SM",9,"MMS PUSH",2,1\r\n';
    bench.modem.slots.set(9, gsm7("+447700900123", "announced"));
    bench.modem.unlisted.add(9);
    bench.start().run(5000);
    expect(bench.broker.messages()).toHaveLength(6);
    expect(bench.modem.slots.size).toBe(0);
  });

  it("shows sender, text and count, and after half a minute the sender alone", () => {
    const bench = new Bench().start();
    bench.modem.deliver(1, gsm7("Amazon", "Votre code est 791985, ne le donnez à personne", { isName: true }));
    bench.run(3000);
    expect(world.displayTexts).toEqual([
      "Amazon",
      "Votre code est",
      "791985, ne le",
      "donnez a",
      "personne",
      "",
      "",
      `${ALL_WELL}        2s #1`,
    ]);
    bench.run(31_000);
    expect(world.displayTexts).toEqual([
      "Amazon",
      "WiFi   ok",
      "Broker ok, plain",
      "Modem  ok",
      "",
      "",
      "",
      `${ALL_WELL}       33s #1`,
    ]);
  });

  it("draws only the rows that have changed", () => {
    const bench = new Bench().start();
    bench.modem.deliver(1, HELLO);
    bench.run(5_000);
    const writes = world.displayWrites.length;
    bench.run(10_000);
    // The seconds: a window and its row, each time.
    const since = world.displayWrites.slice(writes);
    expect(since).toHaveLength(20);
    expect(since.filter(([control]) => control === 0x40).every(({ length }) => length === 129)).toBe(true);
    expect(since.filter(([control]) => control === 0x00).every((window) => window[5] === 7)).toBe(true);
  });

  it("draws nothing while nothing changes, but sets the display up again once a minute", () => {
    const bench = new Bench().start();
    bench.run(5_000);
    const writes = world.displayWrites.length;
    bench.run(120_000);
    // Set up, eight windows and rows, switched on.
    expect(world.displayWrites).toHaveLength(writes + 2 * (1 + 16 + 1));
  });

  it("never draws between a command that returns a PDU and its final result, however much comes", () => {
    const bench = new Bench().start();
    const during: string[] = [];
    const drawn = vi.spyOn(world, "displayWrite").mockImplementation(() => {
      const { at, text } = bench.modem.commands.at(-1) ?? { at: 0, text: "" };
      // The modem thinks for 50 ms, then its answer is on the line.
      const isAnswered = world.now > at + 50 && world.now >= world.serial.idleAt;
      if (!isAnswered && /^AT\+CMG[RL]/.test(text)) during.push(text);
    });
    for (let slot = 1; slot <= 9; slot++) {
      bench.modem.deliver(slot, gsm7("+447700900123", `message ${slot}`));
      bench.run(300);
    }
    bench.run(5_000);
    expect(bench.broker.messages()).toHaveLength(9);
    expect(during).toEqual([]);
    expect(drawn.mock.calls.length).toBeGreaterThan(20);
    drawn.mockRestore();
  });

  it("works without a display, and uses one that comes later", () => {
    const bench = new Bench();
    world.displayAddress = 0;
    bench.start();
    bench.modem.deliver(1, HELLO);
    bench.run(2000);
    expect(bench.broker.messages()).toHaveLength(1);
    world.displayAddress = 0x3d;
    bench.run(6_000);
    expect(world.displayTexts[0]).toBe("+447700900123");
  });
});
