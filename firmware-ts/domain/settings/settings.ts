// The settings as they were read (read-settings.ts), and what is wrong with them.
import { decimal } from "../at/parse.ts";
import type { GivenSettings } from "./given.ts";

export class Settings {
  /** A sentence for each wrong field, in the schema's order; never with a value in it. */
  readonly problems: string[] = [];
  /** Those of them that keep the gateway from running. */
  readonly fatal: string[] = [];
  /** Whether the gateway can run on these settings. */
  usable = true;
  /** There is no file of them: the very first start. */
  absent = false;
  /** What was read is no settings at all: a write that was cut off, or a slip of the pen. */
  damaged = false;
  private readonly accepted: string[] = [];

  /** @param key of the schema; "" stands for a text left out */
  text(key: string): string {
    // Not by given.ts: that is forgotten after the start, and would come back whenever settings are read later, and stay.
    const { accepted } = this;
    for (let at = 0; at < accepted.length; at += 2) if (accepted[at] === key) return accepted[at + 1] ?? "";
    return "";
  }

  /** @param key of a numeric row */
  integer(key: string): number {
    return decimal(this.text(key));
  }

  /** @param key of a list's row */
  list(key: string): string[] {
    const value = this.text(key);
    return value === "" ? [] : value.split(",");
  }

  /** What was accepted. */
  given(): GivenSettings {
    return this.accepted;
  }

  /** Instead of what was accepted before. */
  accept(key: string, value: string): void {
    this.accepted.unshift(key, value);
  }

  refuse(sentence: string, fatal: boolean): void {
    this.problems.push(sentence);
    if (!fatal) return;
    this.usable = false;
    this.fatal.push(sentence);
  }
}
