// What surrounds the fakes: virtual time, the modem's wire, the radio, the brokers that can be reached, the display's
// bus, the files. One world for a test; `world.reset()` begins a new one.
import type { SocketAddress } from "socket";
import { AccessPoint, type BoardPort, PHONE } from "./local-network.ts";

/** Octets that a peer has sent, each with the moment of its arrival. */
export class Wire {
  private readonly queue: { at: number; octet: number }[] = [];
  private freeAt = 0;
  /** What the board writes goes here. */
  onWrite: (octets: Uint8Array) => void = () => {};

  constructor(private readonly host: World) {}

  /** Octets to the board, one after the other. @param msPerOctet 10 bits at the line's speed */
  send(octets: Uint8Array, msPerOctet: number, delayMs = 0): void {
    let at = Math.max(this.freeAt, this.host.now + delayMs);
    for (const octet of octets) {
      at += msPerOctet;
      this.queue.push({ at, octet });
    }
    this.freeAt = at;
  }

  /** When the last octet that was sent will have arrived. */
  get idleAt(): number {
    return this.freeAt;
  }

  available(): number {
    const index = this.queue.findIndex((entry) => entry.at > this.host.now);
    return index < 0 ? this.queue.length : index;
  }

  read(count: number): Uint8Array {
    return Uint8Array.from(this.queue.splice(0, Math.min(count, this.available())), (entry) => entry.octet);
  }
}

/** A TCP connection, seen from the broker. */
export class Connection {
  readonly toBoard: Wire;
  isClosedByBoard = false;
  isClosedByBroker = false;
  /** What the board sends, write by write. */
  onData: (octets: Uint8Array) => void = () => {};

  constructor(host: World) {
    this.toBoard = new Wire(host);
  }

  /** To the board, whole after a time. */
  send(octets: Uint8Array, delayMs = 0): void {
    this.toBoard.send(octets, 0, delayMs);
  }
}

/** null refuses the connection, "silent" never answers it. */
export type Listener = (connection: Connection) => "accepted" | "refused" | "silent";

export class World {
  now = 0;
  serial = new Wire(this);
  /** What the radio says. */
  wifi = {
    status: 0,
    joinsAfterMs: 3000,
    hasNetwork: true,
    /** What an attempt without a network ends with; 0: it does not end. */
    refusal: 0,
    joins: [] as string[],
    country: "",
    scans: 0,
    heard: [] as { ssid: string; strength: number }[],
    address: "",
    addresses6: ["FE80::2ACD:C1FF:FE00:1"],
    nameServer: "192.168.1.1",
  };
  accessPoint = new AccessPoint();
  /** Where the board listens, and what takes datagrams for it, by port. */
  boardListeners = new Map<number, BoardPort<Connection>>();
  boardDatagrams = new Map<number, (octets: Uint8Array, from: SocketAddress) => void>();
  /** Who answers datagrams, by address and port; null: no answer. */
  datagrams = new Map<string, (octets: Uint8Array) => Uint8Array | null>();
  /** What the machine's calendar was set to: year, month, day, day of the week, hour, minute, second, 0. */
  calendar: readonly number[] = [];
  /** machine.reset_cause(): 1 after the power came. */
  resetCause = 1;
  listeners = new Map<string, Listener>();
  /** The display's address; 0 for none. */
  displayAddress = 0x3c;
  displayWrites: Uint8Array[] = [];
  /** What each row shows: the text that was drawn when the row was sent. */
  displayTexts: string[] = [];
  displayRow = 0;
  drawnText = "";
  /** Pins that something holds low. */
  lowPins = new Set<number | string>();
  ledChanges: { at: number; isLit: boolean }[] = [];
  files = new Map<string, Uint8Array>();
  /** Since when the modem's reset is held low; null: not held. */
  resetHeldAt: number | null = null;
  /** The modem is reset: it was held so long, in milliseconds. */
  onModemReset: (heldMs: number) => void = () => {};
  /** How often the board restarted itself. */
  restarts = 0;
  /** With which marks, and what the gateway was last busy with. */
  marks: number[] = [];
  trail = 0;
  /** The board's UART changes its bit rate. */
  onBaud: (baud: number) => void = () => {};
  /** Something is about to be durable: a file, a renaming, a removal. What it throws is a power cut. */
  onFlashStep: () => void = () => {};
  /** No file can be written. */
  isReadOnly = false;
  /** A file for which there is no memory when it is opened. */
  heapFullFor: string | null = null;
  /** What was typed on the USB serial port, and not read yet. */
  typed: number[] = [];
  /** The board was asked for its prompt. */
  isMaintenance = false;
  watchdog: { timeoutMs: number; fedAt: number } | null = null;
  /** The longest time between two feeds. */
  longestUnfedMs = 0;
  /** Each TLS handshake that was begun: for whom, how many octets of certificates, by which clock. */
  handshakes: { name: string; authority: number; certificate: number; clock: string }[] = [];
  /** How they fail, as Handshake.failure says it; whether they come to an end at all. */
  tlsFailure = 0;
  tlsEnds = true;
  private events: { at: number; run: () => void }[] = [];

