// npm run monitor: what the board prints, for as long as somebody looks, over restarts and pulled cables.
import { join } from "node:path";
import colours from "picocolors";
import { type BrokerAddress, parseBrokerUrl } from "../../board-tests/control/broker-url.ts";
import { ask } from "../device/console.ts";
import { mapsIn } from "../device/crash-words.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "../device/device-error.ts";
import { findMpremote } from "../device/mpremote.ts";
import { choosePort, type FoundPort, listPorts } from "../device/ports.ts";
import { pause, SerialLine } from "../device/serial-line.ts";
import { followMqtt } from "./follow-mqtt.ts";
import { BoardLines } from "./lines.ts";
import type { MonitorOptions } from "./options.ts";

const LOOK_AGAIN_MS = 100;
/** A reader waits for a line that comes in pieces. */
const QUIET_MS = 200;

export class Monitor {
  private isEnded = false;
  private line: SerialLine | null = null;
  private endMqtt: (() => void) | null = null;

  constructor(
    private readonly options: MonitorOptions,
    private readonly dist: string,
    private readonly print: (line: string) => void,
  ) {}

  /** Until end(). Throws a DeviceError when there is no board to begin with. */
  async run(): Promise<void> {
    const port = await this.find();
    this.line = await SerialLine.open(port.path);
    this.note(`${this.options.board.title} at ${port.path}. Ctrl-C ends it.`);
    if (this.options.followMqtt) this.endMqtt = await this.follow(this.line);
    const lines = new BoardLines(mapsIn(join(this.dist, "maps")));
    for (let current = this.line; !this.isEnded; current = await this.reopened(port)) {
      this.line = current;
      lines.begin();
      current.write('\r{"cmd":"log"}\r{"cmd":"diagnose"}\r');
      await this.show(current, lines);
      await current.close();
      if (!this.isEnded) this.note("The board restarts, or its cable was pulled …");
    }
  }

  async end(): Promise<void> {
    this.isEnded = true;
    this.endMqtt?.();
    await this.line?.close();
  }

  private async find(): Promise<FoundPort> {
    const mpremote = await findMpremote();
    return choosePort(await listPorts(mpremote), this.options.board, this.options.port);
  }

  private async show(line: SerialLine, lines: BoardLines): Promise<void> {
    let at = 0;
    for (;;) {
      const end = await line.until((text) => (text.length > at ? text.length : null), LOOK_AGAIN_MS);
      if (end === null && (line.isGone || this.isEnded)) return;
      if (end === null) continue;
      await line.until((text) => (text.endsWith("\n") ? true : null), QUIET_MS);
      const text = line.text.slice(at);
      const whole = text.lastIndexOf("\n") + 1;
      at += whole;
      for (const each of text.slice(0, whole).split(/\r?\n/).slice(0, -1)) lines.shown(each).forEach(this.print);
    }
  }

  private async reopened({ path }: FoundPort): Promise<SerialLine> {
    for (;;) {
      try {
        return await SerialLine.openSoon(path, LOOK_AGAIN_MS);
      } catch (error) {
        if (!(error instanceof DeviceError)) throw error;
        if (this.isEnded) throw error;
        await pause(LOOK_AGAIN_MS);
      }
    }
  }

  /** The broker of the option, or the board's own. */
  private async follow(line: SerialLine): Promise<() => void> {
    const answer = await ask(line, "settings", "settings");
    const settings = (answer?.settings ?? {}) as Record<string, unknown>;
    const topic = typeof settings.topic === "string" ? settings.topic : "gateway";
    return followMqtt(this.options.broker ?? brokerOf(settings), topic, this.print);
  }

  private note(text: string): void {
    this.print(colours.dim(text));
  }
}

/** Throws a DeviceError when the board does not say enough. */
function brokerOf(settings: Record<string, unknown>): BrokerAddress {
  const { broker_host: host, broker_port: port, broker_tls: tls, broker_password: hasPassword } = settings;
  const scheme = tls === true ? "mqtts" : "mqtt";
  const address = typeof host === "string" && host !== "" ? parseBrokerUrl(`${scheme}://${host}:${port}`) : null;
  if (address === null || hasPassword === true) {
    throw new DeviceError(
      address === null
        ? "--follow-mqtt: the board does not say which broker it uses.\n  Name it: --broker mqtt://user:password@host:port"
        : "--follow-mqtt: the board's broker wants a password, which the board never tells.\n" +
            `  Name it: --broker ${scheme}://user:password@${host}:${port}`,
      EXIT_ENVIRONMENT,
    );
  }
  return address;
}
