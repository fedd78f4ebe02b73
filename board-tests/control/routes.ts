// The routes of the HTTP interface, as docs/simulator.md describes them.

import { displayPng } from "../models/display-png.ts";
import { displayPixels, displayText, type Font } from "../models/display-text.ts";
import type { HardwareReport } from "../models/gateway-hardware.ts";
import { encodeDeliver } from "../models/sim800/pdu-encode.ts";
import type { Sim800Report } from "../models/sim800/sim800.ts";
import { isPduHex } from "../models/sim800/tpdu.ts";
import type { DisplayFrame } from "../models/ssd1306.ts";
import type { BoardPort } from "./board-port.ts";
import { type EventLog, logText } from "./event-log.ts";
import { booleanOf, optionalTextOf, Refusal, textOf } from "./http-request.ts";
import type { Route, RouteAnswer, RouteRequest, RouteTable } from "./http-server.ts";
import { isoWithOffset } from "./iso-time.ts";
import { type Networks, NetworksError, networksOf } from "./sim-networks.ts";
import { snakeCase } from "./snake-case.ts";

/** A message as the embedded broker saw it. */
export interface SeenMessage {
  atMs: number;
  topic: string;
  payload: string;
  qos: number;
  retain: boolean;
}

export interface ControlledSimulator {
  board: BoardPort;
  log: EventLog;
  /** The characters of the display. */
  font(): Promise<Font>;
  /** Messages at the embedded broker, oldest first; null with a broker elsewhere. */
  messages(): Promise<SeenMessage[] | null>;
  /** What the board's radio finds now. */
  networks: Networks;
}

/** Characters of an SMS text at most: 255 parts of 67 characters. */
const TEXT_LENGTH_MAX = 17_085;

/** Changes of the LED that are told: some cycles of its blinking. */
const LED_CHANGES = 20;

const REGISTRATION: readonly string[] = ["none", "home", "searching", "denied", "unknown", "roaming"];

const MESSAGE_STATUS: readonly string[] = ["unread", "read", "unsent", "sent"];

export function routesOf(simulator: ControlledSimulator): RouteTable {
  const { board, log } = simulator;
  const sender = new SmsSender(board);
  return {
    "POST /api/modem/sms": ({ body }) => sender.send(body),
    "POST /api/modem/pdu": ({ body }) => deliverPdu(board, body),
    "POST /api/switch": ({ body }) => setSwitch(board, body),
    "POST /api/power": ({ body }) => setPower(board, body),
    "GET /api/networks": async () => ({ json: { networks: simulator.networks } }),
    "POST /api/networks": ({ body }) => setNetworks(simulator, body),
    "GET /api/display.png": () => displayPicture(board),
    "GET /api/display.txt": (request) => displayAsText(simulator, request),
    "GET /api/state": () => state(simulator),
    "GET /api/modem": () => modem(board),
    "GET /api/mqtt": () => mqtt(simulator),
    "GET /api/log": logRoute(log),
  };
}

/** Texts as messages: the parts of a long one share a reference, the next long one has another. */
class SmsSender {
  private reference = 0;

  constructor(private readonly board: BoardPort) {}

  async send(body: Record<string, unknown>): Promise<RouteAnswer> {
    const from = textOf(body, "from");
    const text = textOf(body, "text");
    const time = optionalTextOf(body, "time") ?? isoWithOffset(new Date());
    if (text.length > TEXT_LENGTH_MAX) throw new Refusal(400, `"text" may have ${TEXT_LENGTH_MAX} characters at most.`);
    this.reference = (this.reference + 1) & 0xff;
    const pdus = encode({ from, text, time, reference: this.reference });
    const deliveries = [];
    for (const pdu of pdus) deliveries.push(await deliver(this.board, pdu));
    return { json: { messages: deliveries } };
  }
}

function encode(message: Parameters<typeof encodeDeliver>[0]): string[] {
  try {
    return encodeDeliver(message);
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal(400, `No SMS can be made of this: ${error.message}.`);
    throw error;
  }
}

async function deliverPdu(board: BoardPort, body: Record<string, unknown>): Promise<RouteAnswer> {
  const pdu = textOf(body, "pdu");
  if (!isPduHex(pdu))
    throw new Refusal(400, '"pdu" must be hex digits in pairs: the service centre\'s address, then the TPDU.');
  return { json: { messages: [await deliver(board, pdu)] } };
}

async function deliver(board: BoardPort, pdu: string): Promise<unknown> {
  return snakeCase(await toModem(board, { do: "modem-deliver", pdu }));
}

