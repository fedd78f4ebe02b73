// The settings as they were read (read-settings.ts), and what is wrong with them.
import { decimal } from "../at/parse.ts";
import { type GivenSettings, textIn } from "./given.ts";

export class Settings {
  /** A sentence for each wrong field, in the schema's order; never with a value in it. */
  readonly problems: string[] = [];
  /** Whether the gateway can run on these settings. */
  usable = true;
  /** There is no file of them: the very first start. */
  absent = false;
  /** What was read is no settings at all: a write that was cut off, or a slip of the pen. */
  damaged = false;
  private readonly accepted: string[] = [];

  /** @param key of the schema; "" stands for a text left out */
  text(key: string): string {
    return textIn(this.accepted, key);
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
    if (fatal) this.usable = false;
  }
}
