// The folder that outlives a run of the simulator: the board's flash, and what modem and SIM remember.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Sim800Memory } from "../models/sim800/sim800.ts";
import { type BoardSettings, parseSettings } from "./sim-settings.ts";

export class SimData {
  readonly flashFolder: string;
  private readonly modemFile: string;
  private written = "";

  /** Makes `folder` if it is not there. */
  constructor(folder: string) {
    this.flashFolder = join(folder, "flash");
    this.modemFile = join(folder, "modem.json");
    mkdirSync(this.flashFolder, { recursive: true });
  }

  /** The settings on the flash, or null without any. */
  readSettings(): BoardSettings | null {
    const file = join(this.flashFolder, "settings.json");
    return existsSync(file) ? parseSettings(readFileSync(file, "utf8"), file) : null;
  }

  /** What modem and SIM remember from an earlier run; null without one, or if the file is damaged. */
  readModem(): Sim800Memory | null {
    if (!existsSync(this.modemFile)) return null;
    try {
      return JSON.parse(readFileSync(this.modemFile, "utf8")) as Sim800Memory;
    } catch {
      return null;
    }
  }

  /** Writes it if it has changed, in one step. */
  writeModem(memory: Sim800Memory): void {
    const text = JSON.stringify(memory, null, 2);
    if (text === this.written) return;
    this.written = text;
    writeFileSync(`${this.modemFile}.new`, text);
    renameSync(`${this.modemFile}.new`, this.modemFile);
  }
}
