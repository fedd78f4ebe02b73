// Which MicroPython a board runs, and whether the gateway may run on it.
import type { Identity } from "../../firmware-ts/boards/index.ts";
import { DeviceError } from "./device-error.ts";

/** Of which versions (1.x, from and to) what does not work. */
const SHORTCOMINGS: readonly (readonly [from: number, to: number, what: string])[] = [
  [26, 27, "the gateway can hang, and be restarted by its watchdog, when Wi-Fi goes away (micropython#18797)"],
  [24, 24, "octets of the modem can be lost in a long burst"],
];
/** The minor version of the oldest 1.x that the gateway runs on. */
export const OLDEST = 24;
const ADVISED = 28;

export type Verdict = { readonly kind: "good" } | { readonly kind: "works"; readonly warning: string };

/** Throws a DeviceError for a version that the gateway does not run on. */
export function judgeMicroPython(release: string, board: Identity): Verdict {
  const [major = 0, minor = 0] = release.split(".").map((part) => Number.parseInt(part, 10));
  if (major > 1 || minor >= ADVISED) return { kind: "good" };
  const advice = `Put 1.${ADVISED} or newer on it: micropython.org/download/${board.download}`;
  if (minor < OLDEST) {
    throw new DeviceError(
      `The board runs MicroPython ${release}, which is too old for the gateway: nothing was written.\n` +
        `  ${advice} (hold BOOTSEL while you plug it in, then copy the file onto the drive).`,
    );
  }
  const known = SHORTCOMINGS.filter(([from, to]) => minor >= from && minor <= to);
  const what = known.length > 0 ? `: ${known.map(([, , text]) => text).join("; ")}` : "";
  return { kind: "works", warning: `MicroPython ${release} is older than advised${what}. ${advice}.` };
}

/** Throws a DeviceError unless the board says that it is this one. */
export function requireBoard(machine: string, board: Identity): void {
  if (machine === board.machine) return;
  throw new DeviceError(
    `The board says that it is "${machine}", but dist/ was built for ${board.title}: nothing was written.\n` +
      "  Build for the board that is connected (npm run build -- --board NAME), or connect the other one.",
  );
}
