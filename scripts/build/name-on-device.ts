// What a name at the top of one of the program's modules is called on the device: the build gives most another.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { namesOnDevice } from "../../transpiler/src/index.ts";

/**
 * @param device the build's folder for the device
 * @param module `gateway.domain.pdu.decode`
 */
export function nameOnDevice(device: string, module: string, name: string): string {
  const dist = join(device, "..");
  const { build } = JSON.parse(readFileSync(join(dist, "build.json"), "utf8")) as { build: string };
  const map = join(dist, "maps", build, `${module.replaceAll(".", "/")}.py.map`);
  return (existsSync(map) && namesOnDevice(readFileSync(map, "utf8")).get(name)) || name;
}
