// What a board is: how it is known, for the commands beside the gateway (a file of this folder for each board), and how
// its parts are wired, for the gateway on it (a file of wiring/). Only data.

/**
 * The gateway's parts at a board's pins, by GPIO numbers: what a file of wiring/ exports. They are constants of a module, for
 * the compiler writes those where they are used: on the board nothing is left of the file.
 */
export interface Wiring {
  /** The UART of the SIM800. */
  readonly UART: int<0, 2>;
  readonly MODEM_TX: int<0, 47>;
  readonly MODEM_RX: int<0, 47>;
  /** Low resets the modem; open drain, never driven high. */
  readonly MODEM_RESET: int<0, 47>;
  /** The I2C bus of the display. */
  readonly I2C: int<0, 1>;
  readonly DISPLAY_SDA: int<0, 47>;
  readonly DISPLAY_SCL: int<0, 47>;
  /** To ground when the switch is closed. */
  readonly MODE_SWITCH: int<0, 47>;
  /** MicroPython's name of the board's own LED; "" for a board without one that a program can light. */
  readonly LED: string;
}

/** A USB device, by the ids of its maker and of the product. */
export interface UsbId {
  readonly vendor: number;
  readonly product: number;
}

/** How a board is known, and what it can take. */
export interface Identity {
  /** The word after --board. */
  readonly name: string;
  readonly title: string;
  /** Which folder of runtime-py/chips goes onto it. */
  readonly chip: "rp2040" | "rp2350" | "esp32c3";
  /** The serial port with MicroPython running. Several boards share one: `machine` decides. */
  readonly usb: UsbId;
  /** Waiting for a UF2 file; null for a board without that. */
  readonly driveMode: UsbId | null;
  /** Of that drive. */
  readonly driveName: string | null;
  /** What MicroPython calls it: `sys.implementation._machine`. */
  readonly machine: string;
  /** What MicroPython calls its download for this board. */
  readonly download: string;
  /** Of its UF2 files (microsoft/uf2, utils/uf2families.json); null for a board without such. */
  readonly uf2Family: number | null;
  /** The start of the flash as the processor sees it, and MicroPython's file system on it, in octets. */
  readonly flashAddress: number;
  readonly flashOctets: number;
  readonly fileSystemOctets: number;
  /** Whether the gateway has run on such a board, or only its program was checked. */
  readonly isTried: boolean;
}
