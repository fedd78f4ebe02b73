// One I2C bus: addresses, acknowledgement, the time on the wire, and the faults a bus can have.
import type { Level, PinDevice } from "./pin.ts";

/** Linux-style error numbers that MicroPython's machine.I2C raises as OSError. */
export const EIO = 5;
export const ETIMEDOUT = 110;

export interface I2cDevice {
  /** A write of whole `bytes` to the device. */
  write(bytes: Uint8Array): void;
}

/**
 * held-low: SDA stays low, as with a short circuit · wedged: a device within an octet holds SDA until it has seen its clocks ·
 * all-nack: nobody acknowledges · data-nack: addresses are acknowledged, of the octets only the first few
 */
export type BusFault = "none" | "held-low" | "wedged" | "all-nack" | "data-nack";

/** Clocks that are missing to the end of the octet of a wedged device: all eight and the acknowledgement at most. */
const WEDGED_CLOCKS = 9;
const DATA_ACKNOWLEDGED = 3;

export class I2cBus {
  private readonly devices = new Map<number, I2cDevice>();
  private current: BusFault = "none";
  private clocksLeft = 0;
  private clock: Level = 1;
  /** The wires, as pins of the board. */
  readonly sda: PinDevice = { level: () => (this.isHeld() ? 0 : undefined), boardDrives: () => {} };
  readonly scl: PinDevice = { level: () => undefined, boardDrives: (level) => this.clocked(level ?? 1) };
  /** How many writes have found the bus held. */
  heldWrites = 0;

  get fault(): BusFault {
    return this.current;
  }

  set fault(fault: BusFault) {
    this.current = fault;
    this.clocksLeft = WEDGED_CLOCKS;
  }

  /** Puts `device` at the 7-bit `address`. */
  attach(address: number, device: I2cDevice): void {
    this.devices.set(address, device);
  }

  detach(address: number): void {
    this.devices.delete(address);
  }

  /** The 7-bit addresses that acknowledge, as machine.I2C.scan gives them: 0x08 to 0x77. */
  scan(): number[] {
    if (this.current !== "none") return [];
    return [...this.devices.keys()].filter((address) => address >= 0x08 && address <= 0x77).sort((a, b) => a - b);
  }

  /** Whether SDA is low: a transfer waits for its deadline then. */
  isHeld(): boolean {
    return this.current === "held-low" || this.current === "wedged";
  }

  /**
   * Writes to the device at `address`. Returns the number of acknowledged bytes, which may be fewer than there are, or a
   * negative error number (pico-sdk, hardware_i2c).
   */
  write(address: number, bytes: Uint8Array): number {
    if (this.isHeld()) {
      this.heldWrites++;
      return -ETIMEDOUT;
    }
    const device = this.current === "all-nack" ? undefined : this.devices.get(address);
    if (!device) return -EIO;
    const taken = this.current === "data-nack" ? bytes.subarray(0, DATA_ACKNOWLEDGED) : bytes;
    device.write(taken);
    return taken.length;
  }

  /** Milliseconds that a write of `byteCount` bytes takes at `frequencyHz`: nine bits a byte, the address included. */
  writeTimeMs(byteCount: number, frequencyHz: number): number {
    const START_AND_STOP_BITS = 2;
    return (((byteCount + 1) * 9 + START_AND_STOP_BITS) * 1000) / frequencyHz;
  }

  /** The board moves the clock by its pin: a wedged device gives SDA back after as many clocks as it lacks. */
  private clocked(level: Level): void {
    if (level === 1 && this.clock === 0 && this.current === "wedged") {
      this.clocksLeft--;
      if (this.clocksLeft <= 0) this.fault = "none";
    }
    this.clock = level;
  }
}
