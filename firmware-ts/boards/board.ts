// What a board is: how its parts are wired, for the gateway on it, and how it is known, for the commands beside it.
// Only data, so that both can read it.

/** The gateway's parts at the board's pins, by GPIO numbers. */
export interface Wiring {
  /** The UART of the SIM800. */
  readonly uart: int<0, 2>;
  readonly modemTx: int<0, 47>;
  readonly modemRx: int<0, 47>;
  /** Low resets the modem; open drain, never driven high. */
  readonly modemReset: int<0, 47>;
  /** The I2C bus of the display. */
  readonly i2c: int<0, 1>;
  readonly displaySda: int<0, 47>;
  readonly displayScl: int<0, 47>;
  /** To ground when the switch is closed. */
  readonly modeSwitch: int<0, 47>;
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
