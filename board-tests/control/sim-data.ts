// The folder that outlives a run of the simulator: the board's flash, and what modem and SIM remember.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
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

  /** The settings on the flash. */
  readSettings(): BoardSettings | "none" | "damaged" {
    const file = join(this.flashFolder, "settings.json");
    if (!existsSync(file)) return "none";
    try {
      return parseSettings(readFileSync(file, "utf8"), file);
    } catch {
      return "damaged";
    }
  }

  /** Takes programs off the flash that folder `device` does not hold: the board runs this firmware and no other. */
  removeOldFirmware(device: string): void {
    for (const entry of readdirSync(this.flashFolder, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      const isProgram = entry.isFile() && /\.m?py$/.test(entry.name);
      if (isProgram && !existsSync(join(device, relative(this.flashFolder, file)))) unlinkSync(file);
    }
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
