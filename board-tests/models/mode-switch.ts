// The mode switch on GP21: closed it pulls the pin low (setup mode), open it leaves the pin to the pull-up (gateway).
// Contacts bounce: after a change the level toggles for a few milliseconds before it rests.

import type { Clock } from "../virtual-board/clock.ts";
import type { Level, PinDevice } from "./pin.ts";

export interface ModeSwitchSettings {
  /** Toggles before the contact rests; 0 for an ideal switch. */
  bounces: number;
  /** Milliseconds between two toggles. */
  bounceMs: number;
}

export const MODE_SWITCH_DEFAULTS: ModeSwitchSettings = { bounces: 6, bounceMs: 0.7 };

export class ModeSwitch implements PinDevice {
  private resting = false;
  private contact = false;
  private generation = 0;
  private listener: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly settings: ModeSwitchSettings = MODE_SWITCH_DEFAULTS,
  ) {}

  /** True once the switch is set to setup, whatever the contact does while it bounces. */
  get closed(): boolean {
    return this.resting;
  }

  /** Moves the switch; the contact bounces, then rests. */
  set(closed: boolean): void {
    if (closed === this.resting) return;
    this.resting = closed;
    this.generation++;
    this.touch(closed);
    this.bounce(this.settings.bounces, this.generation);
  }

  level(): Level | undefined {
    return this.contact ? 0 : undefined;
  }

  boardDrives(): void {
    // An input: whatever the board drives meets the contact, and nothing here is harmed.
  }

  onChange(listener: () => void): void {
    this.listener = listener;
  }

  private bounce(left: number, generation: number): void {
    if (left === 0) return;
    this.clock.in(this.settings.bounceMs, () => {
      if (generation !== this.generation) return; // moved again meanwhile
      this.touch(left === 1 ? this.resting : !this.contact);
      this.bounce(left - 1, generation);
    });
  }

  private touch(contact: boolean): void {
    this.contact = contact;
    this.listener?.();
  }
}
