// One run of the gateway on this machine: the thread that never waits. It has the serial port, the sockets, standard
// input and the signals, and starts the thread of the loop, which decides.
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { MessageChannel, type Worker } from "node:worker_threads";
import { isDiscoveryKept } from "../domain/home-assistant/kept-discovery.ts";
import { infoHead } from "../domain/info.ts";
import { featuresOf } from "../domain/settings/features.ts";
import { sendRulesOf } from "../domain/settings/send-settings.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { shownSettings } from "../domain/settings/shown-settings.ts";
import { oldNumberOf } from "../domain/settings/side-settings.ts";
import type { Note } from "./announcer.ts";
import { clientIdFor } from "./client-id.ts";
import { FileJournal } from "./file-journal.ts";
import { HostTime } from "./host-time.ts";
import { INBOX_BELL, type News, type Order, SHARED_LENGTH, WATCHDOG_FEEDS } from "./messages.ts";
import { ModemDevice } from "./modem-device.ts";
import { MqttLink } from "./mqtt-link.ts";
import { type GatewayOptions, UsageError } from "./options.ts";
import { readSettingsFile } from "./settings-file.ts";
import { startLoop } from "./start-loop.ts";
import { type TlsCredentials, tlsCredentials } from "./tls-credentials.ts";

const HOUR_MS = 3_600_000;
/** So many looks in a row without a sign of life from the loop: it hangs. A machine that slept looks but once. */
const LOOK_EVERY_MS = 1000;
const LOOKS_MAX = 10;
/** A message under way, `offline`, and what the modem is at: 6, 6 and 3 s at most. */
const STOP_MS_MAX = 20_000;
/** DISCONNECT, to a broker that may no longer read. */
const LEAVE_MS_MAX = 1000;

/** Runs until SIGINT or SIGTERM. @returns the exit code; rejects with UsageError for what the user can mend */
export async function runGateway(options: GatewayOptions, print: (line: string) => void): Promise<number> {
  const { settings, problems } = readSettingsFile(options.settings);
  if (!settings.usable) throw new UsageError(problems.join("\n"));
  if (settings.text("broker_kind") !== "mqtt")
    throw new UsageError(
      `${options.settings}: broker_kind adafruit-io is for a board; this gateway speaks to MQTT brokers.`,
    );
  for (const problem of problems) print(`E 0 ${problem}`);
  return new NodeGateway(options, settings, tlsCredentials(settings, options.settings), print).run();
}

class NodeGateway {
  private readonly shared = new Int32Array(new SharedArrayBuffer(SHARED_LENGTH * Int32Array.BYTES_PER_ELEMENT));
  private readonly channel = new MessageChannel();
  private readonly modem: ModemDevice;
  private readonly mqtt: MqttLink;
  private readonly clientId: string;
  private readonly startedAtMs = performance.now();
  private leaving: Promise<void> = Promise.resolve();
  private end: (code: number) => void = () => {};

  constructor(
    private readonly options: GatewayOptions,
    private readonly settings: Settings,
    tls: TlsCredentials | null,
    private readonly print: (line: string) => void,
  ) {
    this.modem = new ModemDevice(options.uart, options.baud, {
      opened: () => this.tell({ news: "opened" }),
      received: (octets) => this.tell({ news: "received", octets }),
      note: this.note,
    });
    const tell = (news: News) => this.tell(news);
    this.clientId = clientIdFor(options.uart);
    this.mqtt = new MqttLink(settings, tls, settings.text("client_id") || this.clientId, { tell, note: this.note });
  }

  async run(): Promise<number> {
    const ended = new Promise<number>((resolve) => {
      this.end = resolve;
    });
    this.modem.open();
    const worker = this.startLoop();
    const watching = this.watchLoop();
    const time = new HostTime((seconds) => this.tell({ news: "time", seconds }));
    void time.ask();
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => this.stop());
    process.stdin.on("data", (octets: Buffer) => this.tell({ news: "typed", octets: new Uint8Array(octets) }));
    // Whoever read along has gone: the gateway goes on.
    for (const stream of [process.stdin, process.stdout]) stream.on("error", () => {});
    const code = await ended;
    clearInterval(watching);
    time.end();
    await Promise.race([this.leaving, sleep(LEAVE_MS_MAX)]);
    await this.modem.close();
    await worker.terminate();
    return code;
  }

  private readonly note: Note = (level, text) => {
    const seconds = Math.trunc((performance.now() - this.startedAtMs) / 1000);
    this.print(`${level} ${seconds} ${text}`);
  };

  private tell(news: News): void {
    this.channel.port1.postMessage(news);
    Atomics.add(this.shared, INBOX_BELL, 1);
    Atomics.notify(this.shared, INBOX_BELL);
  }

  private startLoop(): Worker {
    const { port1, port2 } = this.channel;
    const { settings, shared } = this;
    const setup = {
      build: `node-${version()}`,
      shownSettings: shownSettings(settings),
      info: infoHead(`node-${version()}`, process.platform, "", -1, "", featuresOf(settings)),
      topic: settings.text("topic"),
      isPlain: settings.text("broker_tls") !== "true",
      number: settings.text("number"),
      rules: sendRulesOf(settings),
      timeZone: settings.text("time_zone"),
      simPin: settings.text("sim_pin"),
      rejectsCalls: settings.text("calls") === "reject",
      ussdCodes: settings.text("ussd_codes"),
      balanceCode: settings.text("balance_code"),
      key: settings.text("key"),
      requiresSigned: settings.text("require_signed") === "true",
      device: this.isTellingHomeAssistant() ? this.clientId : "",
      wantsHomeAssistant: settings.text("home_assistant") === "true",
      dongle: oldNumberOf(settings),
      journal: this.options.journal,
      patienceMs: settings.integer("parts_timeout_h") * HOUR_MS,
      shared,
    };
    const worker = startLoop(setup, port2);
    port1.on("message", (order: Order) => this.obey(order));
    worker.once("error", (error) => {
      console.error("The gateway has failed. This is a fault in its program; please report it with these lines:");
      console.error(error.stack ?? error);
      this.end(1);
    });
    return worker;
  }

  private isTellingHomeAssistant(): boolean {
    return isDiscoveryKept(this.settings, this.clientId, process.platform, new FileJournal(this.options.journal));
  }

  private obey(order: Order): void {
    switch (order.order) {
      case "write":
        return this.modem.write(order.text);
      case "connect":
        return this.mqtt.connect(order.connection);
      case "publish":
        return this.mqtt.publish(order);
      case "close":
        this.leaving = this.mqtt.close(order.connection, order.isOrderly);
        return;
      case "say":
        return this.print(order.line);
      case "end":
        return this.stop();
      case "stopped":
        return this.end(0);
    }
  }

  /** The loop ends what is under way first; a second signal ends the process at once. */
  private stop(): void {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
    this.tell({ news: "stop" });
    setTimeout(() => this.hung(), STOP_MS_MAX).unref();
  }

  private watchLoop(): NodeJS.Timeout {
    let fed = 0;
    let looks = 0;
    return setInterval(() => {
      const now = Atomics.load(this.shared, WATCHDOG_FEEDS);
      looks = now === fed ? looks + 1 : 0;
      fed = now;
      if (looks >= LOOKS_MAX) this.hung();
    }, LOOK_EVERY_MS);
  }

  private hung(): void {
    this.note("E", "The gateway's loop hangs, so the gateway ends. This is a fault in its program: please report it.");
    this.end(1);
  }
}

function version(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}
