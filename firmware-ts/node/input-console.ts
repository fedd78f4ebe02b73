// The console port: commands come by standard input, answers go to standard output. There is no prompt to restart
// to: the gateway ends instead, which leaves the serial port to others.
import type { Console } from "../ports/console.ts";
import type { Mailbox } from "./mailbox.ts";

/** Commands are short; more than this is nobody's typing. */
const UNREAD_MAX = 1024;
const NOTHING = -1;

export class InputConsole implements Console {
  private unread: number[] = [];

  constructor(private readonly mailbox: Pick<Mailbox, "send">) {}

  octet(): int<-1, 255> {
    return this.unread.shift() ?? NOTHING;
  }

  say(line: string): void {
    this.mailbox.send({ order: "say", line });
  }

  enterMaintenance(): void {
    this.mailbox.send({ order: "end" });
  }

  typed(octets: Uint8Array): void {
    this.unread.push(...octets.subarray(0, UNREAD_MAX - this.unread.length));
  }
}
