// The MQTT client identifier: the same at every start, and different for each machine and each modem at it.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { hostname } from "node:os";

/** As many digits as a Pico's unique_id has. */
const DIGITS = 16;

/** @param uart the modem's serial port: two gateways on one machine must not throw each other out [MQTT-3.1.4-2] */
export function clientIdFor(uart: string): string {
  const digest = createHash("sha256").update(`sms-gateway\0${machineId()}\0${uart}`).digest("hex");
  return `sms_gateway_${digest.slice(0, DIGITS)}`;
}

/** Never sent as it is: machine-id(5) asks for that. */
function machineId(): string {
  try {
    return readFileSync("/etc/machine-id", "utf8").trim();
  } catch {
    return hostname();
  }
}
