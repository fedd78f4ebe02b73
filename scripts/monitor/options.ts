// The options of `npm run monitor`.
import { type BrokerAddress, parseBrokerUrl } from "../../board-tests/control/broker-url.ts";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { boardNamed, parseOptions } from "../device/options.ts";

export interface MonitorOptions {
  readonly board: Identity;
  readonly port: string | undefined;
  readonly followMqtt: boolean;
  /** Null: the board's own. */
  readonly broker: BrokerAddress | null;
}

export const MONITOR_HELP = `Shows what the board prints: what happens, and tracebacks in lines of the TypeScript. Ctrl-C ends it.

Usage: npm run monitor -- [options]

  --port PORT     the board's serial port, such as /dev/ttyACM0 or COM3; needed when several boards are connected
  --board NAME    ${BOARDS.map(({ name }) => name).join(", ")} (${BOARDS[0]?.name})
  --follow-mqtt   show the gateway's topics beside it, from the board's broker
  --broker URL    from this broker instead: mqtt://user:password@host:port
  --help          print this

Exit codes: 0 ended by Ctrl-C, 2 anything else.`;

const OPTIONS = {
  port: { type: "string" },
  board: { type: "string" },
  "follow-mqtt": { type: "boolean", default: false },
  broker: { type: "string" },
  help: { type: "boolean", default: false },
} as const;

/** Null when the help was asked for. Throws a DeviceError. */
export function parseMonitorOptions(args: string[]): MonitorOptions | null {
  const values = parseOptions("monitor", args, OPTIONS);
  if (values.help) return null;
  const broker = values.broker === undefined ? null : parseBrokerUrl(values.broker);
  if (values.broker !== undefined && broker === null) {
    throw new DeviceError(
      "--broker is no broker: write mqtt://host or mqtt://user:password@host:port, mqtts:// with TLS.",
      EXIT_ENVIRONMENT,
    );
  }
  return {
    board: boardNamed(values.board),
    port: values.port,
    followMqtt: values["follow-mqtt"] || broker !== null,
    broker,
  };
}
