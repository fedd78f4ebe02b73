// machine.Pin and machine.I2C on what is wired to the board.

import { MODEM_RESET_PIN } from "../models/gateway-hardware.ts";
import type { I2cBus } from "../models/i2c-bus.ts";
import type { Level, PinDevice } from "../models/pin.ts";
import type { BridgeFunctions, VmMemory } from "./bridge.ts";
import type { SimClock } from "./clock.ts";
import { DISPLAY_PINS, I2C_PINS } from "./pico-pins.ts";

/** machine.Pin's modes and pulls (ports/rp2/machine_pin.c). */
const MODE = { IN: 0, OUT: 1, OPEN_DRAIN: 2 } as const;
const PULL_UP = 1;

const LED = "LED";

/** The SIM800's RST has a pull-up of its own to 2.8 V; 3.3 V on it flow into the module (SIM800L Hardware Design, reset function). */
const RESET_DRIVEN_HIGH = "GP26 drives the modem's RST high: it may only be pulled low or let go (open drain)";

interface PinState {
  mode: number;
  pull: number;
  /** The output register. */
  value: Level;
}

/** Wires, as GatewayHardware offers them. */
export interface Wiring {
  pin(id: number | "LED"): PinDevice | undefined;
  i2cBus(id: number): I2cBus | undefined;
}

/** A change of the LED: a request to the Wi-Fi chip and its answer, 1 ms (arduino-pico#1782). */
const LED_MS = 1;
/** Its firmware is loaded first; how long that takes nobody states, so this is a guess on the safe side. */
const WIFI_CHIP_START_MS = 400;

/** `onFault` hears of what would harm the hardware; `isChipUp` says whether the Wi-Fi chip has its firmware. */
export function pinFunctions(
  clock: SimClock,
  wiring: Wiring,
  onFault: (text: string) => void,
  isChipUp: () => boolean,
): BridgeFunctions {
  let hasLitBefore = false;
  const states = new Map<number | "LED", PinState>();
  const idOf = (number: number) => (number < 0 ? LED : number);
  const state = (id: number | "LED") => {
    const known = states.get(id) ?? { mode: MODE.IN, pull: 0, value: 0 };
    states.set(id, known);
    return known;
  };

  /** What the board puts on the wire: an open drain only ever pulls down. */
  const drive = (id: number | "LED") => {
    const { mode, value } = state(id);
    const drives = mode === MODE.OUT || (mode === MODE.OPEN_DRAIN && value === 0);
    if (drives && value === 1 && id === MODEM_RESET_PIN) onFault(RESET_DRIVEN_HIGH);
    wiring.pin(id)?.boardDrives(drives ? value : undefined);
  };

  return {
    pin_init: (number: number, mode: number, pull: number, value: number) => {
      const pin = state(idOf(number));
      if (value >= 0) pin.value = value ? 1 : 0;
      if (mode >= 0) pin.mode = mode;
      if (pull >= 0) pin.pull = pull;
      drive(idOf(number));
      return null;
    },
    pin_get: (number: number) => {
      clock.look();
      const { mode, pull, value } = state(idOf(number));
      if (mode === MODE.OUT) return value;
      if (mode === MODE.OPEN_DRAIN && value === 0) return 0;
      return wiring.pin(idOf(number))?.level() ?? (pull === PULL_UP ? 1 : 0);
    },
    pin_set: (number: number, value: number) => {
      clock.look();
      const id = idOf(number);
      if (id === LED) {
        clock.wait(clock.now() + (isChipUp() || hasLitBefore ? LED_MS : WIFI_CHIP_START_MS));
        hasLitBefore = true;
      }
      state(id).value = value ? 1 : 0;
      drive(id);
      return null;
    },
  };
}

/** 1 for a wrong SCL pin, 2 for a wrong SDA pin. */
export const BAD_SCL_PIN = 1;
export const BAD_SDA_PIN = 2;

export function i2cFunctions(clock: SimClock, memory: VmMemory, wiring: Wiring): BridgeFunctions {
  const wired = new Map<number, I2cBus | undefined>();
  const timeouts = new Map<number, number>();
  return {
    i2c_check: (id: number, scl: number, sda: number) => {
      const pins = I2C_PINS[id as 0 | 1];
      if (!(pins.scl as readonly number[]).includes(scl)) return BAD_SCL_PIN;
      return (pins.sda as readonly number[]).includes(sda) ? 0 : BAD_SDA_PIN;
    },
    i2c_open: (id: number, scl: number, sda: number, timeoutUs: number) => {
      timeouts.set(id, timeoutUs);
      wired.set(id, scl === DISPLAY_PINS.scl && sda === DISPLAY_PINS.sda ? wiring.i2cBus(id) : undefined);
      return null;
    },
    /** The next address that answers from `from` on, or -1. */
    i2c_scan: (id: number, from: number) =>
      wired
        .get(id)
        ?.scan()
        .find((address) => address >= from) ?? -1,
    i2c_write: (id: number, address: number, from: number, length: number, frequencyHz: number) => {
      const bus = wired.get(id);
      const EIO = 5;
      if (!bus) return -EIO;
      const written = bus.write(address, memory.copy(from, length));
      const heldMs = (timeouts.get(id) ?? 0) / 1000;
      const tookMs = bus.isHeld() ? heldMs : bus.writeTimeMs(Math.max(written, 0), frequencyHz);
      clock.wait(clock.now() + tookMs);
      return written;
    },
  };
}
