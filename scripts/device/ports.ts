// Which serial port the board is at: by the USB ids of its board file; the board's own word comes later.
import { BOARDS, type Identity, type UsbId } from "../../firmware-ts/boards/index.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "./device-error.ts";
import { boardInDriveMode, driveModeSentence, hex } from "./drive-mode.ts";
import { call, type Mpremote } from "./mpremote.ts";

export interface FoundPort {
  /** `/dev/ttyACM0`, `COM3`. */
  readonly path: string;
  /** The USB device's, which outlives a restart; null unknown. */
  readonly serialNumber: string | null;
  /** Null for what is no USB device. */
  readonly usb: UsbId | null;
}

/** All serial ports of this computer. */
export async function listPorts(mpremote: Mpremote): Promise<FoundPort[]> {
  const { status, stdout } = await call(mpremote, ["connect", "list"]);
  return status === 0 ? parsePorts(stdout) : [];
}

/** Lines of `mpremote connect list`: path, serial number or None, ids, names. */
export function parsePorts(text: string): FoundPort[] {
  const lines = [...text.matchAll(/^(\S+) (\S+) ([0-9a-f]{4}):([0-9a-f]{4})\b/gm)];
  return lines.map(([, path = "", serial = "", vendor = "", product = ""]) => {
    const usb = { vendor: Number.parseInt(vendor, 16), product: Number.parseInt(product, 16) };
    return { path, serialNumber: serial === "None" ? null : serial, usb: usb.vendor === 0 ? null : usb };
  });
}

/**
 * The port to use: the one that was asked for, or the only one with the board's ids. Throws a DeviceError that says what
 * is there instead.
 */
export function choosePort(ports: readonly FoundPort[], board: Identity, wanted: string | undefined): FoundPort {
  if (wanted !== undefined) return namedPort(ports, board, wanted);
  const [port, ...others] = ports.filter(({ usb }) => isSame(usb, board.usb));
  if (port === undefined) throw nothingFound(ports, board);
  if (others.length === 0) return port;
  const list = [port, ...others].map(({ path, serialNumber }) => `  --port ${path}   (serial number ${serialNumber})`);
  throw new DeviceError(`${list.length} boards are connected. Say which one:\n${list.join("\n")}`, EXIT_ENVIRONMENT);
}

/** A port by its name may be no USB device, and then has no ids. */
function namedPort(ports: readonly FoundPort[], board: Identity, wanted: string): FoundPort {
  const port = ports.find(({ path }) => path === wanted) ?? { path: wanted, serialNumber: null, usb: null };
  const other = otherBoard(port, board);
  if (other) throw wrongBoard(other, port, board);
  return port;
}

function nothingFound(ports: readonly FoundPort[], board: Identity): DeviceError {
  for (const port of ports) {
    const other = otherBoard(port, board);
    if (other) return wrongBoard(other, port, board);
  }
  const waiting = boardInDriveMode(BOARDS);
  if (waiting) return new DeviceError(driveModeSentence(waiting), EXIT_ENVIRONMENT);
  const seen = ports.flatMap(({ path, usb }) => (usb ? [`${path} (${hex(usb.vendor)}:${hex(usb.product)})`] : []));
  return new DeviceError(
    `No ${board.title} is connected.\n` +
      (seen.length > 0 ? `  What is there: ${seen.join(", ")}.\n` : "") +
      "  Is it plugged in, by a cable that carries data and not only power? Is MicroPython on it? Without MicroPython it\n" +
      `  shows a drive when BOOTSEL is held while it is plugged in: copy MicroPython for ${board.download} onto that.\n` +
      "  A board whose port has other ids is named by --port.",
    EXIT_ENVIRONMENT,
  );
}

/** Which of the other boards this port's ids belong to. */
function otherBoard({ usb }: FoundPort, board: Identity): Identity | undefined {
  return usb === null || isSame(usb, board.usb) ? undefined : BOARDS.find((other) => isSame(usb, other.usb));
}

function wrongBoard(other: Identity, { path }: FoundPort, board: Identity): DeviceError {
  return new DeviceError(
    `At ${path} is a ${other.title}, but dist/ was built for ${board.title}: nothing was written.\n` +
      `  npm run build -- --board ${other.name}, then npm run flash -- --board ${other.name}`,
    1,
  );
}

function isSame(a: UsbId | null, b: UsbId): boolean {
  return a !== null && a.vendor === b.vendor && a.product === b.product;
}
