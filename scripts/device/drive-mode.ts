// A board that waits for a UF2 file: its boot ROM shows a drive, and there is no serial port.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { Identity } from "../../firmware-ts/boards/index.ts";

/** Where this computer keeps such things. */
export interface DrivePlaces {
  /** Linux's list of USB devices. */
  readonly usbDevices: string;
  /** Folders in which drives are mounted, each under its name. */
  readonly mounts: readonly string[];
}

export function drivePlaces(): DrivePlaces {
  const { username } = userInfo();
  return {
    usbDevices: "/sys/bus/usb/devices",
    mounts: [`/media/${username}`, `/run/media/${username}`, "/media", "/mnt", "/Volumes"],
  };
}

/** The first of `boards` that is in drive mode; undefined when none is. */
export function boardInDriveMode(
  boards: readonly Identity[],
  places: DrivePlaces = drivePlaces(),
): Identity | undefined {
  const ids = usbIds(places.usbDevices);
  return boards.find(({ driveMode, driveName }) => {
    if (driveMode === null || driveName === null) return false;
    const isAttached = ids.includes(`${hex(driveMode.vendor)}:${hex(driveMode.product)}`);
    return isAttached || places.mounts.some((folder) => existsSync(join(folder, driveName, "INFO_UF2.TXT")));
  });
}

/** What the person at a board in drive mode does next. */
export function driveModeSentence({ title, driveName, download }: Identity): string {
  return (
    `A ${title} is in drive mode (${driveName}): MicroPython is not installed on it, or BOOTSEL was held.\n` +
    `  Download MicroPython for ${download} from micropython.org/download/${download} (1.28 or newer, the .uf2 file)\n` +
    `  and copy it onto the drive ${driveName}. The board restarts by itself; then run the command again.`
  );
}

function usbIds(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map(
    (device) => `${word(folder, device, "idVendor")}:${word(folder, device, "idProduct")}`,
  );
}

function word(folder: string, device: string, name: string): string {
  try {
    return readFileSync(join(folder, device, name), "utf8").trim();
  } catch {
    return "";
  }
}

export function hex(id: number): string {
  return id.toString(16).padStart(4, "0");
}
