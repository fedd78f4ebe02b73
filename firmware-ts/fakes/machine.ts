// Stand-in for MicroPython's machine module.
import { OSError, world } from "./world.ts";

const EIO = 5;

export class Pin {
  static readonly IN = 0 as const;
  static readonly OUT = 1 as const;
  static readonly OPEN_DRAIN = 2 as const;
  static readonly PULL_UP = 1 as const;
  private level: 0 | 1 = 1;

  constructor(
    readonly id: number | string,
    readonly mode: number = Pin.IN,
    readonly pull: number = 0,
  ) {}

  value(): 0 | 1 {
    return this.mode === Pin.IN ? world.levelOf(this.id) : this.level;
  }

  on(): void {
    this.level = 1;
    world.pinSet(this.id, 1, this.mode === Pin.OPEN_DRAIN);
  }

  off(): void {
    this.level = 0;
    world.pinSet(this.id, 0, this.mode === Pin.OPEN_DRAIN);
  }
}

export class UART {
  constructor(
    readonly id: number,
    readonly options: { baudrate: number; tx: Pin; rx: Pin; rxbuf: number },
  ) {}

  init({ baudrate }: { baudrate: number }): void {
    world.onBaud(baudrate);
  }

  any(): number {
    return world.serial.available();
  }

  readinto(buffer: Uint8Array, count: number): number | null {
    if (count > this.any()) throw new Error("This read would wait for more.");
    const octets = world.serial.read(count);
    buffer.set(octets);
    return octets.length === 0 ? null : octets.length;
  }

  write(data: Uint8Array): number {
    world.serial.onWrite(Uint8Array.from(data));
    return data.length;
  }
}

export class I2C {
  constructor(
    readonly id: number,
    readonly options: { sda: Pin; scl: Pin; freq: number; timeout: number },
  ) {}

  /** Takes nine bits of time for each octet, as the bus does. */
  writeto(address: number, data: Uint8Array): number {
    if (address !== world.displayAddress) throw new OSError(EIO);
    world.displayWrite(Uint8Array.from(data));
    world.advance((data.length * 9000) / this.options.freq);
    return data.length;
  }
}

export class WDT {
  private readonly watch: { timeoutMs: number; fedAt: number };

  constructor(options: { timeout: number }) {
    this.watch = { timeoutMs: options.timeout, fedAt: world.now };
    world.watchdog = this.watch;
  }

  feed(): void {
    this.watch.fedAt = world.now;
  }
}

/** Nothing here waits so long that a timer would have to do something meanwhile. */
export class Timer {
  static readonly PERIODIC = 1 as const;

  constructor(readonly id: number) {}

  init(_options: { period: number; mode: number; callback: (timer: Timer) => void }): void {}

  deinit(): void {}
}

export class RTC {
  datetime(when: readonly number[]): void {
    world.calendar = when;
  }
}

export const PWRON_RESET = 1 as const;

export function reset_cause(): number {
  return world.resetCause;
}

export function unique_id(): Uint8Array {
  return Uint8Array.of(0xe6, 0x61, 0x38, 0x52, 0x83, 0x1c, 0x5a, 0x2f);
}

/** The board starts again: nothing after this call runs. */
export function reset(): never {
  world.restarts += 1;
  throw new Error("The board was reset.");
}

void ({
  Pin,
  UART,
  I2C,
  WDT,
  Timer,
  RTC,
  PWRON_RESET,
  reset_cause,
  unique_id,
  reset,
} satisfies typeof import("machine"));
