// The modem's view of the network: registration as +CREG tells it, and AT+CFUN's level.

import type { Sim800Settings } from "./settings.ts";

/** +CREG's stat: 0 idle, 1 home, 2 searching, 3 denied, 4 unknown, 5 roaming. */
export type Registration = 0 | 1 | 2 | 3 | 4 | 5;

export class Radio {
  stat: Registration = 0;
  /** 0 minimum, 1 full, 4 flight mode. */
  cfun: 0 | 1 | 4 = 1;
  /** The level that outlives a reset, in the modem's flash: 0 is never kept. */
  keptCfun: 1 | 4 = 1;
  /** What the network gives this SIM once the modem has searched. */
  offered: Registration;

  constructor(
    private readonly settings: Pick<Sim800Settings, "registration" | "rssi">,
    private readonly changed: (stat: Registration) => void,
  ) {
    this.offered = settings.registration;
  }

  get registered(): boolean {
    return this.stat === 1 || this.stat === 5;
  }

  /** +CSQ's first number: unknown unless the modem hears the network. */
  get rssi(): number {
    return this.stat === 0 ? 99 : this.settings.rssi;
  }

  set(stat: Registration): void {
    if (stat === this.stat) return;
    this.stat = stat;
    this.changed(stat);
  }

  setLevel(level: 0 | 1 | 4): void {
    this.cfun = level;
    if (level !== 0) this.keptCfun = level;
  }
}
