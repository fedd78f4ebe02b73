// Turns the options of a board into what its worker starts with: defaults, files, shims, the VM.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MessagePort } from "node:worker_threads";
import { countingLocation, type VmLocation, vmLocation } from "../../transpiler/src/vm/index.ts";
import { type BoardOptions, FLASH_DEFAULTS, NETWORK_DEFAULTS, WIFI_DEFAULTS } from "./board-options.ts";
import { weightOf } from "./processor.ts";
import type { WorkerSetup } from "./worker-setup.ts";

/** Reads the firmware and the shims; `commands` is the worker's end of the channel. */
export function makeSetup(options: BoardOptions, control: SharedArrayBuffer, commands: MessagePort): WorkerSetup {
  const { firmware, settings, profiledVm, ...rest } = options;
  if (options.charged && options.time !== "virtual") throw new Error("charged: only virtual time can be charged");
  const network = { ...NETWORK_DEFAULTS, ...options.network };
  const files = typeof firmware === "string" ? readFolder(firmware) : asBytes(firmware);
  if (settings !== undefined) files["settings.json"] = new TextEncoder().encode(JSON.stringify(settings));
  return {
    // Peers on real sockets live in real time: the board's must not run ahead of it.
    options: { ...rest, ...(network.kind === "host" && options.time === "virtual" ? { speed: 1 } : {}) },
    flash: { ...FLASH_DEFAULTS, ...options.flash },
    wifi: { ...WIFI_DEFAULTS, ...options.wifi },
    network,
    files,
    location: options.charged ? chargedLocation(profiledVm) : vmLocation(true),
    shims: readShims(),
    control,
    commands,
  };
}

let charged: VmLocation | undefined;

function chargedLocation(profiledVm: Uint8Array<ArrayBuffer> | undefined): VmLocation {
  if (profiledVm) return countingLocation(weightOf, profiledVm);
  charged ??= countingLocation(weightOf);
  return charged;
}

function readShims(): Record<string, string> {
  const folder = new URL("./shims/", import.meta.url);
  const names = readdirSync(folder).filter((name) => name.endsWith(".py"));
  return Object.fromEntries(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

function readFolder(folder: string): Record<string, Uint8Array> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    files[path.relative(folder, file).split(path.sep).join("/")] = new Uint8Array(readFileSync(file));
  }
  return files;
}

function asBytes(files: Record<string, string | Uint8Array>): Record<string, Uint8Array> {
  const encoder = new TextEncoder();
  return Object.fromEntries(
    Object.entries(files).map(([name, contents]) => [
      name,
      typeof contents === "string" ? encoder.encode(contents) : contents,
    ]),
  );
}
