// Stand-in for runtime-py/usb_console.py.
import { world } from "./world.ts";

export function octet(): number {
  return world.typed.shift() ?? -1;
}

export function say(line: string): void {
  console.log(line);
}

export function enter_maintenance(): void {
  world.isMaintenance = true;
}

void ({ octet, say, enter_maintenance } satisfies typeof import("usb_console"));
