// The time: by a time server, or by the mobile network, or by neither; never by one that lies. The machine's calendar, which
// TLS reads, follows it.
import { describe, expect, it } from "vitest";
import { defaultSettings } from "../control/sim-settings.ts";
import type { BrokerReport } from "../models/mqtt-broker/broker.ts";
import { type InternetChange, type InternetReport, NAME_SERVERS } from "../models/network/internet.ts";
import { NO_NTP_FAULTS } from "../models/network/ntp-server.ts";
import type { BoardOptions } from "../virtual-board/board.ts";
import { GatewayBench } from "./support/gateway-bench.ts";
import { pduOf } from "./support/messages.ts";

/** After each build of this program and within twenty years of it, and after the turn of NTP's counter. */
const EPOCH_MS = Date.UTC(2036, 4, 17, 12, 0, 0);
const HOUR_MS = 3_600_000;
const NETWORK = { kind: "model", timeEpochMs: EPOCH_MS } as const;

/** Prints the machine's calendar each second. */
const PRINT_CALENDAR = `import machine
def show(_):
    print("calendar", machine.RTC().datetime())
machine.Timer(period=1000, mode=machine.Timer.PERIODIC, callback=show)
`;

async function benchWith(settings: object = {}, options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
  const bench = await GatewayBench.make({
    settings: { ...defaultSettings(), ...settings },
    network: NETWORK,
    ...options,
  });
  await bench.board.tell({ do: "flash-write", path: "boot.py", contents: new TextEncoder().encode(PRINT_CALENDAR) });
  return bench;
}

function internet(bench: GatewayBench, change: InternetChange = {}): Promise<InternetReport> {
  return bench.board.tell({ do: "internet", change }) as Promise<InternetReport>;
}

async function clockState(bench: GatewayBench): Promise<string> {
  await bench.wait(12_000);
  const { retained } = (await bench.board.broker("report")) as BrokerReport;
  const state = retained.find(({ topic }) => topic === "gateway/state");
  return JSON.parse(new TextDecoder().decode(state?.payload)).clock;
}

/** How far what the gateway last said was received is from the true time, in ms. */
async function errorMs(bench: GatewayBench): Promise<number> {
  const published = (await bench.published()).length;
  const before = bench.board.nowMs;
  await bench.deliver(pduOf({ text: `number ${published}` }));
  await bench.untilPublished(published + 1);
  const received = Date.parse(String((await bench.published()).at(-1)?.received));
  return received - (EPOCH_MS + before);
}

function calendar(bench: GatewayBench): string {
  return bench.board.stdout.filter((line) => line.startsWith("calendar")).at(-1) ?? "";
}

describe("a time server", () => {
  it("tells the time to the second, soon after the Wi-Fi is up, and the machine's calendar follows", async () => {
    const bench = await benchWith();
    await bench.start();
    await bench.wait(5_000);
    expect(bench.board.stdout.join("\n")).toContain("clock: ok");
    const error = await errorMs(bench);
    console.log(`received: ${error} ms from the true time, whole seconds`);
    expect(Math.abs(error)).toBeLessThan(1_500);
    expect(calendar(bench)).toContain("(2036, 5, 17, ");
    expect(await internet(bench)).toMatchObject({ times: 1, names: [["pool.ntp.org A"], []] });
  });

  // When it is asked again: firmware-ts/tests/time-server.test.ts, where hours are cheap.
  it("that has told the time is left alone", async () => {
    const bench = await benchWith();
    await bench.start();
    await bench.wait(10 * 60_000);
    expect((await internet(bench)).times).toBe(1);
  });

  it("with an address needs no name", async () => {
    const bench = await benchWith({ ntp_server: NAME_SERVERS[0] });
    await bench.start();
    expect(await clockState(bench)).toBe("ok");
    expect((await internet(bench)).names[0]).toEqual([]);
  });

  it.each<[string, InternetChange]>([
    ["says nothing", { ntp: { silent: true } }],
    ["has no name", { names: { "pool.ntp.org": null } }],
    ["has not synchronised itself", { ntp: { leap: 3 } }],
    ["is of stratum 16", { ntp: { stratum: 16 } }],
    ["answers what was not asked", { ntp: { wrongOriginate: true } }],
    ["is a client", { ntp: { mode: 3 } }],
    ["has no time", { ntp: { timeless: true } }],
    ["was built before the gateway", { ntp: { offsetMs: -20 * 365 * 24 * HOUR_MS } }],
    ["is twenty years ahead", { ntp: { offsetMs: 20 * 365 * 24 * HOUR_MS } }],
  ])("that %s is not believed, and asked again until it is well", async (_name, change) => {
    const bench = await benchWith();
    await internet(bench, change);
    await bench.start();
    expect(await clockState(bench)).toBe("unknown");
    expect(calendar(bench)).toContain("(2021, 1, 1, ");
    await internet(bench, { ntp: NO_NTP_FAULTS, names: { "pool.ntp.org": { a: ["10.0.0.1"] } } });
    await bench.until(() => bench.board.stdout.join("\n").includes("clock: ok"), 70_000);
    expect(Math.abs(await errorMs(bench))).toBeLessThan(1_500);
  });

  it("that wants to be left alone is left alone", async () => {
    const bench = await benchWith();
    await internet(bench, { ntp: { kiss: "DENY" } });
    await bench.start();
    await bench.wait(5 * 60_000);
    expect((await internet(bench)).times).toBe(1);
  });

  it("is not needed where the mobile network tells the time, nor where the settings have none", async () => {
    const modem = { networkEpochMs: EPOCH_MS };
    const bench = await benchWith({ ntp_server: "" }, { hardware: { modem } });
    await bench.start();
    expect(await clockState(bench)).toBe("ok");
    expect(calendar(bench)).toContain("(2036, 5, 17, ");
    expect(await internet(bench)).toEqual({ times: 0, names: [[], []] });
  });

  // Fault 42.
  it("is believed, and not a cell that is a day off", async () => {
    const modem = { networkEpochMs: EPOCH_MS - 24 * HOUR_MS };
    const bench = await benchWith({}, { hardware: { modem } });
    await bench.start();
    await bench.wait(60_000);
    expect(Math.abs(await errorMs(bench))).toBeLessThan(1_500);
  });

  // Fault 42: the gateway counts on from what it was told, and sets the calendar for TLS alone.
  it.each([2021, 2037])("is what counts when the calendar jumps to %i meanwhile", async (year) => {
    const bench = await benchWith();
    const jump = `import machine
machine.Timer(period=30000, mode=machine.Timer.ONE_SHOT, callback=lambda _: machine.RTC().datetime((${year}, 1, 1, 0, 0, 0, 0, 0)))
`;
    await bench.board.tell({
      do: "flash-write",
      path: "boot.py",
      contents: new TextEncoder().encode(PRINT_CALENDAR + jump),
    });
    await bench.start();
    await bench.wait(40_000);
    expect(calendar(bench)).toContain(`(${year}, 1, 1, `);
    expect(await clockState(bench)).toBe("ok");
    expect(Math.abs(await errorMs(bench))).toBeLessThan(1_500);
  });
});
