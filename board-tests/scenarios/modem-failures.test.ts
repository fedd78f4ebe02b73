// A modem that fails the board, and what the display says of it.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import { modemFailureStories } from "./stories/modem-failures.ts";
import { GatewayBench, onBoard } from "./support/gateway-bench.ts";
import { idOf, pduOf } from "./support/messages.ts";

modemFailureStories(onBoard);

describe("a modem that hangs", () => {
  it("is reset by GP26, and brings its messages after that", async () => {
    const bench = await GatewayBench.started();
    const from = bench.board.log.length;
    await bench.board.hardware({ do: "modem-mute", muted: true });
    const pdu = pduOf({ text: "hello" });
    await bench.preload(pdu);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
    const said = bench.board.log.slice(from).flatMap((event) => (event.type === "stdout" ? [event.text] : []));
    expect(said.filter((line) => /modem: reset/.test(line))).toHaveLength(1);
    // Low or nothing at all: 3.3 V would harm the modem.
    expect(bench.board.log.filter(({ type }) => type === "fault")).toEqual([]);
  });
});

describe("a SIM with a PIN", () => {
  const hardware = { modem: { pin: "4711" } };

  it("is opened with the one of the settings, after every start of the modem", async () => {
    const bench = await GatewayBench.make({ hardware, settings: { ...defaultSettings(), sim_pin: "4711" } });
    await bench.start();
    await bench.restartModem();
    const pdu = pduOf({ text: "hello" });
    await bench.preload(pdu);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
    expect(bench.sent().filter((line) => line.startsWith("AT+CPIN="))).toHaveLength(2);
  });

  it("is tried once with a wrong one, whatever restarts, and the display says so", async () => {
    const bench = await GatewayBench.make({ hardware, settings: { ...defaultSettings(), sim_pin: "1234" } });
    await bench.board.powerOn();
    await bench.board.advance(40_000);
    for (let cut = 0; cut < 4; cut++) {
      await bench.board.powerOff({ modemToo: cut % 2 === 0 });
      await bench.board.powerOn();
      await bench.board.advance(40_000);
    }
    expect(bench.sent().filter((line) => line.startsWith("AT+CPIN="))).toHaveLength(1);
    expect(await bench.displayed()).toContain("Modem  PIN wrong");
  });
});

describe("a modem that is silent", () => {
  it("is asked until it answers; the display says so meanwhile", async () => {
    const bench = await GatewayBench.make();
    const pdu = pduOf({ text: "hello" });
    await bench.preload(pdu);
    await bench.board.hardware({ do: "modem-mute", muted: true });
    await bench.board.powerOn();
    await bench.board.advance(30_000);
    expect(await bench.displayed()).toContain("Modem  silent");
    await bench.board.hardware({ do: "modem-restart" });
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(pdu)]);
  });
});
