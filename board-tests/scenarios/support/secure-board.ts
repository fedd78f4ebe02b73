// A board with the built gateway that speaks TLS over real sockets to a broker of this machine, in real time.
//
// The board reaches the broker by a name and a port of its settings, which the network leads to the broker's real port.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { onTestFinished } from "vitest";
import { framebufFont } from "../../control/framebuf-font.ts";
import { displayText } from "../../models/display-text.ts";
import type { Authority, Identity } from "../../support/certificates.ts";
import { VirtualBoard } from "../../virtual-board/board.ts";
import { builtDevice } from "./built-device.ts";

/** What the broker's certificate is for. */
export const BROKER_NAME = "broker.test";
/** Addresses and ports of settings that mean a broker of this machine, and names that mean it. */
const HOSTS = ["127.0.0.1", "192.168.1.10"];
const PORTS = [1883, 8883];

/** A modem and an access point that are quicker than most, and a quick processor. */
const QUICK = { bootMs: 300, simReadyMs: 320, callReadyMs: 350, smsReadyMs: 360, registeredMs: 1800 };
const WIFI = { joinMs: 100, dhcpMs: 50 };
const HANDSHAKE_MS = 200;
/** For one step of a story on a busy machine, in ms of real time. */
const STEP_MS_MAX = 40_000;

const PLACES = HOSTS.flatMap((host) => PORTS.map((port) => `${host}:${port}`));

export interface SecureBoardOptions {
  /** Beside those that are needed. */
  readonly settings?: object;
  /** Whose certificates count; none: those of the settings. Where these name a shipped root, it stands on the flash in its place. */
  readonly authority?: Pick<Authority, "cert">;
  readonly identity?: Identity;
  /** On the board's flash, instead of what comes of authority and identity. */
  readonly files?: Readonly<Record<string, Uint8Array>>;
  /** The time that the network tells, in ms since 1970; null: it tells none. */
  readonly timeMs?: number | null;
  /** 16 hexadecimal digits, where there are several boards. */
  readonly uniqueId?: string;
}

export class SecureBoard {
  private constructor(readonly board: VirtualBoard) {}

  /** Runs, and is closed when the test ends. @param port the broker's on this machine */
  static async started(port: number, options: SecureBoardOptions = {}): Promise<SecureBoard> {
    const { authority, identity, settings, timeMs = Date.now(), uniqueId } = options;
    const { broker_ca = "own" } = (settings ?? {}) as { broker_ca?: string };
    const root = broker_ca === "own" ? "ca.der" : `roots/${broker_ca}.der`;
    const files = {
      ...(authority ? { [root]: derOf(authority.cert) } : {}),
      ...(identity ? { "client.der": derOf(identity.cert), "client.key.der": keyOf(identity.key) } : {}),
      ...options.files,
    };
    const board = await VirtualBoard.create({
      firmware: await builtDevice(),
      settings: {
        version: 2,
        wifi_ssid: "home",
        wifi_password: "simulated",
        broker_host: BROKER_NAME,
        // The mobile network alone says what time it is.
        ntp_server: "",
        ...(authority ? { broker_ca: "own" } : {}),
        ...(identity ? { broker_cert: true } : {}),
        ...settings,
      },
      time: "real",
      ...(uniqueId === undefined ? {} : { uniqueId }),
      network: {
        kind: "host",
        redirect: Object.fromEntries(PLACES.map((place) => [place, `127.0.0.1:${port}`])),
        names: { [BROKER_NAME]: "127.0.0.1", [hostOf(settings)]: "127.0.0.1" },
        handshakeMs: HANDSHAKE_MS,
      },
      wifi: WIFI,
      hardware: { modem: { timing: QUICK, networkEpochMs: timeMs } },
    });
    onTestFinished(() => board.close());
    for (const [path, contents] of Object.entries(files)) await board.tell({ do: "flash-write", path, contents });
    await board.powerOn();
    return new SecureBoard(board);
  }

  /** Until the console has said a line that holds `words`. */
  async said(words: string): Promise<void> {
    await until(
      () => this.board.stdout.some((line) => line.includes(words)),
      () => this.board.stdout.slice(-8).join("\n"),
    );
  }

  /** What the console answers to a command. */
  async answer(command: string): Promise<Record<string, unknown>> {
    const from = this.board.stdout.length;
    this.board.type(`{"cmd":"${command}"}\n`);
    const found = () => this.board.stdout.slice(from).find((line) => line.startsWith("{"));
    await until(() => found() !== undefined);
    return JSON.parse(found() ?? "{}");
  }

  /** The lines on the display that are not blank. */
  async displayed(): Promise<string[]> {
    const frame = await this.board.display();
    const text = frame === null ? "" : displayText(frame, await framebufFont());
    return text.split("\n").flatMap((line) => (line.trim() === "" ? [] : [line.trimEnd()]));
  }
}

export async function until(
  holds: () => boolean | Promise<boolean>,
  state: () => string = () => "",
  limitMs = STEP_MS_MAX,
): Promise<void> {
  for (const end = performance.now() + limitMs; !(await holds()); ) {
    if (performance.now() > end) throw new Error(`nothing came of it within ${limitMs} ms\n${state()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function hostOf(settings: object = {}): string {
  return "broker_host" in settings ? `${settings.broker_host}` : BROKER_NAME;
}

function derOf(pem: string): Uint8Array {
  return new Uint8Array(new X509Certificate(pem).raw);
}

function keyOf(pem: string): Uint8Array {
  const key = createPrivateKey(pem);
  return new Uint8Array(key.export({ format: "der", type: key.asymmetricKeyType === "rsa" ? "pkcs1" : "sec1" }));
}
