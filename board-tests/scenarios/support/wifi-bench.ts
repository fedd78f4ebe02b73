// What the stories of the Wi-Fi ask of their bench.
import { defaultSettings } from "../../control/sim-settings.ts";
import type { BrokerReport } from "../../models/mqtt-broker/broker.ts";
import type { BoardOptions, WifiFaults } from "../../virtual-board/board-options.ts";
import { GatewayBench } from "./gateway-bench.ts";

/** From the network's return to the last message being off the SIM. */
export const RECOVERY_MS_MAX = 90_000;
export const MINUTE_MS = 60_000;

/** A bench without power, and without a time server. */
export function wifiBench(settings: object = {}, options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
  return GatewayBench.make({ settings: { ...defaultSettings(), ntp_server: "", ...settings }, ...options });
}

export async function startedWifiBench(options: Partial<BoardOptions> = {}): Promise<GatewayBench> {
  const bench = await wifiBench({}, options);
  await bench.start();
  return bench;
}

export async function faults(bench: GatewayBench, change: Partial<WifiFaults>): Promise<void> {
  await bench.board.tell({ do: "wifi-faults", faults: change });
}

/** The access point vanishes, or is back. */
export async function link(bench: GatewayBench, up: boolean): Promise<void> {
  await bench.board.tell({ do: "wifi-link", up });
}

/** How often the board has started. */
export async function boots(bench: GatewayBench): Promise<number> {
  return (await bench.board.state()).boots;
}

export async function holdUps(bench: GatewayBench): Promise<Record<string, number>> {
  const { retained } = (await bench.board.broker("report")) as BrokerReport;
  const state = retained.find(({ topic }) => topic === "gateway/state");
  return JSON.parse(new TextDecoder().decode(state?.payload)).holdups;
}

/** The network that is joined; "" none. */
export async function joined(bench: GatewayBench): Promise<string> {
  return (await bench.board.state()).wifi.ssid;
}

/** How often the radio's driver was asked to join. */
export function joins(bench: GatewayBench): number {
  return wifiEvents(bench, "status 1");
}

export function radioOffs(bench: GatewayBench): number {
  return wifiEvents(bench, "inactive");
}

function wifiEvents(bench: GatewayBench, state: string): number {
  return bench.board.log.filter((event) => event.type === "wifi" && event.state === state).length;
}
