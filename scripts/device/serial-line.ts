// A serial port opened for lines: what a person would type, and what comes back.
import { statSync } from "node:fs";
import { SerialPort } from "serialport";
import { unreachable } from "./unreachable.ts";

/** USB has no rate; a port wants one. */
const BAUD = 115_200;
const OPEN_AGAIN_MS = 50;
/** A port that has gone reads as an end without end, of which serialport says nothing: its device is looked at. */
const LOOK_AT_DEVICE_MS = 50;

export class SerialLine {
  /** Everything that came since it was opened. */
  text = "";
  private isOpen = true;
  private listeners: (() => void)[] = [];

  private readonly looking: NodeJS.Timeout;

  /** @param device what stood behind the path before it was opened: the board may restart in this very moment */
  private constructor(
    private readonly port: SerialPort,
    device: string,
  ) {
    this.looking = setInterval(() => {
      if (deviceOf(port.path) !== device) this.ended();
    }, LOOK_AT_DEVICE_MS);
    port.on("data", (octets: Buffer) => {
      this.text += octets.toString("utf8");
      this.wake();
    });
    port.on("close", () => this.ended());
    port.on("error", () => this.ended());
  }

  /** Throws a DeviceError when the port is not there, or somebody else's. */
  static async open(path: string): Promise<SerialLine> {
    const line = await SerialLine.tryOpen(path);
    if (line === null) throw await unreachable(path);
    return line;
  }

  /** The same, but waits for a port that is not there yet. Throws a DeviceError after `limitMs`. */
  static async openSoon(path: string, limitMs: number): Promise<SerialLine> {
    for (const end = performance.now() + limitMs; performance.now() < end; ) {
      const line = await SerialLine.tryOpen(path);
      if (line !== null) return line;
      await pause(OPEN_AGAIN_MS);
    }
    throw await unreachable(path);
  }

  private static tryOpen(path: string): Promise<SerialLine | null> {
    const port = new SerialPort({ path, baudRate: BAUD, autoOpen: false });
    const device = deviceOf(path);
    return new Promise((resolve) => port.open((error) => resolve(error ? null : new SerialLine(port, device))));
  }

  write(text: string): void {
    if (this.isOpen) this.port.write(text, () => {});
  }

  /** Waits until `find` gives something; null after `limitMs`, or when the port is gone. */
  async until<T>(find: (text: string) => T | null, limitMs: number): Promise<T | null> {
    const end = performance.now() + limitMs;
    for (;;) {
      const found = find(this.text);
      if (found !== null) return found;
      const left = end - performance.now();
      if (left <= 0 || !this.isOpen) return null;
      await this.something(left);
    }
  }

  get isGone(): boolean {
    return !this.isOpen;
  }

  async close(): Promise<void> {
    this.isOpen = false;
    clearInterval(this.looking);
    if (this.port.isOpen) await new Promise<void>((resolve) => this.port.close(() => resolve()));
  }

  private ended(): void {
    if (!this.isOpen) return;
    void this.close();
    this.wake();
  }

  private wake(): void {
    for (const listener of this.listeners.splice(0)) listener();
  }

  private something(limitMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.listeners.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }
}

/** Which device stands behind a path now: another after a restart, even by the same name. */
function deviceOf(path: string): string {
  if (process.platform === "win32") return path;
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.rdev} ${stat.ino} ${stat.ctimeMs}` : "";
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
