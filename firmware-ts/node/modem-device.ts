// The modem's serial port on this machine: opened, and opened again with growing pauses when it is gone.
import { randomInt } from "node:crypto";
import { statSync } from "node:fs";
import { SerialPort } from "serialport";
import { Announcer, type Note } from "./announcer.ts";
import { Backoff } from "./backoff.ts";
import { UsageError } from "./options.ts";

/** Commands that a port does not take are not gathered: the modem is asked again anyway. */
const UNSENT_OCTETS_MAX = 1024;

export interface ModemDeviceEvents {
  opened(): void;
  received(octets: Uint8Array): void;
  readonly note: Note;
}

export class ModemDevice {
  private readonly backoff = new Backoff();
  private readonly announcer: Announcer;
  private port: SerialPort | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isClosing = false;

  /** @param baud bits a second */
  constructor(
    private readonly path: string,
    private readonly baud: number,
    private readonly events: ModemDeviceEvents,
  ) {
    this.announcer = new Announcer(events.note);
  }

  /** Tries until it is open. @throws UsageError for what can never be a serial port */
  open(): void {
    const found = statSync(this.path, { throwIfNoEntry: false });
    if (found !== undefined && !found.isCharacterDevice())
      throw new UsageError(`--uart ${this.path} is no serial port: name a device such as /dev/ttyUSB0.`);
    this.tryToOpen();
  }

  /** Sends ASCII; while the port is not open it is lost. */
  write(text: string): void {
    const { port } = this;
    if (!port?.isOpen || port.writableLength > UNSENT_OCTETS_MAX) return;
    port.write(text, "latin1");
  }

  async close(): Promise<void> {
    this.isClosing = true;
    clearTimeout(this.timer);
    const { port } = this;
    if (port?.isOpen) await new Promise<void>((resolve) => port.close(() => resolve()));
  }

  private tryToOpen(): void {
    const port = new SerialPort({ path: this.path, baudRate: this.baud, autoOpen: false });
    port.on("data", (octets: Buffer) => this.events.received(new Uint8Array(octets)));
    // A failed read or write closes the port as well, which is what counts.
    port.on("error", () => {});
    port.on("close", () => this.lost());
    port.open((error) => {
      if (error !== null) this.refused(error.message);
      else this.opened(port);
    });
  }

  private opened(port: SerialPort): void {
    this.port = port;
    this.backoff.reset();
    this.announcer.say("I", `The serial port ${this.path} is open.`);
    this.events.opened();
  }

  private refused(reason: string): void {
    this.announcer.say("W", `The serial port ${this.path} cannot be opened: ${remedyFor(reason)} It is tried again.`);
    this.retryLater();
  }

  private lost(): void {
    this.port = null;
    if (this.isClosing) return;
    this.announcer.say(
      "W",
      `The serial port ${this.path} is gone: was it unplugged? It is opened again when it is back.`,
    );
    this.retryLater();
  }

  private retryLater(): void {
    if (this.isClosing) return;
    this.timer = setTimeout(() => this.tryToOpen(), this.backoff.next(randomInt(256)));
  }
}

/** What may be the reason, by the beginning or a word of what the system says. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [
    /No such file|cannot find|No such device/i,
    "there is no such device. Is the modem plugged in, and is this its name?",
  ],
  [
    /Permission denied|Access denied/i,
    "this user may not. Add it to the group of serial ports (sudo usermod -aG dialout USER), and log in anew.",
  ],
  [
    /lock|busy|temporarily unavailable/i,
    "another program has it, often ModemManager (docs/raspberry-pi.md says how to keep it away).",
  ],
];

function remedyFor(reason: string): string {
  const known = REMEDIES.find(([pattern]) => pattern.test(reason));
  return known?.[1] ?? `${reason.replace(/^Error:? */, "").replace(/, cannot open .*$/, "")}.`;
}
