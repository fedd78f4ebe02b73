// One I2C bus: addresses, acknowledgement, the time on the wire, and the faults a bus can have.

/** Linux-style error numbers that MicroPython's machine.I2C raises as OSError. */
export const EIO = 5;
export const ETIMEDOUT = 110;

export interface I2cDevice {
  /** A write of whole `bytes` to the device. */
  write(bytes: Uint8Array): void;
}

export type BusFault = "none" | "held-low" | "all-nack";

export class I2cBus {
  private readonly devices = new Map<number, I2cDevice>();
  fault: BusFault = "none";

  /** Puts `device` at the 7-bit `address`. */
  attach(address: number, device: I2cDevice): void {
    this.devices.set(address, device);
  }

  detach(address: number): void {
    this.devices.delete(address);
  }

  /** The 7-bit addresses that acknowledge, as machine.I2C.scan gives them: 0x08 to 0x77. */
  scan(): number[] {
    if (this.fault !== "none") return [];
    return [...this.devices.keys()].filter((address) => address >= 0x08 && address <= 0x77).sort((a, b) => a - b);
  }

  /** Writes to the device at `address`. Returns the number of acknowledged bytes, or a negative error number. */
  write(address: number, bytes: Uint8Array): number {
    if (this.fault === "held-low") return -ETIMEDOUT;
    const device = this.fault === "all-nack" ? undefined : this.devices.get(address);
    if (!device) return -EIO;
    device.write(bytes);
    return bytes.length;
  }

  /** Milliseconds that a write of `byteCount` bytes takes at `frequencyHz`: nine bits a byte, the address included. */
  writeTimeMs(byteCount: number, frequencyHz: number): number {
    const START_AND_STOP_BITS = 2;
    return (((byteCount + 1) * 9 + START_AND_STOP_BITS) * 1000) / frequencyHz;
  }
}
