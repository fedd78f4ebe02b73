// What is wired to the Pico W of a gateway, by pin, and how it is told what to do.
//
//   UART0  GP16 TX, GP17 RX   SIM800, or a bridge to a real modem
//   GP26                      the SIM800's RST
//   I2C1   GP14 SDA, GP15 SCL SSD1306
//   GP21                      mode switch, to ground
//   LED                       the board's own
//
// The shims of the virtual board look devices up here by their number. Commands and events are plain data, so that
// they can cross from the worker to the main thread and back.

import type { Clock } from "../virtual-board/clock.ts";
import type { HardwareCommand, HardwareEvent } from "./hardware-messages.ts";
import { I2cBus } from "./i2c-bus.ts";
import { Led, type LedChange } from "./led.ts";
import { MODE_SWITCH_DEFAULTS, ModeSwitch, type ModeSwitchSettings } from "./mode-switch.ts";
import type { PinDevice } from "./pin.ts";
import { SerialBridge } from "./serial-bridge.ts";
import type { Sim800Options } from "./sim800/settings.ts";
import type { Sim800Memory, Sim800Report } from "./sim800/sim800.ts";
import { Sim800 } from "./sim800/sim800.ts";
import { type DisplayFrame, Ssd1306 } from "./ssd1306.ts";
import { UartLine } from "./uart-line.ts";

export const MODEM_UART = 0;
export const DISPLAY_I2C = 1;
export const MODEM_RESET_PIN = 26;
export const MODE_SWITCH_PIN = 21;
const DISPLAY_SDA_PIN = 14;
const DISPLAY_SCL_PIN = 15;
export const DISPLAY_ADDRESS = 0x3c;

export interface HardwareOptions {
  /** Settings of the emulated SIM800, or "bridge": bytes go out as events and come in as commands. */
  modem?: Sim800Options | "bridge";
  /** What the modem and its SIM remember from an earlier run. */
  modemMemory?: Sim800Memory;
  /** Null: no display on the bus. */
  display?: { height?: 32 | 64; address?: number } | null;
  modeSwitch?: ModeSwitchSettings;
  /** The switch closed from the start: setup mode. */
  setup?: boolean;
}

export interface HardwareReport {
  setup: boolean;
  led: boolean;
  /** The LED's last changes, the oldest first. */
  ledChanges: LedChange[];
  display: DisplayFrame | null;
  modem: Sim800Report | null;
  uart: { baud: number; overruns: number; bytesToBoard: number; bytesToDevice: number };
}

export class GatewayHardware {
  readonly uart: UartLine;
  readonly i2c = new I2cBus();
  readonly display: Ssd1306 | null;
  readonly modeSwitch: ModeSwitch;
  readonly led: Led;
  private readonly displayAddress: number;
  /** Null when a bridge to another modem takes its place. */
  readonly modem: Sim800 | null;
  private readonly bridge: SerialBridge | null;
  private listener: (event: HardwareEvent) => void = () => {};

  constructor(clock: Clock, options: HardwareOptions = {}) {
    this.uart = new UartLine(clock);
    this.led = new Led(() => clock.now());
    this.displayAddress = options.display?.address ?? DISPLAY_ADDRESS;
    this.modem = options.modem === "bridge" ? null : new Sim800(clock, this.uart, options.modem);
    this.bridge = this.modem ? null : new SerialBridge(this.uart, (event) => this.listener(event));
    if (options.modemMemory) this.modem?.recall(options.modemMemory);
    this.display = options.display === null ? null : new Ssd1306(128, options.display?.height ?? 64);
    if (this.display) this.i2c.attach(this.displayAddress, this.display);
    this.modeSwitch = new ModeSwitch(clock, options.modeSwitch ?? MODE_SWITCH_DEFAULTS);
    if (options.setup) this.modeSwitch.set(true);
    this.uart.onLine((direction, text, atMs) => this.listener({ type: "uart-line", direction, text, atMs }));
  }

  /** The UART with MicroPython's number `id`, or undefined if nothing is wired to it. */
  uartLine(id: number): UartLine | undefined {
    return id === MODEM_UART ? this.uart : undefined;
  }

