// What the board writes to its USB serial port, as shared/tinyusb/mp_usbd_cdc.c of MicroPython does: where a computer holds the port
// open and reads nothing, its buffer fills, and then each write waits for room, and drops what it finds none for.
import type { Clock } from "./clock.ts";

/** CFG_TUD_CDC_TX_BUFSIZE and CFG_TUD_CDC_EP_BUFSIZE, in octets: what is kept, and what is written at a time. */
const BUFFER_OCTETS = 256;
/** MICROPY_HW_USB_CDC_TX_TIMEOUT. */
const TIMEOUT_MS = 500;

/** A program that reads, as also a port that nobody has opened: nothing waits. Or one that has the port open, and reads nothing. */
export type UsbHost = "reads" | "open";

interface WaitingClock extends Clock {
  wait(deadlineMs: number, condition: () => boolean): boolean;
}

export class UsbOutput {
  /** Since the board was made. */
  readonly stalls = { count: 0, ms: 0 };
  private host: UsbHost = "reads";
  private held: Uint8Array[] = [];
  private room = BUFFER_OCTETS;

  constructor(
    private readonly clock: WaitingClock,
    private readonly pass: (bytes: Uint8Array) => void,
  ) {}

  setHost(host: UsbHost): void {
    this.host = host;
    if (host === "open") return;
    for (const bytes of this.held.splice(0)) this.pass(bytes);
    this.room = BUFFER_OCTETS;
  }

  /** What select.poll() says of sys.stdout: an octet has room. */
  hasRoom(): boolean {
    return this.host === "reads" || this.room > 0;
  }

  write(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      const wanted = Math.min(bytes.length - at, BUFFER_OCTETS);
      if (this.host === "open" && wanted > this.room) this.stall();
      const octets = this.host === "open" ? Math.min(wanted, this.room) : wanted;
      if (octets === 0) return;
      const piece = bytes.slice(at, at + octets);
      at += octets;
      if (this.host === "reads") {
        this.pass(piece);
        continue;
      }
      this.held.push(piece);
      this.room -= octets;
    }
  }

  /** A reset takes the port away, and what was to be read there. */
  reset(): void {
    this.held = [];
    this.room = BUFFER_OCTETS;
  }

  private stall(): void {
    const from = this.clock.now();
    this.clock.wait(from + TIMEOUT_MS, () => this.host === "reads");
    this.stalls.count++;
    this.stalls.ms += this.clock.now() - from;
  }
}
