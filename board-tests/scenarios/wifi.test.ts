// The Wi-Fi: networks that vanish, hang, refuse or move, and the ladder that leads back (facts 26 to 30 of the faults: "AP
// vanishes", "wrong password", "status stuck", "connected but dead", "another address"). What takes minutes is in
// wifi.long.test.ts, what takes a day in firmware-ts/tests/wifi-station.test.ts.
import { describe, expect, it } from "vitest";
import type { AccessPoint } from "../virtual-board/board-options.ts";
import { idOf, numberedPdus, pduOf } from "./support/messages.ts";
import {
  boots,
  faults,
  holdUps,
  joined,
  joins,
  link,
  MINUTE_MS,
  RECOVERY_MS_MAX,
  startedWifiBench,
  wifiBench,
} from "./support/wifi-bench.ts";

const PDU = pduOf({ text: "hello" });

describe("an access point", () => {
  // Fault 26.
  it.each([1_000, 60_000])(
    "that vanishes for %i ms: it publishes again within 90 s of its return",
    { timeout: 60_000 },
    async (awayMs) => {
      const bench = await startedWifiBench();
      await link(bench, false);
      await bench.wait(500);
      await bench.deliver(PDU);
      await bench.wait(awayMs - 500);
      expect(await bench.slots()).toEqual([PDU]);
      await link(bench, true);
      const back = bench.board.nowMs;
      await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
      console.log(
        `away ${awayMs} ms: published and deleted ${Math.round(bench.board.nowMs - back)} ms after its return`,
      );
      expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
    },
  );
});

describe("a radio", () => {
  // Fault 28.
  it("that hangs until it is switched off is switched off within a minute", async () => {
    const bench = await wifiBench();
    await faults(bench, { hangs: "radio" });
    await bench.preload(PDU);
    await bench.board.powerOn();
    await bench.untilSimIsEmpty(60_000);
    expect(await boots(bench)).toBe(1);
  });

  // Fault 27.
  it("that refuses a good password twice is forgiven", async () => {
    const bench = await wifiBench();
    await faults(bench, { refusals: 2 });
    await bench.start();
    expect(bench.board.stdout.join()).not.toContain("wrong-key");
  });
});

const TWO = [{ ssid: "office", password: "office secret" }, { ssid: "open café" }];
const HOME: AccessPoint = { ssid: "Simulator", key: "simulated", rssi: -70 };
const OFFICE: AccessPoint = { ssid: "office", key: "office secret", rssi: -50 };
const CAFE: AccessPoint = { ssid: "open café", key: null, rssi: -60 };

describe("several known networks", () => {
  it("are tried in order of strength after a look around, which is counted", async () => {
    const bench = await wifiBench({ wifi_networks: TWO }, { wifi: { accessPoints: [HOME, CAFE, OFFICE] } });
    await bench.preload(PDU);
    await bench.board.powerOn();
    await bench.untilSimIsEmpty(60_000);
    expect(await joined(bench)).toBe("office");
    await bench.wait(MINUTE_MS);
    expect(await holdUps(bench)).toMatchObject({ wifi_scan: 1 });
  });

  it("of which the joined one goes: the next is joined", { timeout: 60_000 }, async () => {
    const bench = await wifiBench({ wifi_networks: TWO }, { wifi: { accessPoints: [HOME, CAFE, OFFICE] } });
    await bench.board.powerOn();
    await bench.until(async () => (await joined(bench)) === "office", 60_000);
    await bench.wait(15_000);
    await bench.board.tell({ do: "access-points", accessPoints: [CAFE] });
    await bench.until(async () => (await joined(bench)) === "open café", RECOVERY_MS_MAX);
  });

  it("of which one is hidden: it is joined where no other is", { timeout: 60_000 }, async () => {
    const bench = await wifiBench({ wifi_networks: TWO }, { wifi: { accessPoints: [{ ...OFFICE, hidden: true }] } });
    await bench.board.powerOn();
    await bench.until(async () => (await joined(bench)) === "office", RECOVERY_MS_MAX);
  });

  it("are looked for while the modem has nothing to say, and no octet of it is lost meanwhile", async () => {
    const bench = await wifiBench({ wifi_networks: TWO }, { wifi: { accessPoints: [OFFICE] } });
    const pdus = numberedPdus(10);
    await bench.preload(...pdus);
    await bench.board.powerOn();
    await bench.untilListing(0);
    await bench.wait(4_000);
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty(90_000);
    expect(new Set(await bench.publishedIds())).toEqual(new Set([...pdus, PDU].map((pdu) => idOf(pdu))));
  });
});

describe("an address", () => {
  it("of the settings needs no DHCP", async () => {
    const settings = { wifi_address: "10.0.0.40/24", wifi_gateway: "10.0.0.1" };
    const bench = await wifiBench(settings, { wifi: { dhcpMs: 3_600_000 } });
    await bench.start();
    expect((await bench.board.state()).wifi.address).toBe("10.0.0.40");
  });

  // Fault 30.
  it("that DHCP gives 60 s late is waited for", { timeout: 60_000 }, async () => {
    const bench = await wifiBench({}, { wifi: { dhcpMs: 60_000 } });
    await bench.preload(PDU);
    await bench.board.powerOn();
    await bench.wait(30_000);
    expect(await bench.displayed()).toContain("WiFi   no IP");
    await bench.untilSimIsEmpty(RECOVERY_MS_MAX);
    expect(joins(bench)).toBe(1);
  });

  // Fault 30.
  it("that changes costs one connection", async () => {
    const bench = await startedWifiBench();
    await bench.board.tell({ do: "wifi-address", address: "10.0.0.99" });
    await bench.deliver(PDU);
    await bench.untilSimIsEmpty(20_000);
    expect(await bench.publishedIds()).toEqual([idOf(PDU)]);
  });
});
