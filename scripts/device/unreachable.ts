// Why a serial port cannot be opened, in words that say what to do.
import { existsSync } from "node:fs";
import { DeviceError, EXIT_ENVIRONMENT } from "./device-error.ts";
import { holdersOf } from "./port-holder.ts";

/** Why a port cannot be opened. */
export async function unreachable(port: string): Promise<DeviceError> {
  if (!existsSync(port) && process.platform !== "win32") {
    return new DeviceError(
      `There is no ${port}.\n  Is the board plugged in, by a cable that carries data and not only power?`,
      EXIT_ENVIRONMENT,
    );
  }
  const holders = await holdersOf(port);
  if (holders.length > 0) {
    return new DeviceError(
      `${port} is in use by ${holders.join(" and ")}.\n  Close it (a serial monitor, Thonny, another npm run monitor), then again.`,
      EXIT_ENVIRONMENT,
    );
  }
  return new DeviceError(
    `${port} cannot be opened: another program holds it, or you may not use it.\n` +
      "  Close serial monitors and Thonny. On Linux you must belong to the group that owns the port:\n" +
      "  sudo usermod -a -G dialout $USER, then log in again.",
    EXIT_ENVIRONMENT,
  );
}