/** A bridged modem cannot be told anything: that is the caller's mistake, not the simulator's. */
async function toModem(board: BoardPort, command: Parameters<BoardPort["hardware"]>[0]): Promise<unknown> {
  try {
    return await board.hardware(command);
  } catch (error) {
    throw new Refusal(409, `${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function setSwitch(board: BoardPort, body: Record<string, unknown>): Promise<RouteAnswer> {
  const setup = booleanOf(body, "setup");
  await board.hardware({ do: "switch", setup });
  return { json: { setup } };
}

async function setPower(board: BoardPort, body: Record<string, unknown>): Promise<RouteAnswer> {
  const on = booleanOf(body, "on");
  await board.power(on);
  return { json: { on } };
}

async function setNetworks(simulator: ControlledSimulator, body: Record<string, unknown>): Promise<RouteAnswer> {
  try {
    simulator.networks = networksOf(body.networks);
  } catch (error) {
    if (error instanceof NetworksError) throw new Refusal(400, error.message);
    throw error;
  }
  await simulator.board.setNetworks(simulator.networks);
  return { json: { networks: simulator.networks } };
}

async function frameOf(board: BoardPort): Promise<DisplayFrame> {
  const frame = (await board.hardware({ do: "frame" })) as DisplayFrame | null;
  if (!frame) throw new Refusal(409, "This board has no display.");
  return frame;
}

async function displayPicture(board: BoardPort): Promise<RouteAnswer> {
  return { type: "image/png", content: displayPng(await frameOf(board)) };
}

async function displayAsText(simulator: ControlledSimulator, { query }: RouteRequest): Promise<RouteAnswer> {
  const frame = await frameOf(simulator.board);
  const text = query.has("pixels") ? displayPixels(frame) : displayText(frame, await simulator.font());
  return { type: "text/plain; charset=utf-8", content: `${text}\n` };
}

async function state(simulator: ControlledSimulator): Promise<RouteAnswer> {
  const { accessPoint, ...board } = await simulator.board.state();
  const { ssid, key } = accessPoint;
  const addresses = simulator.board.portal();
  const report = await reportOf(simulator.board);
  const { display, modem, setup, led, ledChanges, uart } = report;
  const frame = display && { width: display.width, height: display.height, on: display.on, frames: display.frames };
  return {
    json: snakeCase({
      ...board,
      accessPoint,
      portal: addresses && { ssid, key, ...addresses },
      setup,
      led,
      ledChanges: ledChanges.slice(-LED_CHANGES),
      uart,
      display: frame,
      modem: modem && modemSummary(modem),
    }),
  };
}

function modemSummary(modem: Sim800Report): Record<string, unknown> {
  const { powered, operator, rssi, baud, capacity, slots } = modem;
  return {
    powered,
    registration: REGISTRATION[modem.registration],
    operator,
    rssi,
    baud,
    simUsed: slots.length,
    simCapacity: capacity,
  };
}

async function modem(board: BoardPort): Promise<RouteAnswer> {
  const { modem } = await reportOf(board);
  if (!modem) throw new Refusal(409, "The modem is a real one, on a serial line: nothing is known of it here.");
  const slots = modem.slots.map(({ slot, status, pdu }) => ({ slot, status: MESSAGE_STATUS[status], pdu }));
  const { held, sent, deliveries, commands } = modem;
  return { json: snakeCase({ ...modemSummary(modem), slots, held, sent, deliveries, commands }) };
}

async function reportOf(board: BoardPort): Promise<HardwareReport> {
  return (await board.hardware({ do: "report" })) as HardwareReport;
}

async function mqtt(simulator: ControlledSimulator): Promise<RouteAnswer> {
  const messages = await simulator.messages();
  if (!messages) throw new Refusal(409, "The broker is elsewhere (--broker): ask it.");
  return { json: { messages: snakeCase(messages) } };
}

/** `?since=N` gives what came after entry N, `?limit=N` the last N, `?text` lines for people. */
function logRoute(log: EventLog): Route {
  return async ({ query }) => {
    const entries = log.after(count(query, "since"), count(query, "limit"));
    if (!query.has("text")) return { json: { entries: snakeCase(entries) } };
    return { type: "text/plain; charset=utf-8", content: entries.map((entry) => `${logText(entry)}\n`).join("") };
  };
}

function count(query: URLSearchParams, key: string): number | undefined {
  const text = query.get(key);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new Refusal(400, `"${key}" must be a number.`);
  return Number(text);
}
