// How a virtual board is set up: plain data, as it goes to the worker.
import type { HardwareOptions } from "../models/gateway-hardware.ts";

export interface AccessPoint {
  ssid: string;
  /** Null for an open network. */
  key: string | null;
  /** dBm */
  rssi?: number;
  channel?: number;
  /** It does not tell its name: a scan finds one without a name, and it can be joined all the same. */
  hidden?: boolean;
}

export interface WifiFaults {
  /** Each attempt to join stays at this status: 1 joining, 2 joined without an address; null: it goes on. */
  stuckAt: 1 | 2 | null;
  /** So many attempts more are refused, as with a wrong password. */
  refusals: number;
  /** A radio that hangs finds no network until it is turned off and on; null: it does not hang, and "reset" needs the board's. */
  hangs: "radio" | "reset" | null;
  /** The link says that it is up, and carries nothing, until it is joined anew. */
  dead: boolean;
}

export const NO_WIFI_FAULTS: WifiFaults = { stuckAt: null, refusals: 0, hangs: null, dead: false };

export interface WifiOptions {
  /** The networks in reach; 'any': every name and password is right. */
  accessPoints: AccessPoint[] | "any";
  /** From connect() to being associated. */
  joinMs: number;
  /** From being associated to an address. */
  dhcpMs: number;
  /** How long WLAN.scan() blocks. */
  scanMs: number;
  /** The board's address by DHCP. */
  address: string;
  /** The name server that DHCP tells of. */
  nameServer: string;
  /** Its IPv6 addresses; that of its link alone in most networks. */
  addresses6: string[];
  /** Between the board's own access point and a phone, one way. */
  airMs: number;
  /** After how long a phone is back that has lost the board's access point, because that was off or has moved; null: never. */
  phonesReturnMs: number | null;
}

/** A Pico W in an ordinary home: 3 s to join, 1 s of DHCP; a scan takes all channels in turn. */
export const WIFI_DEFAULTS: WifiOptions = {
  accessPoints: "any",
  joinMs: 3000,
  dhcpMs: 1000,
  scanMs: 10_000,
  address: "10.0.0.2",
  nameServer: "10.0.0.1",
  addresses6: ["FE80::2ACD:C1FF:FE00:1"],
  airMs: 3,
  phonesReturnMs: 5_000,
};

export interface FlashOptions {
  /** Folder of the host that keeps the flash from run to run; in memory when not said. */
  dir?: string;
  /** How long interrupts are off for each erase, in ms: 45 is typical, 400 the maximum (W25Q16JV). */
  eraseMs: number;
  /** The supply fails at this flash operation, counted from 1 since the bench was made; never when not said. */
  cutAt?: number;
  /** Every write is refused. */
  readOnly?: boolean;
}

export const FLASH_DEFAULTS: FlashOptions = { eraseMs: 45 };

export interface NetworkOptions {
  /** 'host': real sockets of this machine. 'model': servers inside the worker, for virtual time. */
  kind: "host" | "model";
  /** With 'host': what a name or address of the board's settings means here, 'host:port' to 'host:port'. */
  redirect?: Record<string, string>;
  /** With 'host': names of the board's settings, and their addresses; others are asked of this machine. */
  names?: Record<string, string>;
  /** With 'model': there and back, in ms. */
  roundTripMs: number;
  /** With 'model': where the MQTT broker listens. */
  brokerPort: number;
  /** How long the processor computes for a TLS handshake, in ms: a chain with an intermediate of P-384 takes 2,600. */
  handshakeMs: number;
  /** With 'model': what the time server tells at the bench's beginning, in ms since 1970; null: it says nothing. */
  timeEpochMs: number | null;
}

export const NETWORK_DEFAULTS: NetworkOptions = {
  kind: "host",
  roundTripMs: 10,
  brokerPort: 1883,
  handshakeMs: 2600,
  timeEpochMs: null,
};

export interface BoardOptions {
  /** What is on the board's flash beside what `flash.dir` keeps: a folder such as dist/device, or files by their path. */
  firmware: string | Record<string, string | Uint8Array>;
  /** Written as /settings.json. */
  settings?: unknown;
  /** 'real' when not said. */
  time?: "real" | "virtual";
  /**
   * In virtual time: the most virtual milliseconds in one real one; no limit when not said, 1 with real sockets. While
   * somebody outside speaks with the board, and for 2 s after, it is 1 anyhow: who thinks longer, as a browser under test, sets it.
   */
  speed?: number;
  /** In virtual time: it goes on while the processor computes, as long as an RP2040 would take (processor.ts). */
  charged?: boolean;
  /** The VM of a charged board, for a profile, made to tell its frames (make-vm.ts). */
  profiledVm?: Uint8Array<ArrayBuffer>;
  flash?: Partial<FlashOptions>;
  wifi?: Partial<WifiOptions>;
  network?: Partial<NetworkOptions>;
  hardware?: HardwareOptions;
  /** Bytes free after start; those of a Pico W when not said. */
  heapBytes?: number;
  /** Plain calls above each other before a RuntimeError; 28 on a board. No limit of the board's when not said. */
  depthMax?: number;
  /** What os.uname() says; a Pico W with MicroPython 1.28.0 when not said. */
  micropython?: { release?: string; machine?: string };
  /** Seed of everything random on the board. */
  seed?: number;
  /** What ticks_ms() starts at, to see it wrap at 2^30. */
  ticksStartMs?: number;
  /** 16 hex digits, machine.unique_id(). */
  uniqueId?: string;
}