  /** The I2C bus with MicroPython's number `id`, or undefined if nothing is wired to it. */
  i2cBus(id: number): I2cBus | undefined {
    return id === DISPLAY_I2C ? this.i2c : undefined;
  }

  /** What is wired to pin `id`: a GP number, or "LED". */
  pin(id: number | "LED"): PinDevice | undefined {
    if (id === "LED") return this.led;
    if (id === MODE_SWITCH_PIN) return this.modeSwitch;
    if (id === DISPLAY_SDA_PIN) return this.i2c.sda;
    if (id === DISPLAY_SCL_PIN) return this.i2c.scl;
    return id === MODEM_RESET_PIN ? this.modem?.resetPin : undefined;
  }

  /** Power for everything that hangs on the 5 V supply: the modem starts. */
  powerOn(): void {
    this.modem?.powerOn();
  }

  /** A power cut: modem and display forget what is not on the SIM or in their flash. */
  powerOff(): void {
    this.modem?.powerOff();
    this.display?.powerOff();
    this.boardReset();
  }

  /** The board alone was reset (watchdog, machine.reset): its pins let go, its buffers are gone; the modem goes on. */
  boardReset(): void {
    this.uart.resetBoard();
    this.led.boardDrives(undefined);
    this.modem?.resetPin.boardDrives(undefined);
  }

  /** Events for the main thread: lines on the serial line, bytes for a bridged modem. */
  onEvent(listener: (event: HardwareEvent) => void): void {
    this.listener = listener;
  }

  /** Does what `command` says and returns its result as plain data. Throws Error with a sentence where it cannot. */
  command(command: HardwareCommand): unknown {
    switch (command.do) {
      case "report":
        return this.report();
      case "frame":
        return this.display?.frame() ?? null;
      case "switch":
        return this.modeSwitch.set(command.setup);
      case "bridge-in":
        return this.bridge?.receiveFromOutside(command.bytes);
      case "display-plug":
        return this.plugDisplay(command.plugged);
      case "i2c-fault":
        this.i2c.fault = command.fault;
        return undefined;
      case "line-faults":
        return this.uart.setFaults(command.faults);
      default:
        return this.modemCommand(command);
    }
  }

  /** What is unplugged loses what it was told; plugged in again it is as after power-on. */
  private plugDisplay(plugged: boolean): void {
    if (!this.display) throw new Error("this board has no display");
    this.display.powerOff();
    if (plugged) this.i2c.attach(this.displayAddress, this.display);
    else this.i2c.detach(this.displayAddress);
  }

  private modemCommand(command: Extract<HardwareCommand, { do: `modem-${string}` }>): unknown {
    const modem = this.modem;
    if (!modem) throw new Error("the modem is a real one, on a serial line: it cannot be told what to do");
    switch (command.do) {
      case "modem-deliver":
        return { ...modem.deliver(command.pdu, { suffix: command.suffix }) };
      case "modem-preload":
        return modem.preload(command.pdu, command.memory);
      case "modem-overwrite":
        return modem.overwrite(command.slot, command.pdu);
      case "modem-inject":
        return modem.inject(command.bytes);
      case "modem-fault":
        return modem.faults.add(command.fault);
      case "modem-mute":
        return modem.mute(command.muted);
      case "modem-restart":
        return modem.restart();
      case "modem-registration":
        return modem.setRegistration(command.stat);
      case "modem-call":
        return modem.call(command.from, command.rings);
      case "modem-supply":
        return command.ms === undefined
          ? modem.supply.set(command.millivolts)
          : modem.supply.sag(command.millivolts, command.ms);
      case "modem-sim":
        return modem.setSim(command.present);
      case "modem-ussd":
        return modem.ussd.say(command.answer);
      case "modem-remember":
        return modem.remember();
    }
  }

  private report(): HardwareReport {
    const { baud, overruns, bytesToBoard, bytesToDevice } = this.uart;
    return {
      setup: this.modeSwitch.closed,
      led: this.led.lit,
      ledChanges: [...this.led.changes],
      display: this.display?.frame() ?? null,
      modem: this.modem?.report() ?? null,
      uart: { baud, overruns, bytesToBoard, bytesToDevice },
    };
  }
}
