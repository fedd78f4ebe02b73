// The machine port on a board. In a file of its own: main.ts is forgotten once the gateway runs.
import { collect, mem_free } from "gc";
import { discard } from "late";
import { reset } from "machine";
import { STA_IF, WLAN } from "network";
import type { Machine } from "../ports/machine.ts";
import { shownStored } from "./stored-settings.late.ts";

export class BoardMachine implements Machine {
  freeHeap(): number {
    collect();
    return mem_free();
  }

  address(): string {
    return new WLAN(STA_IF).ifconfig()[0] ?? "";
  }

  settings(): string {
    const shown = shownStored();
    discard(shownStored);
    return shown;
  }

  restart(): void {
    reset();
  }
}
