// The simulator put together: broker, virtual board, modem, HTTP interface, and what is kept from run to run.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";
import type { HardwareOptions } from "../models/gateway-hardware.ts";
import type { ReceivedMessage } from "../models/mqtt-broker/broker.ts";
import type { Sim800Memory } from "../models/sim800/sim800.ts";
import type { DisplayFrame } from "../models/ssd1306.ts";
import { VirtualBoard } from "../virtual-board/board.ts";
import type { BoardOptions } from "../virtual-board/board-options.ts";
import { type EmbeddedBroker, startEmbeddedBroker } from "./embedded-broker.ts";
import { EventLog } from "./event-log.ts";
import { framebufFont } from "./framebuf-font.ts";
import { type HttpInterface, serve } from "./http-server.ts";
import { type OutsideModem, openOutsideModem } from "./outside-modem.ts";
import { routesOf, type SeenMessage } from "./routes.ts";
import { SimData } from "./sim-data.ts";
import { type Networks, NetworksError, parseNetworks } from "./sim-networks.ts";
import { type SimOptions, UsageError } from "./sim-options.ts";
import {
  type BoardSettings,
  defaultSettings,
  EMBEDDED_HOST,
  parseSettings,
  portOfSettings,
  usesEmbeddedBroker,
  withBroker,
} from "./sim-settings.ts";
import { UsbPort } from "./usb-port.ts";

/** How often what modem and SIM remember is written, and the model's broker is asked for messages, in ms. */
const SAVE_EVERY_MS = 2_000;
const ASK_BROKER_EVERY_MS = 200;

/** The board opens its ports one after the other. */
const PORTAL_SETTLES_MS = 100;

export class Simulator {
  readonly log: EventLog;
  private readonly timers: NodeJS.Timeout[] = [];
  /** The zero of the board's time, in this machine's. */
  private boardZeroMs = performance.now();
  private board!: VirtualBoard;
  private embedded: EmbeddedBroker | null = null;
  private outsideModem: OutsideModem | null = null;
  private usb: UsbPort | null = null;
  private http: HttpInterface | null = null;
  private modelMessages: SeenMessage[] = [];
  private lastModelMessage = 0;
  private readonly networks: Networks;
  private portalTimer: NodeJS.Timeout | undefined;

  private constructor(
    private readonly options: SimOptions,
    private readonly data: SimData,
    private readonly runSettings: RunSettings,
    device: string,
  ) {
    this.networks = networksFor(options);
    const maps = mapsBeside(device);
    const mapper = maps === null ? null : new LogMapper(maps);
    this.log = new EventLog((line) => mapper?.map(line) ?? line);
  }

  /**
   * Starts everything, with the firmware in folder `device`; the board still has no power, see powerOn().
   * Rejects with UsageError for what the user can mend.
   */
  static async start(options: SimOptions, device: string): Promise<Simulator> {
    const data = new SimData(options.data);
    data.removeOldFirmware(device);
    const simulator = new Simulator(options, data, settingsFor(options, data), device);
    try {
      await simulator.startParts(device);
      return simulator;
    } catch (error) {
      await simulator.stop();
      throw error;
    }
  }

  /** The board's settings, as far as they are known. */
  get settings(): BoardSettings {
    return this.runSettings.settings;
  }

  /** The HTTP interface's port. */
  get httpPort(): number {
    return this.http?.port ?? this.options.httpPort;
  }

  /** The embedded broker's port; null with a broker elsewhere, or inside the worker for virtual time. */
  get mqttPort(): number | null {
    return this.embedded?.port ?? null;
  }

  get virtualTime(): boolean {
    return this.options.speed !== 1;
  }

  /** Power: the board starts, time runs. */
  async powerOn(): Promise<void> {
    await this.board.powerOn();
    if (this.virtualTime) this.board.run();
  }

  /** What the display shows; null without one. */
  display(): Promise<DisplayFrame | null> {
    return this.board.display();
  }

  /** Rejects when the virtual board itself has failed. */
  failure(): Promise<never> {
    return new Promise((_, reject) => this.board.once("failure", reject));
  }

