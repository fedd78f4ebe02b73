// The modem's supply: warnings, the automatic power-down, and a brown-out that needs no words.
// Source: SIM800L Hardware Design V1.00, 4.1.3 and 4.2.3: warnings from 3.5 V down and from 4.3 V up, power-down below
// 3.4 V and above 4.4 V.

import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { Sim800Settings } from "./settings.ts";

const POWER_DOWN_LOW_MV = 3_400;
const WARNING_LOW_MV = 3_500;
const WARNING_HIGH_MV = 4_300;
const POWER_DOWN_HIGH_MV = 4_400;

export interface Supplied {
  readonly settings: Sim800Settings;
  readonly powered: boolean;
  unsolicited(text: string): void;
  powerOn(): void;
  /** Its last words are still sent. */
  powerDown(): void;
  powerOff(): void;
}

export class Supply {
  millivolts: number;
  private wentDown = false;
  private warning: Scheduled | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly modem: Supplied,
  ) {
    this.millivolts = modem.settings.supplyMv;
  }

  /** The supply's voltage from now on. */
  set(millivolts: number): void {
    this.millivolts = millivolts;
    if (this.warning) this.clock.cancel(this.warning);
    this.warning = undefined;
    if (this.isGood) return this.comeBack();
    if (this.modem.powered) this.judge();
  }

  /** As when a burst of the modem's own pulls the supply down: `millivolts` for `ms`, then as before. */
  sag(millivolts: number, ms: number): void {
    const before = this.millivolts;
    this.set(millivolts);
    this.clock.in(ms, () => this.set(before));
  }

  private get isGood(): boolean {
    return this.millivolts >= POWER_DOWN_LOW_MV && this.millivolts <= POWER_DOWN_HIGH_MV && this.side === null;
  }

  private get side(): "UNDER" | "OVER" | null {
    if (this.millivolts <= WARNING_LOW_MV) return "UNDER";
    return this.millivolts >= WARNING_HIGH_MV ? "OVER" : null;
  }

  private comeBack(): void {
    if (!this.wentDown) return;
    this.wentDown = false;
    if (this.modem.settings.behaviour.powerKeyTied) this.modem.powerOn();
  }

  private judge(): void {
    const { brownOutMv, behaviour, timing } = this.modem.settings;
    if (this.millivolts < brownOutMv) return this.goDown(() => this.modem.powerOff());
    const beyond = this.millivolts < POWER_DOWN_LOW_MV || this.millivolts > POWER_DOWN_HIGH_MV;
    if (beyond && behaviour.automaticPowerDown) {
      this.modem.unsolicited(`${this.side}-VOLTAGE POWER DOWN`);
      return this.goDown(() => this.modem.powerDown());
    }
    this.modem.unsolicited(`${this.side}-VOLTAGE ${behaviour.warningWord}`);
    this.warning = this.clock.in(timing.supplyWarningMs, () => {
      this.warning = undefined;
      if (this.modem.powered) this.judge();
    });
  }

  private goDown(how: () => void): void {
    this.wentDown = true;
    how();
  }
}
