// A whole gateway in virtual time: the firmware's own modules on the stand-ins, a modem, a broker.
import { vi } from "vitest";
import { world } from "../../fakes/world.ts";
import type { Mode } from "../../main.ts";
import { start } from "../../start/pico-w.ts";
import { ScriptedBroker } from "./scripted-broker.ts";
import { ScriptedModem } from "./scripted-modem.ts";

export const SETTINGS = {
  version: 2,
  wifi_ssid: "home",
  wifi_password: "correct horse",
  broker_host: "192.168.1.2",
  broker_tls: false,
  number: "+447001234",
};

/** A build id, and a date: of 2024, before all that the stories tell. */
const BUILD = "37823c1f200d";
const BUILT = 757382400;

export class Bench {
  /** What the console has said, line by line. */
  readonly said: string[] = [];
  readonly modem = new ScriptedModem();
  readonly broker: ScriptedBroker;
  /** How much there was of it before the last start. */
  private before = { published: 0, listings: 0 };
  /** What runs now. */
  device: Mode;

  /** @param settings null for a board without any @param files of its flash, beside the settings */
  constructor(settings: object | null = SETTINGS, files: Readonly<Record<string, Uint8Array>> = {}) {
    world.reset();
    vi.spyOn(console, "log").mockImplementation((line) => void this.said.push(String(line)));
    for (const [path, octets] of Object.entries(files)) world.files.set(path, octets);
    if (settings !== null) world.files.set("/settings.json", Buffer.from(JSON.stringify(settings)));
    this.broker = new ScriptedBroker().listen("192.168.1.2:1883");
    this.modem.attach();
    this.device = start(BUILD, BUILT);
  }

  /** A power cut: what the SIM and the broker hold stays. */
  powerCycle(): void {
    if (this.broker.connection) this.broker.connection.isClosedByBroker = true;
    world.wifi.status = 0;
    this.device = start(BUILD, BUILT);
    this.before = { published: this.broker.published.length, listings: this.listings() };
  }

  run(ms: number): void {
    const end = world.now + ms;
    while (world.now < end) this.device.turn();
  }

  /** Runs until something holds; fails after a time. */
  runUntil(holds: () => boolean, limitMs: number): void {
    const end = world.now + limitMs;
    while (!holds()) {
      if (world.now > end) throw new Error(`It did not come about within ${limitMs} ms.`);
      this.device.turn();
    }
  }

  private listings(): number {
    return this.modem.commandsLike("AT+CMGL").length;
  }

  /** Until Wi-Fi, broker and modem are up and the first listing is over. */
  start(): this {
    const { listings, published } = this.before;
    this.runUntil(() => this.broker.published.length > published && this.listings() > listings, 20_000);
    this.run(500);
    return this;
  }
}