  /** Ends everything in good order; what must be kept is written first. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    clearTimeout(this.portalTimer);
    if (this.board) {
      await this.saveModem().catch(() => {}); // a failed board has nothing more to tell
      await this.board.close();
    }
    await this.usb?.close();
    await this.outsideModem?.close();
    await this.http?.close();
    await this.embedded?.stop();
  }

  private async startParts(device: string): Promise<void> {
    if (!this.virtualTime && usesEmbeddedBroker(this.settings)) this.embedded = await this.startBroker();
    this.board = await VirtualBoard.create(this.boardOptions(device));
    this.boardZeroMs = performance.now() - this.board.nowMs;
    this.board.on("event", (event) => this.log.take(event));
    this.board.on("portal", () => {
      clearTimeout(this.portalTimer);
      this.portalTimer = setTimeout(() => void this.tellPortal().catch(() => {}), PORTAL_SETTLES_MS);
    });
    if (this.options.uart) await this.bridgeModem(this.options.uart);
    if (this.options.usb) this.usb = await UsbPort.open(this.options.usb, this.board);
    this.http = await this.startHttp();
    if (this.virtualTime) this.every(ASK_BROKER_EVERY_MS, () => this.askBroker());
    if (!this.options.uart) this.every(SAVE_EVERY_MS, () => this.saveModem());
  }

  private boardOptions(device: string): BoardOptions {
    const { speed } = this.options;
    const brokerPort = portOfSettings(this.settings);
    const embedded = `${EMBEDDED_HOST}:${brokerPort}`;
    const redirect: Record<string, string> = this.mqttPort === null ? {} : { [embedded]: `127.0.0.1:${this.mqttPort}` };
    const time: Partial<BoardOptions> = this.virtualTime
      ? {
          time: "virtual",
          network: { kind: "model", brokerPort, timeEpochMs: Date.now() },
          ...(Number.isFinite(speed) ? { speed } : {}),
        }
      : { time: "real", network: { kind: "host", redirect } };
    return {
      firmware: device,
      ...(this.runSettings.write ? { settings: this.settings } : {}),
      flash: { dir: this.data.flashFolder },
      hardware: this.hardwareOptions(),
      wifi: { accessPoints: this.networks },
      ...time,
    };
  }

  private hardwareOptions(): HardwareOptions {
    if (this.options.uart) return { modem: "bridge" };
    const memory = this.data.readModem();
    const { number } = this.settings;
    return {
      // The network tells today's time, as most do.
      modem: { ownNumber: typeof number === "string" ? number : null, networkEpochMs: Date.now() },
      ...(memory ? { modemMemory: memory } : {}),
    };
  }

  private async startBroker(): Promise<EmbeddedBroker> {
    const broker = await startEmbeddedBroker(this.options.mqttPort, () => this.elapsedMs()).catch(
      portSentence(this.options.mqttPort, "--mqtt"),
    );
    broker.onMessage((message) => this.tellMessage(message));
    return broker;
  }

  private startHttp(): Promise<HttpInterface> {
    const { board, log } = this;
    const routes = routesOf({
      board: {
        power: (on) => (on ? board.powerOn() : board.powerOff({ modemToo: true })),
        hardware: (command) => board.hardware(command),
        portal: () => board.portal,
        setNetworks: (accessPoints) => board.tell({ do: "access-points", accessPoints }),
        state: () => board.state(),
      },
      log,
      networks: this.networks,
      font: framebufFont,
      messages: () => this.messages(),
    });
    return serve(routes, this.options.httpPort).catch(portSentence(this.options.httpPort, "--http"));
  }

  private async messages(): Promise<SeenMessage[] | null> {
    if (this.virtualTime) return this.modelMessages;
    return this.embedded?.messages ?? null;
  }

  private async bridgeModem(where: string): Promise<void> {
    const { board } = this;
    const modem = await openOutsideModem(where, {
      received: (bytes) => void board.hardware({ do: "bridge-in", bytes: new Uint8Array(bytes) }).catch(() => {}),
      lost: (reason) => this.log.add("fault", `the modem's connection is lost: ${reason}`, this.elapsedMs()),
    });
    this.outsideModem = modem;
    board.on("hardware", (event) => {
      if (event.type === "bridge-out") modem.send(event.bytes, event.baud);
    });
  }

  /** Messages at the broker inside the worker, as they come. */
  private async askBroker(): Promise<void> {
    const messages = (await this.board.broker("messagesAfter", this.lastModelMessage)) as ReceivedMessage[];
    for (const { number, atMs, topic, payload, qos, retain } of messages) {
      this.lastModelMessage = number;
      const message = { atMs, topic, payload: new TextDecoder().decode(payload), qos, retain };
      this.modelMessages.push(message);
      this.tellMessage(message);
    }
  }

