// How late modules stand among the modules in tables and figures: with what they take as long as they are loaded.
import type { ModuleSize } from "../bench/device-size.ts";
import { grouped } from "./columns.ts";

const LATE = "(late) ";

/** What stands among the modules for all that is loaded with a late module. */
export function lateRow(root: string): string {
  return LATE + root;
}

export function isLateRow({ name }: ModuleSize): boolean {
  return name.startsWith(LATE);
}

export function heapText({ heapBytes, lateBytes, within }: ModuleSize): string {
  if (within !== undefined) return `in ${within}`;
  if (lateBytes !== undefined) return `${grouped(lateBytes)} while loaded`;
  return heapBytes === undefined ? "with its importer" : grouped(heapBytes);
}
