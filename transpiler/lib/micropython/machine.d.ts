// MicroPython's machine module, as on the Pico W and on an ESP32-C3: the members that programs use, and of a value that
// differs both.
declare module "machine" {
  export class Pin {
    static readonly IN: 0 | 1;
    static readonly OUT: 1 | 3;
    static readonly OPEN_DRAIN: 2 | 7;
    static readonly PULL_UP: 1 | 2;
    /** @param id a GPIO number, or the name of a pin of the board: LED */
    constructor(id: int<0, 47> | string, mode?: int<0, 7>, pull?: int<0, 2>);
    value(): int<0, 1>;
    on(): void;
    off(): void;
  }

  export interface UartOptions {
    baudrate: number;
    tx: Pin;
    rx: Pin;
    /** Octets that are kept until they are read: 32,766 at most. */
    rxbuf: int<1, 32766>;
  }
  export class UART {
    /** @kwargs options */
    constructor(id: int<0, 2>, options: UartOptions);
    /** Changes what is named. @kwargs options */
    init(options: { baudrate: number }): void;
    /** Octets that wait to be read. */
    any(): int<0, 32766>;
    /** Reads so many octets; for those that are not there yet it waits as long as others keep coming. */
    readinto(buffer: Uint8Array, count: int<0, 32766>): int<0, 32766> | null;
    write(data: ReadonlyUint8Array): int<0, 32766> | null;
  }

  export interface I2cOptions {
    sda: Pin;
    scl: Pin;
    freq: number;
    /** Microseconds that a whole transfer may take. */
    timeout: number;
  }
  export class I2C {
    /** @kwargs options */
    constructor(id: int<0, 1>, options: I2cOptions);
    /**
     * @returns how many octets were acknowledged: fewer than there are is no error
     * @throws OSError EIO when nobody acknowledges the address, ETIMEDOUT when a line is held
     */
    writeto(address: int<0, 127>, data: ReadonlyUint8Array): int<0, 65535>;
  }

  export interface WdtOptions {
    /** Milliseconds until the reset: 8,388 at most on the RP2040. */
    timeout: int<1, 8388>;
  }
  export class WDT {
    /** @kwargs options */
    constructor(options: WdtOptions);
    feed(): void;
  }

  export interface TimerOptions {
    /** Milliseconds. */
    period: number;
    mode: int<0, 1>;
    /** Runs between two steps of the program, or while it waits. */
    callback: (timer: Timer) => void;
  }
  export class Timer {
    static readonly PERIODIC: 1;
    /** @param id -1 on the Pico W; 0 on an ESP32-C3 */
    constructor(id: int<-1, 1>);
    /** @kwargs options */
    init(options: TimerOptions): void;
    deinit(): void;
  }

  /** The calendar that certificates are held against. */
  export class RTC {
    constructor();
    /** @param when year, month, day, day of the week, hour, minute, second, 0; in UTC */
    datetime(when: readonly number[]): void;
  }

  /** What reset_cause() says after the power came. */
  export const PWRON_RESET: 1;
  /** The board's serial number: 8 octets, on an ESP32 6. */
  export function unique_id(): ReadonlyUint8Array;
  export function reset(): never;
  /** Why the board has started: 1 power, 3 the watchdog, or reset() on a Pico; on an ESP32 also 2, 4 and 5. */
  export function reset_cause(): int<0, 15>;
}
