// Safe mode, after five resets that came within a minute of the start before. Brown-outs by the modem's own bursts are the
// usual cause: so all but the modem works, and the modem is left alone for 5 minutes before it is tried, with display and LED
// off; after another reset for 15, and from then on for an hour each time. A minute of the modem without a reset is its end.
// It stands between the gateway and what it is careful with; without safe mode nothing of it is loaded.
import { discard } from "late";
import { SAFE_MODE } from "../domain/api.ts";
import type { Millis } from "../domain/millis.ts";
import type { Baud } from "../domain/modem/line-speed.ts";
import type { Display } from "../ports/display.ts";
import type { Led } from "../ports/led.ts";
import type { Machine } from "../ports/machine.ts";
import type { SerialPort } from "../ports/serial-port.ts";
import { attempted } from "./start-record.late.ts";

const MINUTE_MS = 60000;
/** The modem rests: before the first try, the second, and all others. */
const FIRST_MINUTES = 5;
const SECOND_MINUTES = 15;
const LATER_MINUTES = 60;
const SAID = ["Safe mode:", "4.0 V? 2 A?"] as const;

/** It looks so often whether it is time. */
const LOOK_AGAIN_MS = 1000;

/** What takes the place of the machine, which is told how long this start has lasted. */
export class CarefulMachine implements Machine {
  /** The modem is left alone: what is said to it does not reach it. */
  isResting = true;
  /** All that can be spared is off. */
  isDark = false;
  /** Somebody has the modem reset: it is tried at once. */
  isWished = false;

  /** @param tries how often the modem was tried before @param warnings `safe_mode` stands first there as long as this lasts */
  constructor(
    private readonly machine: Machine,
    private readonly tries: int<0, 9>,
    private readonly warnings: string[],
  ) {
    warnings.unshift(SAFE_MODE);
    console.log(
      `E 0 safe mode: the board restarted 5 times, each within a minute. Look at the modem's supply: 4.0 V, 2 A, 1,000 uF. The modem rests for ${this.restMinutes()} minutes`,
    );
  }

  freeHeap(): number {
    return this.machine.freeHeap();
  }

  address(): string {
    return this.machine.address();
  }

  settings(): string {
    return this.machine.settings();
  }

  restart(job: int<0, 6>, build: string, now: Millis): void {
    this.machine.restart(job, build, now);
  }

  enter(mode: "setup" | "gateway"): void {
    this.machine.enter(mode);
  }

  keep(now: Millis): int<1, 1000000000> {
    if (!this.isResting && !this.isDark) return this.machine.keep(now);
    if (!this.isResting) return this.end(now);
    if (!this.isWished && now < this.restMinutes() * MINUTE_MS) return LOOK_AGAIN_MS;
    attempted();
    discard(attempted);
    this.isResting = false;
    this.isDark = true;
    console.log(`W ${Math.trunc(now / 1000)} safe mode: the modem is tried, display and LED are off`);
    return MINUTE_MS;
  }

  /** The modem's wire, with care. */
  port(port: SerialPort): SerialPort {
    return new CarefulPort(this, port);
  }

  display(display: Display): Display {
    return new CarefulDisplay(this, display);
  }

  led(led: Led | null): Led | null {
    return led === null ? null : new CarefulLed(this, led);
  }

  private restMinutes(): number {
    return this.tries === 0 ? FIRST_MINUTES : this.tries === 1 ? SECOND_MINUTES : LATER_MINUTES;
  }

  /** The modem has worked for a minute, and the board with it. */
  private end(now: Millis): int<1, 1000000000> {
    this.isDark = false;
    this.warnings.shift();
    console.log(`I ${Math.trunc(now / 1000)} safe mode: over`);
    return this.machine.keep(now);
  }
}

/** The modem's wire. */
class CarefulPort implements SerialPort {
  constructor(
    private readonly mode: CarefulMachine,
    private readonly port: SerialPort,
  ) {}

  read(into: Uint8Array): number {
    return this.mode.isResting ? 0 : this.port.read(into);
  }

  setBaud(baud: Baud): void {
    this.port.setBaud(baud);
  }

  write(text: string): void {
    if (!this.mode.isResting) this.port.write(text);
  }

  lull(): void {
    this.port.lull();
  }

  holdReset(isHeld: boolean): boolean {
    this.mode.isWished = true;
    return this.port.holdReset(isHeld);
  }
}

class CarefulDisplay implements Display {
  constructor(
    private readonly mode: CarefulMachine,
    private readonly display: Display,
  ) {}

  rows(): number {
    return this.display.rows();
  }

  setRows(rows: 4 | 8): void {
    this.display.setRows(rows);
  }

  isThere(now: Millis): boolean {
    return this.display.isThere(now);
  }

  show(lines: readonly string[]): boolean {
    if (this.mode.isDark) return this.display.show([]);
    return this.display.show(this.mode.isResting ? [...SAID, ...lines].slice(0, this.rows()) : lines);
  }
}

class CarefulLed implements Led {
  constructor(
    private readonly mode: CarefulMachine,
    private readonly led: Led,
  ) {}

  on(): void {
    if (!this.mode.isDark) this.led.on();
  }

  off(): void {
    this.led.off();
  }
}

export function careful(machine: Machine, tries: int<0, 9>, warnings: string[]): CarefulMachine {
  return new CarefulMachine(machine, tries, warnings);
}
