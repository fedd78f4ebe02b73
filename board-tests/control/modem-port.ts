// The emulated SIM800 as a serial port of this machine: what any program that speaks to modems can open.
//
//   const port = await ModemPort.open("/tmp/modem", { modem: { slots: 10 } });
//   port.modem.deliver(pdu);      // see Sim800: deliver, preload, faults, restart, mute, report …
//   await port.unplug();          // the device is gone, as a stick that is pulled: the SIM keeps its messages
//   await port.plugIn();

import type { Sim800Options } from "../models/sim800/settings.ts";
import { Sim800 } from "../models/sim800/sim800.ts";
import type { LineListener } from "../models/uart-line.ts";
import { UartLine } from "../models/uart-line.ts";
import { PseudoTerminal } from "./pseudo-terminal.ts";
import { TimerClock } from "./timer-clock.ts";

export interface ModemPortOptions {
  /** Settings of the emulated SIM800. */
  readonly modem?: Sim800Options;
  /**
   * Bits a second on the wire. A pseudo-terminal has no rate, so if this is not given the wire has the modem's own:
   * the program is taken to have set the same.
   */
  readonly baud?: number;
  /** What the name of the port is given by, for messages about it. */
  readonly option?: string;
}

/** What a modem that listens for a rate hears. */
const BAUD_DEFAULT = 19_200;
/** What a busy machine may leave for later: more than any answer. */
const RECEIVE_BYTES = 65_536;

export class ModemPort {
  readonly modem: Sim800;
  readonly clock: TimerClock;
  private readonly line: UartLine;
  private terminal: PseudoTerminal | null = null;

  private constructor(
    private readonly link: string,
    private readonly options: ModemPortOptions,
  ) {
    this.clock = new TimerClock(() => this.carryOut());
    this.line = new UartLine(this.clock);
    this.line.configure(RECEIVE_BYTES);
    this.modem = new Sim800(this.clock, this.line, options.modem);
    this.setRate();
  }

  /** Makes the port under the name `link` and gives the modem power. Rejects with UsageError as PseudoTerminal does. */
  static async open(link: string, options: ModemPortOptions = {}): Promise<ModemPort> {
    const port = new ModemPort(link, options);
    await port.plugIn();
    return port;
  }

  /** The device's own name, such as /dev/pts/3; null while unplugged. */
  get device(): string | null {
    return this.terminal?.device ?? null;
  }

  /** Calls `listener` with each whole line on the wire, either way; its moments are those of `clock`. */
  onLine(listener: LineListener): void {
    this.line.onLine(listener);
  }

  /** The device is there, and the modem starts. */
  async plugIn(): Promise<void> {
    this.terminal ??= await PseudoTerminal.open(this.link, this.options.option ?? "--link", (bytes) => {
      this.setRate();
      this.line.write(bytes);
    });
    this.modem.powerOn();
    this.setRate();
  }

  /** The device is gone, and the modem without power; what is on the SIM stays. */
  async unplug(): Promise<void> {
    this.modem.powerOff();
    this.line.resetBoard();
    const { terminal } = this;
    this.terminal = null;
    await terminal?.close();
  }

  async close(): Promise<void> {
    await this.unplug();
    this.clock.stop();
  }

  private setRate(): void {
    this.line.setBaud(this.options.baud ?? (this.modem.baud || BAUD_DEFAULT));
  }

  private carryOut(): void {
    this.setRate();
    const count = this.line.any();
    if (count === 0) return;
    const bytes = new Uint8Array(count);
    this.line.readInto(bytes);
    this.terminal?.write(bytes);
  }
}
