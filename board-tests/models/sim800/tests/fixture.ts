// A SIM800 on a line with a terminal, started and ready, for the tests beside this file.

import { ManualClock } from "../../tests/manual-clock.ts";
import { Terminal } from "../../tests/terminal.ts";
import { UartLine } from "../../uart-line.ts";
import { encodeDeliver } from "../pdu-encode.ts";
import type { Sim800Options } from "../settings.ts";
import { Sim800 } from "../sim800.ts";

export interface Bench {
  clock: ManualClock;
  line: UartLine;
  modem: Sim800;
  terminal: Terminal;
}

/** A modem that has just been given power. */
export function coldModem(options: Sim800Options = {}): Bench {
  const clock = new ManualClock();
  const line = new UartLine(clock);
  const modem = new Sim800(clock, line, options);
  const terminal = new Terminal(clock, line);
  modem.powerOn();
  return { clock, line, modem, terminal };
}

/** A registered modem with the profile that a gateway sets. */
export function readyModem(options: Sim800Options = {}): Bench {
  const bench = coldModem(options);
  bench.clock.advance(10_000);
  for (const command of ["AT", "ATE0", "AT+CMEE=1", "AT+CMGF=0", 'AT+CPMS="SM","SM","SM"', "AT+CNMI=2,1,0,1,0"]) {
    bench.terminal.ask(command);
  }
  bench.terminal.take();
  return bench;
}

/** A one-part message as a PDU. */
export function pduOf(text: string, from = "+447700900123"): string {
  return encodeDeliver({ from, text, time: "2026-11-22T09:30:45+01:00" })[0] as string;
}

/** The lines of a text without those that are empty. */
export function linesOf(text: string): string[] {
  return text.split("\r\n").filter(Boolean);
}
