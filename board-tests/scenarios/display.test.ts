// What the display shows, and what it must never do to the rest: absent, unplugged, with a bus that is held.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

const PDU = pduOf({ from: "Amazon", text: "Your code is 791985" });
const STATUS = ["WiFi   ok", "Broker ok, plain", "Modem  ok", "Signal -77 dBm"];
/** The modem has told its signal, and the display has shown it. */
const TOLD_MS = 6_000;

/** The loop is never held up longer. */
const HOLD_UP_MS_MAX = 100;
/** An absent display is looked for every 5 s, one that was plugged in again is set up within the minute. */
const FOUND_MS_MAX = 6_000;
const RENEWED_MS_MAX = 61_000;

/** The bar: three signs, and what stands at the right. */
const bar = (right: string) => `▒▒▒${right.padStart(13)}`;

describe("the display", () => {
  it("asks for nothing while everything starts", async () => {
    const bench = await GatewayBench.make();
    await bench.board.powerOn();
    await bench.board.advance(2_000);
    expect(await bench.displayed()).toEqual([
      "SMS gateway",
      "WiFi   joining",
      "Broker waiting",
      "Modem  starting",
      bar("#0"),
    ]);
  });

  it("shows sender, text, age and count; after half a minute the sender and how things stand", async () => {
    const bench = await GatewayBench.started();
    await bench.board.advance(TOLD_MS);
    expect(await bench.displayed()).toEqual(["SMS gateway", ...STATUS, bar("#0")]);
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty();
    await bench.board.advance(1_000);
    expect(await bench.displayed()).toEqual(["Amazon", "Your code is", "791985", bar("1s #1")]);
    await bench.board.advance(31_000);
    expect(await bench.displayed()).toEqual(["Amazon", ...STATUS, expect.stringMatching(/3[123]s #1$/)]);
  });

  it("of 32 rows, at the other address, shows the same in short", async () => {
    const settings = { ...defaultSettings(), display_height: 32 };
    const bench = await GatewayBench.started({ settings, hardware: { display: { height: 32, address: 0x3d } } });
    expect(await bench.displayed()).toEqual(["SMS gateway", "ready, plain", bar("#0")]);
    await bench.deliver(PDU);
    await bench.untilPublished(1);
    await bench.board.advance(1_000);
    expect(await bench.displayed()).toEqual(["Amazon", "Your code is", "791985", expect.stringMatching(/[01]s #1$/)]);
  });

  it.each([
    ["always", ["Amazon", "Your code is", "791985", bar("2m #1")]],
    ["hidden", ["SMS gateway", ...STATUS, bar("2m #1")]],
  ])("of which nobody may see more than the setting says: %s", async (display_privacy, lines) => {
    const bench = await GatewayBench.started({ settings: { ...defaultSettings(), display_privacy } });
    await bench.deliver(PDU);
    await bench.untilPublished(1);
    await bench.board.advance(1_000);
    if (display_privacy === "hidden") expect((await bench.displayed()).join()).not.toMatch(/Amazon|791985/);
    await bench.board.advance(120_000);
    expect(await bench.displayed()).toEqual(lines);
  });

  it("turns the pages of a long text", async () => {
    const bench = await GatewayBench.started();
    await bench.deliver(pduOf({ text: Array.from({ length: 20 }, (_, n) => `${n}.word`).join(" ") }));
    await bench.untilPublished(1);
    const pages: string[] = [];
    for (let page = 0; page < 2; page++) {
      await bench.board.advance(page === 0 ? 700 : 3_000);
      pages.push(`${(await bench.displayed()).slice(1, -1).at(0)} ${(await bench.displayed()).at(-1)?.slice(-10)}`);
    }
    expect(pages).toEqual(["0.word 1.word  1/2 0s #1", expect.stringMatching(/^1\d.word 1\d.word {2}2\/2 3s #1$/)]);
  });

  it("whose size is not set yet says what is wrong in both, one after the other", async () => {
    for (const height of [64, 32] as const) {
      const bench = await GatewayBench.make({ settings: { version: 1 }, hardware: { display: { height } } });
      await bench.board.powerOn();
      const seen: string[] = [];
      for (let look = 0; look < 16; look++) {
        await bench.board.advance(1_000);
        seen.push((await bench.displayed()).join(" "));
      }
      const readable = seen.filter((text) => text.startsWith("Settings:"));
      expect(readable.length).toBeGreaterThan(4);
      expect(readable.length).toBeLessThan(12);
    }
  });
});

describe("a display", () => {
  // Fault 40.
  it("that is not there changes nothing else", async () => {
    const bench = await GatewayBench.started({ hardware: { display: null } });
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
  });

  // Fault 40.
  it.each(["held-low", "wedged", "all-nack", "data-nack"] as const)(
    "whose bus fails (%s) holds nothing up, and comes back",
    async (fault) => {
      const bench = await GatewayBench.started();
      const pdus = numberedPdus(4);
      await bench.board.hardware({ do: "i2c-fault", fault });
      for (const pdu of pdus) await bench.deliver(pdu);
      await bench.untilSimIsEmpty();
      await bench.board.advance(30_000);
      expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
      expect((await bench.board.state()).watchdog?.longestGapMs).toBeLessThan(HOLD_UP_MS_MAX);
      if (fault !== "wedged") await bench.board.hardware({ do: "i2c-fault", fault: "none" });
      await bench.board.advance(FOUND_MS_MAX);
      const lines = await bench.displayed();
      expect([lines[0], lines.at(-1)?.slice(-2)]).toEqual(["+447700900123", "#4"]);
    },
  );

  it("that holds the bus from the start holds nothing up", async () => {
    const bench = await GatewayBench.make();
    await bench.board.hardware({ do: "i2c-fault", fault: "held-low" });
    await bench.preload(PDU);
    await bench.start();
    await bench.untilSimIsEmpty();
    expect((await bench.board.state()).watchdog?.longestGapMs).toBeLessThan(HOLD_UP_MS_MAX);
  });

  it("that was within an octet when the board was reset is given its clocks", async () => {
    const bench = await GatewayBench.make();
    await bench.board.hardware({ do: "i2c-fault", fault: "wedged" });
    await bench.board.powerOn();
    await bench.board.advance(2_000);
    expect(await bench.displayed()).toContain("SMS gateway");
  });

  // Fault 40.
  it("that is unplugged while it is drawn, and plugged in again, is set up again", async () => {
    const bench = await GatewayBench.started();
    await bench.board.hardware({ do: "display-plug", plugged: false });
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty();
    await bench.board.advance(20_000);
    await bench.board.hardware({ do: "display-plug", plugged: true });
    expect(await bench.displayed()).toEqual([]);
    await bench.board.advance(FOUND_MS_MAX);
    expect(await bench.displayed()).toContain("Your code is");
  });

  it("that lost its supply for a moment, unnoticed, is set up again within the minute", async () => {
    const bench = await GatewayBench.started();
    await bench.board.hardware({ do: "display-plug", plugged: false });
    await bench.board.hardware({ do: "display-plug", plugged: true });
    await bench.board.advance(RENEWED_MS_MAX);
    expect(await bench.displayed()).toContain("Modem  ok");
  });
});
