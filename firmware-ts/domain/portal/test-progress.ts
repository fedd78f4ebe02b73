// How far the test before saving is: its steps, and what went wrong. The driver that tests writes into it; the page and the
// display read it.
import type { Millis } from "../millis.ts";

/** In the order in which they are done. */
export const STEPS: readonly TestStep[] = ["wifi", "time", "dns", "tcp", "tls", "connack", "message"];
export type TestStep = "wifi" | "time" | "dns" | "tcp" | "tls" | "connack" | "message";
export type StepState = "waiting" | "running" | "done" | "failed" | "skipped";

const RUNNING = "running";

export class TestProgress {
  /** Names and states in turn. */
  private readonly rows: string[] = [];
  /** A code, for the page to say more about; "" none. */
  problem = "";
  private endedAt: Millis = 0;
  private hasEnded = false;

  /**
   * @param isTls the broker is spoken to by TLS
   * @param isName the broker has a name, and not only an address
   */
  constructor(
    isTls: boolean,
    isName: boolean,
    private readonly startedAt: Millis,
  ) {
    for (const step of STEPS) {
      if ((step === "dns" && !isName) || (step === "tls" && !isTls)) continue;
      this.rows.push(step, "waiting");
    }
    this.rows[1] = RUNNING;
  }

  /** The step that is being done; "" when it is over. */
  running(): string {
    return this.rows[this.rows.indexOf(RUNNING) - 1] ?? "";
  }

  isOver(): boolean {
    return this.hasEnded;
  }

  /** The step that is being done is done, or `skipped`, and the next one begins. */
  next(now: Millis, state: StepState = "done"): void {
    const at = this.rows.indexOf(RUNNING);
    if (at < 0) return;
    this.rows[at] = state;
    if (at + 2 < this.rows.length) this.rows[at + 2] = RUNNING;
    else this.end(now);
  }

  /** The step that is being done did not go well, and nothing after it is tried. */
  fail(problem: string, now: Millis): void {
    const at = this.rows.indexOf(RUNNING);
    if (at < 0) return;
    this.rows[at] = "failed";
    this.problem = problem;
    this.end(now);
  }

  private end(now: Millis): void {
    this.hasEnded = true;
    this.endedAt = now;
  }

  /** For the display: `wifi=done,time=running,…`. */
  told(): string {
    let told = "";
    for (let at = 0; at + 1 < this.rows.length; at += 2)
      told += `${at === 0 ? "" : ","}${this.rows[at]}=${this.rows[at + 1]}`;
    return told;
  }

  json(now: Millis): string {
    let steps = "";
    for (let at = 0; at + 1 < this.rows.length; at += 2)
      steps += `${at === 0 ? "" : ","}{"name":"${this.rows[at]}","state":"${this.rows[at + 1]}"}`;
    const end = this.isOver() ? this.endedAt : now;
    const seconds = Math.trunc(Math.max(end - this.startedAt, 0) / 1000);
    return `{"steps":[${steps}],"problem":"${this.problem}","seconds":${seconds}}`;
  }
}
