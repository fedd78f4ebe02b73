// Where a name at the top of one of the program's modules is on the device: the build gives most another, and joins modules.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { namesOnDevice } from "../../transpiler/src/index.ts";
import { MANIFEST, type Manifest } from "./manifest.ts";

export interface OnDevice {
  /** What an import says, with the package's folder on the path: `gateway.resident`, and of a late file `close` */
  readonly module: string;
  readonly name: string;
}

/**
 * @param device the build's folder for the device
 * @param file `domain/pdu/decode.ts`, or the dotted name of a module that is not made from TypeScript
 */
export function onDevice(device: string, file: string, name: string): OnDevice {
  const dist = join(device, "..");
  const { build, modules } = JSON.parse(readFileSync(join(dist, MANIFEST), "utf8")) as Manifest;
  const row = modules.find((one) => (one.source ?? one.name) === file);
  if (!row) throw new Error(`the build in ${dist} has no ${file}`);
  const map = join(dist, "maps", build, row.path.replace(/\.mpy$/, ".py.map"));
  // The helpers' part of a joined file has no source.
  const source = row.source ?? (row.within === undefined ? undefined : "");
  const names = existsSync(map) ? namesOnDevice(readFileSync(map, "utf8"), source) : new Map();
  const home = modules.find((one) => one.name === row.within) ?? row;
  return { module: home.importName ?? home.name, name: names.get(name) ?? name };
}