  /** The board serves by its own access point: where that is on this machine. */
  private async tellPortal(): Promise<void> {
    const { portal } = this.board;
    const { accessPoint, nowMs } = await this.board.state();
    const text = portal
      ? `what ${accessPoint.ssid} serves is at http://${portal.http}/, its name server at ${portal.dns ?? "none"}`
      : "the board serves nothing by its own access point any more";
    this.log.add("simulator", text, nowMs);
  }

  private tellMessage({ topic, payload, atMs }: SeenMessage): void {
    this.log.add("mqtt", `${topic} ${payload}`, atMs);
  }

  /** The board's time, in real time. */
  private elapsedMs(): number {
    return performance.now() - this.boardZeroMs;
  }

  private async saveModem(): Promise<void> {
    if (this.options.uart) return;
    this.data.writeModem((await this.board.hardware({ do: "modem-remember" })) as Sim800Memory);
  }

  /** Runs `action` again and again; a board that is being closed rejects it, which is no matter. */
  private every(ms: number, action: () => Promise<void>): void {
    let running = false;
    this.timers.push(
      setInterval(() => {
        if (running) return;
        running = true;
        action()
          .catch(() => {})
          .finally(() => {
            running = false;
          });
      }, ms),
    );
  }
}

/** The board's settings in one run. */
export interface RunSettings {
  settings: BoardSettings;
  /** False: the flash holds them already, and is left alone. */
  write: boolean;
}

type SettingsOptions = Pick<SimOptions, "settings" | "broker"> & Partial<Pick<SimOptions, "noSettings">>;

/**
 * The file of --settings, else what is on the flash, else the defaults; --broker goes over all of them. Damaged settings
 * on the flash are the firmware's to complain of: they stay, and nothing is known of them here. With --no-settings an empty
 * flash stays empty.
 */
export function settingsFor(options: SettingsOptions, data: SimData): RunSettings {
  if (options.settings !== null) return withBrokerOf(options, readFile(options.settings));
  const stored = data.readSettings();
  if (stored === "none" && options.noSettings) return { settings: {}, write: false };
  if (stored === "none") return withBrokerOf(options, defaultSettings());
  if (options.broker) return withBrokerOf(options, stored === "damaged" ? defaultSettings() : stored);
  return { settings: stored === "damaged" ? {} : stored, write: false };
}

function withBrokerOf({ broker }: Pick<SimOptions, "broker">, settings: BoardSettings): RunSettings {
  return { settings: broker ? withBroker(settings, broker) : settings, write: true };
}

/** The networks in the file of --networks. */
function networksFor({ networks }: Pick<SimOptions, "networks">): Networks {
  if (networks === null) return "any";
  if (!existsSync(networks)) throw new UsageError(`--networks ${networks}: there is no such file.`);
  try {
    return parseNetworks(readFileSync(networks, "utf8"));
  } catch (error) {
    if (error instanceof NetworksError) throw new UsageError(`--networks ${networks}: ${error.message}`);
    throw error;
  }
}

function readFile(file: string): BoardSettings {
  if (!existsSync(file)) throw new UsageError(`--settings ${file}: there is no such file.`);
  return parseSettings(readFileSync(file, "utf8"), file);
}

/** Turns the system's word on a port into a sentence with the option that changes it. */
function portSentence(port: number, option: string): (error: unknown) => never {
  return (error) => {
    const code = (error as NodeJS.ErrnoException).code;
    const example = `npm run sim -- ${option} ${port === 0 ? 18_080 : port + 1}`;
    if (code === "EADDRINUSE") throw new UsageError(`Port ${port} is in use. ${option} takes another one: ${example}`);
    if (code === "EACCES")
      throw new UsageError(`Port ${port} needs rights that you do not have. ${option} takes another one: ${example}`);
    throw error;
  };
}

/** The source maps of the build whose device folder this is: dist/maps beside dist/device. */
function mapsBeside(device: string): string | null {
  const maps = join(dirname(device), "maps");
  return existsSync(maps) ? maps : null;
}
