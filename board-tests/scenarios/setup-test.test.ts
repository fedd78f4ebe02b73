// The test before saving: each of its steps when it goes well, and when it does not; what it leaves behind.
import { describe, expect, it, vi } from "vitest";
import { nextHeapReport, reportHeap } from "../control/heap-report.ts";
import { defaultSettings } from "../control/sim-settings.ts";
import type { BrokerReport } from "../models/mqtt-broker/broker.ts";
import type { BrokerFaults } from "../models/mqtt-broker/faults.ts";
import type { InternetChange } from "../models/network/internet.ts";
import { PortalBench } from "./support/portal-bench.ts";

vi.setConfig({ testTimeout: 60_000 });

const { version: _version, ...PLAIN } = defaultSettings();
const HOME = { ssid: "Simulator", key: "simulated" };
/** Later than each build. */
const TIME_MS = Date.UTC(2040, 10, 22);
/** Bytes free after a collection, of 200,608 at the prompt, while the page is served. */
const FREE_BYTES_MIN = 60_000;
/** In one piece, for TLS: drivers/mqtt/tls-layer.late.ts. */
const TLS_BYTES = 20_000;
const REPORT_EVERY_MS = 10_000;
const TLS = { ...PLAIN, broker_tls: true, broker_host: "broker.example", time_zone: "CET-1CEST,M3.5.0,M10.5.0/3" };

interface Trouble {
  readonly settings?: object;
  readonly broker?: Partial<BrokerFaults>;
  readonly internet?: InternetChange;
  readonly prepare?: (bench: PortalBench) => Promise<unknown>;
}

async function benchWith(settings: object, timeEpochMs: number | null = null): Promise<PortalBench> {
  const bench = await PortalBench.first(
    {
      wifi: { accessPoints: [HOME, { ssid: "Neighbour", key: null, rssi: -80 }] },
      network: { kind: "model", timeEpochMs },
    },
    (gateway) => reportHeap(gateway.board, REPORT_EVERY_MS, "PERIODIC"),
  );
  const sent = await bench.order("/api/settings", { settings });
  expect(JSON.parse(sent.text)).toEqual({ usable: true, problems: [] });
  return bench;
}

async function testedWith({ broker, internet, prepare, settings }: Trouble): Promise<string> {
  const bench = await benchWith({ ...PLAIN, ...settings });
  if (broker) await bench.gateway.brokerFaults(broker);
  if (internet) await bench.board.tell({ do: "internet", change: internet });
  await prepare?.(bench);
  return PortalBench.told(await bench.test());
}

describe("a draft is tested step by step", () => {
  it.each<[string, Trouble, string]>([
    ["all is well", {}, "wifi done, time skipped, tcp done, connack done, message done"],
    [
      "the broker is in the internet, while the access point is on",
      { settings: { broker_host: "203.0.113.7" } },
      "wifi done, time skipped, tcp done, connack done, message done",
    ],
    [
      "there is no such network",
      { settings: { wifi_ssid: "Sumulator" } },
      "wifi failed, time waiting, tcp waiting, connack waiting, message waiting, no-network",
    ],
    [
      "the password is wrong",
      { settings: { wifi_password: "stimulated" } },
      "wifi failed, time waiting, tcp waiting, connack waiting, message waiting, wrong-key",
    ],
    [
      "nobody gives an address",
      { prepare: (bench) => bench.board.tell({ do: "wifi-dhcp", ms: 600_000 }) },
      "wifi failed, time waiting, tcp waiting, connack waiting, message waiting, no-address",
    ],
    [
      "the name is not known",
      { settings: { broker_host: "brokre.example" }, internet: { names: { "brokre.example": null } } },
      "wifi done, time skipped, dns failed, tcp waiting, connack waiting, message waiting, no-name",
    ],
    [
      "no name server answers",
      { settings: { broker_host: "broker.example" }, internet: { dns: { silent: true } } },
      "wifi done, time skipped, dns failed, tcp waiting, connack waiting, message waiting, no-dns",
    ],
    [
      "nobody listens at that port",
      { settings: { broker_port: 1884 } },
      "wifi done, time skipped, tcp failed, connack waiting, message waiting, refused",
    ],
    [
      "nobody is at that address",
      {
        settings: { broker_host: "10.0.0.77" },
        prepare: (bench) => bench.board.tell({ do: "hosts", addresses: ["10.0.0.1"] }),
      },
      "wifi done, time skipped, tcp failed, connack waiting, message waiting, silent",
    ],
    [
      "what answers there is silent",
      { broker: { withholdConnack: true } },
      "wifi done, time skipped, tcp done, connack failed, message waiting, silent",
    ],
    [
      "what answers there closes the connection",
      { broker: { away: true } },
      "wifi done, time skipped, tcp done, connack failed, message waiting, not-accepted",
    ],
    ...([1, 2, 3, 4, 5] as const).map((code): [string, Trouble, string] => [
      `the broker refuses with ${code}`,
      { broker: { refuseCode: code } },
      `wifi done, time skipped, tcp done, connack failed, message waiting, connack-${code}`,
    ]),
    [
      "the message is not acknowledged",
      { broker: { withholdPuback: true } },
      "wifi done, time skipped, tcp done, connack done, message failed, unacknowledged",
    ],
  ])("%s", async (_what, trouble, told) => {
    expect(await testedWith(trouble)).toBe(told);
  });

  it("by TLS, with what that takes of the heap", async () => {
    const bench = await benchWith({ ...TLS, broker_port: 1883 }, TIME_MS);
    expect(PortalBench.told(await bench.test())).toBe(
      "wifi done, time done, dns done, tcp done, tls done, connack done, message done",
    );
  });

  it("by TLS, for which nobody tells the time", async () => {
    const bench = await benchWith({ ...TLS, broker_port: 1883, ntp_server: "" });
    expect(PortalBench.told(await bench.test())).toMatch(/^wifi done, time failed, .*, no-time$/);
  });
});

