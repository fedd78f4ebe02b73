// The machine port on a board. In a file of its own: main.ts is forgotten once the gateway runs.
import { collect, mem_free } from "gc";
import { discard } from "late";
import { STA_IF, WLAN } from "network";
import { restart } from "restarts";
import type { Millis } from "../domain/millis.ts";
import type { Machine } from "../ports/machine.ts";
import { keep, reset } from "./start-record.late.ts";
import { shownStored } from "./stored-settings.late.ts";

/** Marks of runtime-py/restarts.py. */
const SETUP = 5;
const GATEWAY = 6;
const HOUR_MS = 3600000;

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

  restart(job: int<0, 6>, build: string, now: Millis): void {
    reset(job, build, Math.trunc(now / 1000));
  }

  enter(mode: "setup" | "gateway"): void {
    restart(mode === "setup" ? SETUP : GATEWAY);
  }

  keep(now: Millis): int<1, 1000000000> {
    const againMs = keep(now >= HOUR_MS);
    discard(keep);
    return againMs;
  }
}
