// What goes wrong on the board and around it: Wi-Fi, a hung loop, the clock's ticks.
import { describe, expect, it } from "vitest";
import { GatewayBench } from "./support/gateway-bench.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";

const PDU = pduOf({ text: "hello" });

/** From Wi-Fi's return to being connected. */
const WIFI_RECOVERY_MS_MAX = 90_000;

/** The loop is never held up longer while everything is well. */
const HOLD_UP_MS_MAX = 100;

describe("Wi-Fi that is away", () => {
  it.each([1_000, 45_000])("for %i ms leaves every SMS on the SIM until it is back", async (awayMs) => {
    const bench = await GatewayBench.started();
    const pdus = numberedPdus(3);
    await bench.board.tell({ do: "wifi-link", up: false });
    await bench.board.advance(500);
    for (const pdu of pdus) await bench.deliver(pdu);
    await bench.board.advance(awayMs - 500);
    expect(await bench.slots()).toEqual(pdus);
    await bench.board.tell({ do: "wifi-link", up: true });
    await bench.untilSimIsEmpty(WIFI_RECOVERY_MS_MAX);
    expect(await bench.publishedIds()).toEqual(pdus.map((pdu) => idOf(pdu)));
  });

  it("when the power comes is joined when it is there", async () => {
    const bench = await GatewayBench.make();
    await bench.preload(PDU);
    await bench.board.tell({ do: "wifi-link", up: false });
    await bench.board.powerOn();
    await bench.board.advance(30_000);
    expect(await bench.displayed()).toContain("Modem  ok");
    await bench.board.tell({ do: "wifi-link", up: true });
    await bench.untilSimIsEmpty(WIFI_RECOVERY_MS_MAX);
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
  });

  it("with another password is said on the display, and tried for ever", async () => {
    const accessPoints = [{ ssid: "Simulator", key: "another one" }];
    const bench = await GatewayBench.make({ wifi: { accessPoints } });
    await bench.preload(PDU);
    await bench.board.powerOn();
    await bench.board.advance(90_000);
    expect(await bench.displayed()).toContain("WiFi   password?");
    await bench.board.tell({ do: "access-points", accessPoints: [{ ssid: "Simulator", key: "simulated" }] });
    await bench.untilSimIsEmpty(WIFI_RECOVERY_MS_MAX);
  });

  // Fault 27.
  it("whose network is gone is said to be so on the display, and joined once it is back", async () => {
    const bench = await GatewayBench.started();
    await bench.board.tell({ do: "access-points", accessPoints: [{ ssid: "another", key: "simulated" }] });
    await bench.until(async () => (await bench.displayed()).includes("WiFi   not found"), 120_000);
    await bench.deliver(PDU);
    await bench.wait(30_000);
    expect(await bench.displayed()).toContain("WiFi   not found");
    expect(await bench.slots()).toEqual([PDU]);
    await bench.board.tell({ do: "access-points", accessPoints: [{ ssid: "Simulator", key: "simulated" }] });
    await bench.untilSimIsEmpty(WIFI_RECOVERY_MS_MAX);
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
  });
});

/** A driver that hangs: the first write to the display after 20 s waits for something that never comes. */
const HANG = `import machine, time
write = machine.I2C.writeto
def hang(*args):
    while machine.reset_cause() == machine.PWRON_RESET and time.ticks_ms() > 20000:
        while True:
            time.sleep_ms(5)
    return write(*args)
machine.I2C.writeto = hang
`;

describe("the watchdog", () => {
  // Fault 39.
  it("resets a loop that hangs; what came meanwhile is published", async () => {
    const bench = await GatewayBench.make();
    await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(HANG) });
    await bench.start();
    await bench.board.advance(15_000);
    const pdus = numberedPdus(2);
    await bench.deliver(pdus[0] ?? "");
    await bench.board.advance(2_000);
    await bench.deliver(pdus[1] ?? "");
    const end = await bench.board.runUntilEvent((event) => event.type === "end", 40_000);
    expect(end).toMatchObject({ reason: "watchdog" });
    await bench.untilSimIsEmpty();
    expect(new Set(await bench.publishedIds())).toEqual(new Set(pdus.map((pdu) => idOf(pdu))));
    expect((await bench.board.state()).resetCause).toBe(3);
  });

  it("is fed at least every 100 ms while all is well", async () => {
    const bench = await GatewayBench.make();
    const pdus = numberedPdus(12);
    await bench.preload(...pdus.slice(0, 10));
    await bench.start();
    for (const pdu of pdus.slice(10)) await bench.deliver(pdu);
    await bench.untilPublished(12);
    await bench.untilSimIsEmpty();
    const { watchdog } = await bench.board.state();
    expect(watchdog?.timeoutMs).toBeGreaterThanOrEqual(8_000);
    expect(watchdog?.longestGapMs).toBeLessThan(HOLD_UP_MS_MAX);
  });
});

describe("the clock's ticks", () => {
  // Fault 42.
  it("wrap without anybody noticing", async () => {
    const bench = await GatewayBench.started({ ticksStartMs: 2 ** 30 - 12_000 });
    await bench.board.advance(4_000);
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty();
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
    expect((await bench.board.state()).boots).toBe(1);
  });
});
