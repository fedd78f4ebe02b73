// MicroPython's network module, as on the Pico W (CYW43439).
declare module "network" {
  /** The interface of the station, as an argument of WLAN. */
  export const STA_IF: 0;

  export interface WlanPower {
    pm: number;
  }
  export class WLAN {
    /** No power save: the link stays quick, and does not go dead when idle. */
    static readonly PM_NONE: 16;
    constructor(id: 0);
    active(on: boolean): void;
    isconnected(): boolean;
    /** 0 idle, 1 joining, 2 without an address, 3 up, -1 failed, -2 no such network, -3 wrong password */
    status(): int<-3, 3>;
    /** @param key null for an open network */
    connect(ssid: string, key: string | null): void;
    disconnect(): void;
    /** @kwargs options */
    config(options: WlanPower): void;
  }
  /** Sets the country, two capital letters, for the channels that are allowed. */
  export function country(code: string): void;
}
