// The serial port as the loop sees it: octets that have come over, lines that go there.
import type { Baud } from "../domain/modem/line-speed.ts";
import type { SerialPort } from "../ports/serial-port.ts";
import type { Mailbox } from "./mailbox.ts";

/** More than the loop ever leaves unread, as it looks every few milliseconds; beyond it octets are lost. */
const UNREAD_MAX = 65536;
/**
 * What a modem says of itself when it starts. A port that was opened anew may be another modem, or one that has lost
 * its settings without a word: it is set up as after a start. The line's beginning ends what was cut off.
 */
const STARTED = Buffer.from("\r\nRDY\r\n", "latin1");

export class SerialLink implements SerialPort {
  private chunks: Uint8Array[] = [];
  private unread = 0;
  private wasOpen = false;

  constructor(private readonly mailbox: Pick<Mailbox, "send">) {}

  read(into: Uint8Array): number {
    let count = 0;
    while (count < into.length) {
      const chunk = this.chunks.shift();
      if (chunk === undefined) break;
      const part = chunk.subarray(0, into.length - count);
      into.set(part, count);
      count += part.length;
      if (part.length < chunk.length) this.chunks.unshift(chunk.subarray(part.length));
    }
    this.unread -= count;
    return count;
  }

  write(text: string): void {
    this.mailbox.send({ order: "write", text });
  }

  /** The port was opened at a rate of its own: an option of the command. */
  setBaud(_baud: Baud): void {}

  /** There is memory enough, and it is collected elsewhere. */
  lull(): void {}

  /** A stick has no such wire. */
  holdReset(_isHeld: boolean): boolean {
    return false;
  }

  received(octets: Uint8Array): void {
    if (this.unread + octets.length > UNREAD_MAX) return;
    this.chunks.push(octets);
    this.unread += octets.length;
  }

  /** The port was opened. For the first time nothing has to be forgotten. */
  opened(): void {
    if (this.wasOpen) this.received(STARTED);
    this.wasOpen = true;
  }
}
