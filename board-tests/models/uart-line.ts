// The serial line between the board's UART0 and a modem, byte by byte: what the wire, the RP2040's FIFO and
// MicroPython's receive buffer do to them. The board's side is what the `machine.UART` shim calls; the device's side
// is what a modem model (or a bridge to a real one) calls.

import type { Clock } from "../virtual-board/clock.ts";
import { seededRandom } from "./random.ts";
import { byteTimeMs, resample } from "./serial-framing.ts";
import { LineCutter } from "./serial-trace.ts";

/** Octets of the RP2040's hardware receive FIFO (RP2040 datasheet, 4.2.1). */
export const HARDWARE_FIFO_BYTES = 32;

/** MicroPython's default receive buffer on rp2, in bytes. */
export const RX_BUFFER_BYTES_DEFAULT = 256;

/** What sits at the other end of the line. */
export interface SerialDevice {
  /** One byte has arrived whole, sent by the board at `senderBaud`. */
  receive(byte: number, senderBaud: number): void;
}

export interface LineFaults {
  /** Chance of each byte, either way, to vanish: 0 to 1. */
  lossPerByte: number;
  /** Chance of each byte, either way, to have one bit turned: 0 to 1. */
  flipPerByte: number;
  seed: number;
}

export type LineDirection = "to-modem" | "from-modem";
export type LineListener = (direction: LineDirection, text: string, atMs: number) => void;

interface Arrival {
  atMs: number;
  byte: number;
  senderBaud: number;
}

export class UartLine {
  private boardBaud = 115_200;
  private rxBufferBytes = RX_BUFFER_BYTES_DEFAULT;
  private rx: number[] = [];
  private fifo: number[] = [];
  private interruptsOff = false;
  private toBoard: Arrival[] = [];
  private boardFreeAtMs = 0;
  private deviceFreeAtMs = 0;
  private device: SerialDevice | undefined;
  private faults: LineFaults = { lossPerByte: 0, flipPerByte: 0, seed: 1 };
  private random = seededRandom(1);
  private dropNextToBoard = 0;
  private readonly cutters = { "to-modem": new LineCutter(), "from-modem": new LineCutter() };
  private listener: LineListener | undefined;

  /** Bytes lost because buffer and FIFO were full. */
  overruns = 0;
  bytesToBoard = 0;
  bytesToDevice = 0;

  constructor(private readonly clock: Clock) {}

  // The board's side.

  /** Sets the rate of the board's UART, both ways, in baud. */
  setBaud(baud: number): void {
    this.boardBaud = baud;
  }

  /** Sets the size of the receive buffer, in bytes; what it held is lost, as a new machine.UART loses it. */
  configure(rxBufferBytes: number): void {
    this.rxBufferBytes = rxBufferBytes;
    this.rx = [];
  }

  /** Sends `bytes` to the device, after what is still on the wire. Returns the ms at which the last bit is gone. */
  write(bytes: Uint8Array): number {
    let atMs = Math.max(this.clock.now(), this.boardFreeAtMs);
    for (const byte of bytes) {
      atMs += byteTimeMs(this.boardBaud);
      this.scheduleToDevice(byte, atMs);
    }
    this.boardFreeAtMs = atMs;
    return atMs;
  }

  /** The ms at which everything written so far has left the wire; in the past if the line is idle. */
  txDoneAt(): number {
    return this.boardFreeAtMs;
  }

  /** Bytes that a read would give now. */
  any(): number {
    this.settle();
    return this.rx.length;
  }

  /** Moves received bytes into `view`; returns how many. */
  readInto(view: Uint8Array): number {
    this.settle();
    const count = Math.min(view.length, this.rx.length);
    for (let i = 0; i < count; i++) view[i] = this.rx[i] as number;
    this.rx.splice(0, count);
    this.drainFifo();
    return count;
  }

  /** While interrupts are off (a flash erase), only the hardware FIFO receives. */
  setInterruptsOff(off: boolean): void {
    this.settle();
    this.interruptsOff = off;
    this.drainFifo();
  }

