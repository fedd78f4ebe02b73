// What the main thread and the worker of a board tell each other: plain data that can be cloned.
import type { GuestCommand, GuestEvent } from "../models/access-point/guests.ts";
import type { PhoneCommand, PhoneEvent } from "../models/access-point/phone-messages.ts";
import type { SoftApReport } from "../models/access-point/soft-ap.ts";
import type { HardwareCommand, HardwareEvent } from "../models/hardware-messages.ts";
import type { InternetChange } from "../models/network/internet.ts";
import type { AccessPoint, WifiFaults } from "./board-options.ts";
import type { NetworkEvent, NetworkRequest } from "./network-messages.ts";
import type { EndReason } from "./session-end.ts";
import type { UsbHost } from "./usb-output.ts";

/** To the worker; `id` asks for a reply. */
export type BoardCommand =
  | { kind: "power"; id: number; on: boolean; modemToo: boolean }
  | { kind: "run-until"; atMs: number | null }
  | { kind: "hardware"; id: number; command: HardwareCommand }
  | { kind: "board"; id: number; command: OwnCommand }
  | { kind: "broker"; id: number; method: string; values: unknown[] }
  | { kind: "network"; event: NetworkEvent }
  | { kind: "phones"; id: number; command: PhoneCommand }
  | { kind: "guest"; command: GuestCommand }
  | { kind: "stdin"; bytes: Uint8Array };

/** What the board itself can be told, beside its hardware. */
export type OwnCommand =
  /** → BoardState */
  | { do: "state" }
  | { do: "access-points"; accessPoints: AccessPoint[] | "any" }
  /** The access point vanishes, or is there again. */
  | { do: "wifi-link"; up: boolean }
  /** With a model for a network: packets vanish behind the access point, and nobody is told. */
  | { do: "cable"; up: boolean }
  | { do: "wifi-faults"; faults: Partial<WifiFaults> }
  /** From a request to an address, from now on. */
  | { do: "wifi-dhcp"; ms: number }
  /** DHCP gives the board another one. */
  | { do: "wifi-address"; address: string }
  /** With the network 'model': which hosts answer connections; null: all of them. */
  | { do: "hosts"; addresses: string[] | null }
  /** With the network 'model': name servers and time server. → InternetReport */
  | { do: "internet"; change: InternetChange }
  | { do: "flash-cut-at"; operation: number | null }
  | { do: "profile-begin" }
  /** → ProfileEntry[] */
  | { do: "profile" }
  /** → HoldUp[] */
  | { do: "hold-ups" }
  /** Who has the USB serial port open. → how often, and how long in all, a write has waited for it: { count, ms } */
  | { do: "usb-host"; host: UsbHost }
  | { do: "flash-erase-ms"; ms: number }
  | { do: "flash-read-only"; on: boolean }
  /** With files of somebody else's: its blocks, or the root's own as well; "nothing" takes them away again. */
  | { do: "flash-fill"; with: "nothing" | "blocks" | "all" }
  /** Files by path. → Record<string, Uint8Array> */
  | { do: "flash-read" }
  | { do: "flash-write"; path: string; contents: Uint8Array };

/** From the worker. */
export type BoardMessage =
  | { kind: "ready" }
  | { kind: "reply"; id: number; result?: unknown; error?: string }
  | { kind: "horizon"; atMs: number }
  | { kind: "vm"; memory: SharedArrayBuffer; schedStateAddress: number }
  | { kind: "network"; request: NetworkRequest }
  | { kind: "phone"; event: PhoneEvent }
  | { kind: "guest"; event: GuestEvent }
  /** Bytes for a modem behind the bridge. */
  | { kind: "hardware"; event: HardwareEvent }
  | { kind: "stdout"; bytes: Uint8Array }
  | { kind: "event"; event: BoardEvent };

/** One entry of a board's log; `atMs` is milliseconds since the bench was made, in the board's time. */
export type BoardEvent = { atMs: number } & (
  | { type: "power"; on: boolean }
  /** Python starts; `cause` as machine.reset_cause(): 1 power-on, 3 watchdog or reset. */
  | { type: "boot"; cause: number; freeBytes: number; bootWallMs: number }
  | { type: "end"; reason: EndReason }
  /** main.py ended, by itself or by an exception whose traceback stands before this in the log. */
  | { type: "prompt" }
  /** A line on the USB serial port. */
  | { type: "stdout"; text: string }
  | { type: "uart"; direction: "to-modem" | "from-modem"; text: string }
  | {
      type: "flash";
      operation: "write" | "create" | "rename" | "remove" | "mkdir" | "rmdir";
      path: string;
      bytes: number;
    }
  | { type: "wifi"; state: string }
  | { type: "socket"; operation: string; socket: number; detail: string }
  /** Something that would harm a real board, or that it would not survive. */
  | { type: "fault"; text: string }
);

export interface BoardState {
  nowMs: number;
  powered: boolean;
  /** Python runs main.py. */
  running: boolean;
  resetCause: number;
  boots: number;
  wifi: { active: boolean; status: number; link: boolean; ssid: string; address: string };
  /** The board's own. */
  accessPoint: SoftApReport;
  sockets: { tcp: number; udp: number };
  flash: { operations: number; eraseMs: number; usedBytes: number };
  /** Deepest calls since the board started, see VmDepth. */
  depth: { frames: number; stackBytes: number; plainCalls: number };
  watchdog: { timeoutMs: number; longestGapMs: number } | null;
  /** Looks at the clock and calls of the bridge, the same for the same run in virtual time. */
  hooks: number;
}
