// MicroPython's network module, as on the Pico W (CYW43439) and on an ESP32-C3: of a value that differs both.
declare module "network" {
  /** The interface of the station, as an argument of WLAN. */
  export const STA_IF: 0;
  /** What `status()` says when the network cannot be found, and when it refuses the password. */
  export const STAT_NO_AP_FOUND: -2 | 201;
  export const STAT_WRONG_PASSWORD: -3 | 202;

  export interface WlanPower {
    pm: number;
  }
  export class WLAN {
    /** No power save: the link stays quick, and does not go dead when idle. */
    static readonly PM_NONE: 0 | 16;
    constructor(id: 0);
    active(on: boolean): void;
    isconnected(): boolean;
    /** One of the STAT_ numbers: -3 to 3 on the Pico W, 200 to 1010 on an ESP32. */
    status(): int<-3, 1010>;
    /** @param key null for an open network */
    connect(ssid: string, key: string | null): void;
    disconnect(): void;
    /** Address, mask, gateway and name server, in four numbers with dots; an address of 0.0.0.0 is none. */
    ifconfig(): readonly string[];
    /** @kwargs options */
    config(options: WlanPower): void;
  }
  /** Sets the country, two capital letters, for the channels that are allowed. */
  export function country(code: string): void;
}