  reset(): void {
    Object.assign(this, new World());
    this.serial = new Wire(this);
  }

  /** A transfer to the display (SSD1306, 8.1.5.2): data goes to the row of the last window. */
  displayWrite(octets: Uint8Array): void {
    this.displayWrites.push(octets);
    const [control, command] = octets;
    if (control === 0x40) this.displayTexts[this.displayRow] = this.drawnText;
    else if (command === 0x21) this.displayRow = octets[5] ?? 0;
  }

  /** A pin that is an input. */
  levelOf(id: number | string): 0 | 1 {
    return this.lowPins.has(id) ? 0 : 1;
  }

  /** The board sets a pin's output; of those that are open drain the modem's reset is one. */
  pinSet(id: number | string, level: 0 | 1, isOpenDrain: boolean): void {
    if (id === "LED") this.ledChanges.push({ at: this.now, isLit: level === 1 });
    if (!isOpenDrain) return;
    if (level === 0) this.resetHeldAt = this.now;
    else if (this.resetHeldAt !== null) this.onModemReset(this.now - this.resetHeldAt);
    if (level === 1) this.resetHeldAt = null;
  }

  /** Somebody connects to the board; null: reset at once, as nobody listens there or too many wait for accept(). */
  connectToBoard(port: number, from: SocketAddress = [PHONE, 50_000]): Connection | null {
    const listener = this.boardListeners.get(port);
    if (!listener || listener.waiting.length >= Math.max(listener.backlog, 1)) return null;
    const connection = new Connection(this);
    listener.waiting.push({ connection, from });
    return connection;
  }

  /** Somebody sends the board a datagram; where it answers to, `datagrams` has who hears it. */
  sendToBoard(port: number, octets: Uint8Array, from: SocketAddress = [PHONE, 50_000]): void {
    this.boardDatagrams.get(port)?.(octets, from);
  }

  after(ms: number, run: () => void): void {
    this.events.push({ at: this.now + ms, run });
    this.events.sort((a, b) => a.at - b.at);
  }

  /** Time passes; what was to happen meanwhile happens at its moment. */
  advance(ms: number): void {
    const end = this.now + ms;
    for (let next = this.events[0]; next !== undefined && next.at <= end; next = this.events[0]) {
      this.events.shift();
      this.now = Math.max(this.now, next.at);
      next.run();
    }
    this.now = end;
    if (this.watchdog !== null) this.checkWatchdog(this.watchdog);
  }

  private checkWatchdog(watchdog: { timeoutMs: number; fedAt: number }): void {
    const unfed = this.now - watchdog.fedAt;
    this.longestUnfedMs = Math.max(this.longestUnfedMs, unfed);
    if (unfed > watchdog.timeoutMs) throw new Error(`The watchdog bit: ${unfed} ms without food.`);
  }
}

export const world = new World();

/** MicroPython's OSError. */
export class OSError extends Error {
  constructor(readonly errno: number) {
    super(`[Errno ${errno}]`);
  }
}
