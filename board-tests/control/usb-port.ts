// The virtual board's USB serial port as a pseudo-terminal of this machine, for mpremote and whatever else opens a port.
// As a real one it goes when the board restarts, and comes back a moment later.
import type { BoardEvent, VirtualBoard } from "../virtual-board/board.ts";
import { PseudoTerminal } from "./pseudo-terminal.ts";

/** From the start of the board to its port: a computer takes about as long to find a device. */
const FOUND_AFTER_MS = 300;

export class UsbPort {
  private terminal: PseudoTerminal | null = null;
  private isClosed = false;
  /** Output of a time without a port: its end is what a board keeps. */
  private early: Uint8Array[] = [];
  /** One change after the other. */
  private changing: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly link: string,
    private readonly board: VirtualBoard,
  ) {}

  /** Makes the port under the name `link`. Rejects with UsageError where the machine has no such thing, or the name is taken. */
  static async open(link: string, board: VirtualBoard): Promise<UsbPort> {
    const port = new UsbPort(link, board);
    await port.appear();
    board.on("stdout", (bytes) => port.print(cooked(bytes)));
    board.on("event", (event) => port.follow(event));
    return port;
  }

  /** The name is gone afterwards. */
  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.changing = this.changing.then(() => this.vanish());
    await this.changing;
  }

  /** A soft reset leaves USB alone. */
  private follow(event: BoardEvent): void {
    if (event.type === "end" && event.reason !== "soft-reset") this.change(() => this.vanish());
    if (event.type !== "boot" || this.isClosed) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.change(() => this.appear()), FOUND_AFTER_MS);
  }

  private change(step: () => Promise<void>): void {
    // A name that somebody else has taken meanwhile stays theirs: the port is not found again.
    this.changing = this.changing.then(step).catch(() => {});
  }

  private async appear(): Promise<void> {
    if (this.terminal !== null || this.isClosed) return;
    const terminal = await PseudoTerminal.open(this.link, "--usb", (bytes) => this.board.type(bytes));
    this.terminal = terminal;
    for (const bytes of this.early.splice(0)) terminal.write(bytes);
  }

  private async vanish(): Promise<void> {
    const { terminal } = this;
    this.terminal = null;
    await terminal?.close();
  }

  private print(bytes: Uint8Array): void {
    if (this.terminal === null) this.early.push(bytes);
    else this.terminal.write(bytes);
  }
}

/** MicroPython's output has \r before each \n. */
function cooked(bytes: Uint8Array): Uint8Array {
  const out: number[] = [];
  let before = 0;
  for (const byte of bytes) {
    if (byte === 10 && before !== 13) out.push(13);
    out.push(byte);
    before = byte;
  }
  return Uint8Array.from(out);
}
