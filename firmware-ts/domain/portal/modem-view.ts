// How modem and SIM are, as the page is told.
import type { ModemHealth } from "../modem/modem.ts";
import type { ModemStatus } from "../modem/status.ts";
import type { ModemOnlooker } from "./modem-onlooker.ts";

/** JSON; null for what is not known. */
export function modemJson(health: ModemHealth, status: ModemStatus, onlooker: ModemOnlooker): string {
  const isReady = health === "ready";
  const operator = isReady ? status.operator() : "";
  const registration = isReady && status.isRegistrationKnown() ? `"${status.registration()}"` : "null";
  const signal = isReady ? status.signalDbm() : null;
  const { capacity, stored } = onlooker;
  const counts = `"stored":${isReady && stored >= 0 ? stored : "null"},"capacity":${isReady && capacity > 0 ? capacity : "null"}`;
  const said = `"signal_dbm":${signal ?? "null"},"operator":${operator === "" ? "null" : JSON.stringify(operator)}`;
  return `{"state":"${health}",${said},"registration":${registration},"sim":${simOf(health)},${counts}}`;
}

function simOf(health: ModemHealth): string {
  switch (health) {
    case "ready":
      return '"ready"';
    case "no-sim":
      return '"none"';
    case "pin":
    case "wrong-pin":
      return '"pin"';
    default:
      return "null";
  }
}
