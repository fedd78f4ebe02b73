// MicroPython's network module, as on the Pico W (CYW43439) and on an ESP32-C3: of a value that differs both.
declare module "network" {
  /** The interface of the station, and that of the board's own access point, as an argument of WLAN. */
  export const STA_IF: 0;
  export const AP_IF: 1;
  /** What `status()` says when the network cannot be found, and when it refuses the password. */
  export const STAT_NO_AP_FOUND: -2 | 201;
  export const STAT_WRONG_PASSWORD: -3 | 202;

  export interface WlanPower {
    pm: number;
  }
  /**
   * Of the board's own access point; what is left out stays as it was. On a Pico W it was at the start MicroPython's default:
   * PICOxxxx with a key that everybody knows (ports/rp2/main.c). So: config() before active(True), always.
   */
  export interface AccessPointSettings {
    /** 32 octets at most. */
    ssid?: string;
    /** 8 to 63 characters. */
    key?: string;
    security?: number;
    channel?: int<1, 13>;
  }
  /** Of a phone that has joined: the address of its radio first, on some boards its strength after that. */
  export type Station = readonly [ReadonlyUint8Array];
  /** Name as octets, address of the radio, channel, strength in dBm, kind of security, and what differs from board to board. */
  export type ScanEntry = readonly [ReadonlyUint8Array, ReadonlyUint8Array, number, int<-128, 127>, number, number];
  /** Address, and what is known of it. */
  export type Address6 = readonly [string, number, number, number];
  export class WLAN {
    /** No power save: the link stays quick, and does not go dead when idle. */
    static readonly PM_NONE: 0 | 16;
    /** Kinds of security for config() of an access point. */
    static readonly SEC_OPEN: 0;
    static readonly SEC_WPA_WPA2: 0x400006 | 4;
    constructor(id: 0 | 1);
    active(on: boolean): void;
    /** Of an access point: on, and somebody has joined it. */
    isconnected(): boolean;
    /** One of the STAT_ numbers: -3 to 3 on the Pico W, 200 to 1010 on an ESP32. */
    status(): int<-3, 1010>;
    /** Of an access point: who has joined it. */
    status(what: "stations"): readonly Station[];
    /** @param key null for an open network */
    connect(ssid: string, key: string | null): void;
    disconnect(): void;
    /** Address, mask, gateway and name server, in four numbers with dots; an address of 0.0.0.0 is none. */
    ifconfig(): readonly string[];
    /** Ends DHCP. @param address address, mask, gateway and name server, in dotted decimals */
    ifconfig(address: readonly string[]): void;
    /** @kwargs options */
    config(options: WlanPower): void;
    /** Of an access point that is on: it goes off and on again. @kwargs options */
    config(options: AccessPointSettings): void;
    /** Looks around, for 10 s at most; what is joined stays joined. */
    scan(): readonly ScanEntry[];
    /** The interface's IPv6 addresses, the link's own among them. */
    ipconfig(what: "addr6"): readonly Address6[];
  }
  /** The name server that DHCP told of; of several the first. */
  export function ipconfig(what: "dns"): string;
  /** Sets the country, two capital letters, for the channels that are allowed. */
  export function country(code: string): void;
}