describe("a test", () => {
  it("says that the gateway is away, and nothing else", async () => {
    const bench = await benchWith(PLAIN);
    await bench.test();
    const { retained } = (await bench.board.broker("report")) as BrokerReport;
    expect(retained.map(({ topic, payload }) => [topic, Buffer.from(payload).toString()])).toEqual([
      ["gateway/status", "offline"],
    ]);
  });

  it("is not begun twice within five seconds, nor without a draft", async () => {
    const bench = await PortalBench.first();
    expect((await bench.order("/api/test", {})).status).toBe(409);
    await bench.order("/api/settings", { settings: PLAIN });
    expect((await bench.order("/api/test", {})).status).toBe(202);
    const again = await bench.order("/api/test", {});
    expect([again.status, again.headers["retry-after"]]).toEqual([429, "5"]);
  });

  it("keeps its result for who comes back later, and is shown on the display", async () => {
    const bench = await benchWith({ ...PLAIN, broker_port: 1884, display_height: 64 });
    await bench.test();
    await bench.board.advance(60_000);
    expect((await bench.status())?.test).toMatchObject({ problem: "refused" });
    expect((await bench.gateway.displayed()).join("\n").length).toBeGreaterThan(0);
  });

  it("leaves the heap as it was, however often it is done", async () => {
    const bench = await benchWith({ ...TLS, broker_port: 1883 }, TIME_MS);
    // What the first one brings of names stays.
    await bench.test();
    const before = await reportHeapNow(bench);
    for (let n = 0; n < 4; n++) {
      await bench.board.advance(6000);
      expect((await bench.test()).problem).toBe("");
    }
    const after = await reportHeapNow(bench);
    console.log(
      `heap: ${before.free} bytes free before four tests, ${after.free} after, largest block ${after.largest}`,
    );
    expect(after.free).toBeGreaterThan(before.free - 1_000);
    expect(after.free).toBeGreaterThan(FREE_BYTES_MIN);
    expect(after.largest).toBeGreaterThan(TLS_BYTES);
  });

  it("shows no word of what a stranger's server says", async () => {
    const bench = await benchWith(PLAIN);
    await bench.gateway.brokerFaults({ stray: new TextEncoder().encode("SSH-2.0-secret-banner\r\n"), refuseCode: 4 });
    await bench.test();
    const answer = await bench.get("/api/status");
    expect(answer.text).not.toContain("banner");
  });
});

/** What is free now. */
async function reportHeapNow(bench: PortalBench): Promise<{ free: number; largest: number }> {
  return nextHeapReport(bench.board, 30_000);
}
