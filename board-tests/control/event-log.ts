// The simulator's log: what happened on the board and around it, as lines with a number and a moment.

import type { BoardEvent } from "../virtual-board/board-messages.ts";

export interface LogEntry {
  /** Counts from 1; the last one seen asks for what came after it. */
  number: number;
  /** Milliseconds since the simulator started, in the board's time. */
  atMs: number;
  source: "board" | "console" | "modem" | "wifi" | "flash" | "socket" | "fault" | "mqtt" | "simulator";
  text: string;
}

const ENTRIES_MAX = 5_000;

type Line = Pick<LogEntry, "source" | "text">;

/** WLAN.status() in words. */
const WIFI_STATES: Readonly<Record<string, string>> = {
  active: "switched on",
  inactive: "switched off",
  "status 0": "not connected",
  "status 1": "joining",
  "status 2": "joined, waiting for an address",
  "status 3": "connected",
  "status -1": "connection failed",
  "status -2": "no such network in reach",
  "status -3": "wrong password",
};

const RESET_CAUSES: Readonly<Record<number, string>> = { 1: "power-on", 3: "watchdog or reset" };

export class EventLog {
  private entries: LogEntry[] = [];
  private count = 0;
  private listener: (entry: LogEntry) => void = () => {};

  /** @param trace what becomes of a line of the console: the frames of a traceback in lines of TypeScript */
  constructor(private readonly trace: (line: string) => string = (line) => line) {}

  /** Takes an event of the board in. */
  take(event: BoardEvent): void {
    const line = lineOf(event);
    if (line) this.add(line.source, line.source === "console" ? this.trace(line.text) : line.text, event.atMs);
  }

  add(source: LogEntry["source"], text: string, atMs: number): void {
    const entry = { number: ++this.count, atMs, source, text };
    this.entries.push(entry);
    if (this.entries.length > ENTRIES_MAX) this.entries.shift();
    this.listener(entry);
  }

  /** The entries after number `since`, the last `limit` of them. */
  after(since = 0, limit = ENTRIES_MAX): LogEntry[] {
    const found = this.entries.filter((entry) => entry.number > since);
    return found.slice(Math.max(0, found.length - limit));
  }

  /** Calls `listener` with each new entry. */
  onEntry(listener: (entry: LogEntry) => void): void {
    this.listener = listener;
  }
}

/** One line of the log, for people: `   12.345 s  modem    → AT+CSQ`. */
export function logText(entry: LogEntry): string {
  return `${(entry.atMs / 1_000).toFixed(3).padStart(9)} s  ${entry.source.padEnd(9)} ${entry.text}`;
}

function lineOf(event: BoardEvent): Line | undefined {
  switch (event.type) {
    case "power":
      return { source: "board", text: event.on ? "power on" : "power off" };
    case "boot":
      return {
        source: "board",
        text: `starts (${RESET_CAUSES[event.cause] ?? `reset cause ${event.cause}`}), ${event.freeBytes} bytes of heap free`,
      };
    case "end":
      return { source: "board", text: `ends: ${event.reason}` };
    case "prompt":
      return { source: "board", text: "main.py has ended; the board is at its prompt" };
    case "stdout":
      return { source: "console", text: event.text };
    case "uart":
      return { source: "modem", text: `${event.direction === "to-modem" ? "→" : "←"} ${event.text}` };
    case "flash":
      return { source: "flash", text: `${event.operation} ${event.path} ${event.bytes} bytes` };
    case "wifi":
      return { source: "wifi", text: WIFI_STATES[event.state] ?? event.state };
    case "socket":
      return { source: "socket", text: `${event.operation} ${event.detail}`.trim() };
    case "fault":
      return { source: "fault", text: event.text };
  }
}
