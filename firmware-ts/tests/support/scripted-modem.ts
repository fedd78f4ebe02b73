// A SIM800 on the wire of the world, as small as the stories need: slots, a line at 19200 baud, and faults.
import { world } from "../../fakes/world.ts";
import { hex } from "./pdu-encoder.ts";

const MS_PER_OCTET = 10_000 / 19_200;
const THINKING_MS = 50;
const CTRL_Z = "\x1a";
const ESCAPE = "\x1b";

export class ScriptedModem {
  /** Slot to PDU. */
  readonly slots = new Map<number, Uint8Array>();
  /** Slots that a listing leaves out, as those filled while it runs. */
  readonly unlisted = new Set<number>();
  /** Every command with the moment of its last octet. */
  readonly commands: { at: number; text: string }[] = [];
  isSilent = false;
  isEchoing = true;
  /** Answers that take the place of the modem's own; a null says nothing. */
  readonly overrides = new Map<string, string | null>();
  /** What goes out between a header and its PDU. */
  interjection = "";
  /** PDUs that were handed over. */
  readonly submitted: string[] = [];
  /** What the network says to the next ones in the place of a reference; null nothing at all. */
  networkAnswers: (string | null)[] = [];
  networkMs = 3000;
  /** Of the last part. */
  reference = 6;
  /** Whether AT+CMGS is answered by a prompt. */
  prompts = true;
  private isPrompting = false;
  private inMode: "pdu" | "text" = "text";
  private line = "";

  attach(): void {
    world.serial.onWrite = (octets) => {
      for (const octet of octets) this.receive(String.fromCharCode(octet));
    };
  }

  /** Stores a message and announces it. @returns when the last bit of the announcement has arrived */
  deliver(slot: number, pdu: Uint8Array): number {
    this.slots.set(slot, pdu);
    this.say(`\r\n+CMTI: "SM",${slot}\r\n`);
    return world.serial.idleAt;
  }

  say(text: string, delayMs = 0): void {
    world.serial.send(Buffer.from(text, "latin1"), MS_PER_OCTET, delayMs);
  }

  /** As after a brown-out: all settings are gone; at a fixed rate it says so. */
  reboot(says = "\r\nRDY\r\n", isEchoing = true): void {
    this.isEchoing = isEchoing;
    this.inMode = "text";
    this.say(says, 2000);
  }

  commandsLike(start: string): string[] {
    return this.commands.map((command) => command.text).filter((text) => text.startsWith(start));
  }

  private receive(character: string): void {
    if (this.isPrompting) {
      this.receiveText(character);
      return;
    }
    if (character !== "\r") {
      this.line += character;
      return;
    }
    const command = this.line;
    this.line = "";
    const arrivesIn = (command.length + 1) * MS_PER_OCTET;
    this.commands.push({ at: world.now + arrivesIn, text: command });
    if (this.isSilent) return;
    const echo = this.isEchoing ? `${command}\r` : "";
    world.after(arrivesIn + THINKING_MS, () => {
      const answer = this.overrides.has(command) ? this.overrides.get(command) : this.answer(command);
      if (answer !== null && answer !== undefined) this.say(echo + answer);
    });
  }

  /** At the prompt: nothing is a command. */
  private receiveText(character: string): void {
    if (character !== CTRL_Z && character !== ESCAPE) {
      this.line += character;
      return;
    }
    const text = this.line;
    this.line = "";
    this.isPrompting = false;
    if (character === ESCAPE) {
      this.say("\r\nOK\r\n", THINKING_MS);
      return;
    }
    this.submitted.push(text);
    const answer = this.networkAnswers.shift();
    this.reference = (this.reference + 1) & 0xff;
    if (answer !== null) this.say(answer ?? `\r\n+CMGS: ${this.reference}\r\n\r\nOK\r\n`, this.networkMs);
  }

  private answer(command: string): string {
    if (command === "ATE0") this.isEchoing = false;
    if (command === "AT+CMGF=0") this.inMode = "pdu";
    if (command === "AT+CPIN?") return "\r\n+CPIN: READY\r\n\r\nOK\r\n";
    if (command === 'AT+CPMS="ME"') return "\r\n+CMS ERROR: 302\r\n";
    if (command.startsWith("AT+CPMS=")) return "\r\n+CPMS: 0,30,0,30,0,30\r\n\r\nOK\r\n";
    if (command === "AT+CMGL=4") return this.inMode === "pdu" ? `${this.listing()}\r\nOK\r\n` : "\r\nERROR\r\n";
    if (command.startsWith("AT+CMGR=")) return this.read(Number(command.slice(8)));
    if (command.startsWith("AT+CMGS=")) {
      this.isPrompting = this.prompts;
      return this.prompts ? "\r\n> " : "";
    }
    if (command.startsWith("AT+CMGD=")) this.slots.delete(Number(command.slice(8)));
    return "\r\nOK\r\n";
  }

  private listing(): string {
    const entries = [...this.slots].filter(([slot]) => !this.unlisted.has(slot)).sort(([a], [b]) => a - b);
    return entries
      .map(([slot, pdu]) => `\r\n+CMGL: ${slot},0,"",${tpduLength(pdu)}\r\n${this.interjection}${hex(pdu)}\r\n`)
      .join("");
  }

  private read(slot: number): string {
    const pdu = this.slots.get(slot);
    return pdu === undefined
      ? "\r\nOK\r\n"
      : `\r\n+CMGR: 0,"",${tpduLength(pdu)}\r\n${this.interjection}${hex(pdu)}\r\n\r\nOK\r\n`;
  }
}

function tpduLength(pdu: Uint8Array): number {
  return pdu.length - (pdu[0] ?? 0) - 1;
}