  /** The board lost its power: buffers and what is on the wire are gone. */
  resetBoard(): void {
    this.settle();
    this.rx = [];
    this.fifo = [];
    this.interruptsOff = false;
  }

  // The device's side.

  attach(device: SerialDevice): void {
    this.device = device;
  }

  /** Sends `bytes` to the board at `baud`, not before `notBeforeMs`. Returns the ms of the last bit. */
  sendToBoard(bytes: Uint8Array, baud: number, notBeforeMs = 0): number {
    let atMs = Math.max(this.clock.now(), this.deviceFreeAtMs, notBeforeMs);
    for (const byte of bytes) {
      atMs += byteTimeMs(baud);
      this.toBoard.push({ atMs, byte, senderBaud: baud });
      this.clock.at(atMs, () => this.settle());
    }
    this.deviceFreeAtMs = atMs;
    return atMs;
  }

  /** The ms at which the device's transmitter is idle. */
  deviceFreeAt(): number {
    return this.deviceFreeAtMs;
  }

  /** The rate that the board uses now, in baud. */
  get baud(): number {
    return this.boardBaud;
  }

  /** The device lost its power: what it had not sent is gone. */
  cutDevice(): void {
    this.settle();
    this.toBoard = [];
    this.deviceFreeAtMs = this.clock.now();
  }

  // Faults and the log.

  setFaults(faults: Partial<LineFaults>): void {
    this.faults = { ...this.faults, ...faults };
    this.random = seededRandom(this.faults.seed);
  }

  /** Loses the next `count` bytes on their way to the board. */
  loseToBoard(count: number): void {
    this.dropNextToBoard += count;
  }

  /** Calls `listener` with each whole line on the wire, either way. */
  onLine(listener: LineListener): void {
    this.listener = listener;
  }

  private scheduleToDevice(sent: number, atMs: number): void {
    const senderBaud = this.boardBaud;
    this.clock.at(atMs, () => {
      const byte = this.disturb(sent);
      if (byte === undefined) return;
      this.bytesToDevice++;
      this.trace("to-modem", byte, atMs);
      this.device?.receive(byte, senderBaud);
    });
  }

  /** Takes in every byte whose last bit has arrived by now. Late calls are fine: arrival times are kept. */
  private settle(): void {
    const now = this.clock.now();
    let taken = 0;
    for (const arrival of this.toBoard) {
      if (arrival.atMs > now) break;
      taken++;
      this.arrive(arrival);
    }
    if (taken > 0) this.toBoard.splice(0, taken);
  }

  private arrive(arrival: Arrival): void {
    if (this.dropNextToBoard > 0) {
      this.dropNextToBoard--;
      return;
    }
    for (const sampled of resample(arrival.byte, arrival.senderBaud, this.boardBaud)) {
      const byte = this.disturb(sampled);
      if (byte === undefined) continue;
      this.bytesToBoard++;
      this.trace("from-modem", byte, arrival.atMs);
      this.store(byte);
    }
  }

  private store(byte: number): void {
    if (!this.interruptsOff && this.rx.length < this.rxBufferBytes) this.rx.push(byte);
    else if (this.fifo.length < HARDWARE_FIFO_BYTES) this.fifo.push(byte);
    else this.overruns++;
  }

  private drainFifo(): void {
    if (this.interruptsOff) return;
    const room = this.rxBufferBytes - this.rx.length;
    this.rx.push(...this.fifo.splice(0, Math.max(0, room)));
  }

  private disturb(byte: number): number | undefined {
    const { lossPerByte, flipPerByte } = this.faults;
    if (lossPerByte > 0 && this.random() < lossPerByte) return undefined;
    if (flipPerByte > 0 && this.random() < flipPerByte) return byte ^ (1 << Math.floor(this.random() * 8));
    return byte;
  }

  private trace(direction: LineDirection, byte: number, atMs: number): void {
    const line = this.cutters[direction].push(byte);
    if (line !== undefined) this.listener?.(direction, line, atMs);
  }
}
