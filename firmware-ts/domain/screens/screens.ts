// What the display says: lines of ASCII, 16 columns, 8 or 4 rows. Drawn only when they differ from what is shown.

import type { Millis } from "../millis.ts";
import type { ModemHealth } from "../modem/modem.ts";
import { COLUMNS, toAscii, wrap } from "./display-text.ts";

/** How the gateway's three connections are. */
export interface Connections {
  readonly wifi: "off" | "joining" | "no-network" | "wrong-key" | "up";
  readonly broker: "waiting" | "up" | "unreachable" | "refused";
  readonly modem: ModemHealth;
}

/** A message's text is shown so long; then the sender alone stays, as the display may be seen by anybody. */
const TEXT_SHOWN_MS = 30000;

/** The message that the display shows. */
export interface ShownMessage {
  readonly from: string;
  readonly text: string;
  readonly since: Millis;
}

/** Whether a message is still new enough for its text. */
export function isTextShown(message: ShownMessage, now: Millis): boolean {
  return now - message.since < TEXT_SHOWN_MS;
}

/** Before the first message: how things stand, a line each. */
export function statusScreen(connections: Connections, count: number, rows: number): string[] {
  const lines = [
    `WiFi   ${wifiWords(connections.wifi)}`,
    `Broker ${brokerWords(connections.broker)}`,
    `Modem  ${modemWords(connections.modem)}`,
    `Messages ${count}`,
  ];
  return rows < 6 ? lines : ["SMS gateway", ""].concat(lines);
}

/** Sender, text, and a last line with the connections and the count. */
export function messageScreen(
  message: ShownMessage,
  connections: Connections,
  count: number,
  rows: number,
  now: Millis,
): string[] {
  const lines = [toAscii(message.from).slice(0, COLUMNS)];
  const text = isTextShown(message, now) ? wrap(message.text, rows - 2) : [];
  for (const line of text) lines.push(line);
  while (lines.length < rows - 1) lines.push("");
  lines.push(summary(connections, count));
  return lines;
}

/** What is wrong with the settings, as far as it fits. */
export function settingsScreen(problems: readonly string[], rows: number): string[] {
  return wrap(`Settings:\n${problems.join("\n")}`, rows);
}

/** `W+B+M+` with a minus for what is not up, and the count at the right. */
function summary(connections: Connections, count: number): string {
  const wifi = connections.wifi === "up" ? "+" : "-";
  const broker = connections.broker === "up" ? "+" : "-";
  const modem = connections.modem === "ready" ? "+" : "-";
  const number = `#${count}`;
  return `W${wifi}B${broker}M${modem}${" ".repeat(Math.max(COLUMNS - 6 - number.length, 0))}${number}`;
}

function wifiWords(state: string): string {
  switch (state) {
    case "up":
      return "ok";
    case "joining":
      return "joining";
    case "no-network":
      return "not found";
    case "wrong-key":
      return "password?";
    default:
      return "off";
  }
}

function brokerWords(state: string): string {
  switch (state) {
    case "up":
      return "ok";
    case "unreachable":
      return "no answer";
    case "refused":
      return "refused";
    default:
      return "-";
  }
}

function modemWords(state: string): string {
  switch (state) {
    case "ready":
      return "ok";
    case "no-sim":
      return "no SIM";
    case "pin":
      return "SIM PIN";
    case "wrong-pin":
      return "PIN wrong";
    case "starting":
      return "starting";
    case "no-power":
      return "no power?";
    default:
      return "silent";
  }
}
