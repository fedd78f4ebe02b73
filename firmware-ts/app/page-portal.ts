// Serves the page of setup mode: the access point, requests, the test before saving, saving. app/setup-mode.late.ts turns the loop and
// has all else. The modem's conversation runs beside it, for what the page tells of it.
import { anew } from "../domain/anew.ts";
import type { Millis } from "../domain/millis.ts";
import { modemJson } from "../domain/portal/modem-view.ts";
import { TEST_EVERY_S } from "../domain/portal/replies.ts";
import type { SetupView } from "../domain/screens/setup-view.ts";
import type { DraftTest } from "../ports/portal.ts";
import { SetupDesk, type SetupOrders } from "./portal-desk.ts";
import type { PortalParts } from "./portal-parts.ts";
import type { Ending, Portal } from "./setup-portal.ts";

/** Of the page: as in app/setup-mode.late.ts. */
const IDLE_S = 600;
const LOOK_EVERY_MS = 500;
/** Answers that are under way get so long before nobody is answered any more. */
const ANSWERS_MS = 500;
/** The display says what goes on before the look around, which nothing else goes on beside. */
const SHOWN_MS = 500;
const encoder = new TextEncoder();

export class PagePortal implements Portal, SetupOrders {
  readonly board: string;
  readonly build: string;
  readonly isConfigured: boolean;
  private readonly desk: SetupDesk;
  private heard: ReadonlyUint8Array | null = null;
  private now: Millis = 0;
  private askedAt: Millis = 0;
  private beganAt: Millis = 0;
  private lookedAt: Millis = 0;
  private test: DraftTest | null = null;
  /** Since when it could go on to the broker; 0 it cannot. */
  private readyAt: Millis = 0;
  private isTestWanted = false;
  private plan = "";
  /** When the last test began. */
  private testedAt: Millis = 0;
  private hasTested = false;
  /** What the last test came to; it stays for page and display. */
  private tested = "null";
  private end: Ending = "";
  /** When there was still somebody to be answered. */
  private busyAt: Millis = 0;

  constructor(private readonly parts: PortalParts) {
    this.board = parts.board;
    this.build = parts.build;
    this.isConfigured = parts.isConfigured;
    this.desk = new SetupDesk(parts.token, parts.store, this);
    parts.server.serve(this.desk);
  }

  poll(now: Millis, view: SetupView): void {
    const { link, radio, server } = this.parts;
    this.now = now;
    if (this.beganAt === 0) this.beganAt = Math.max(now, 1);
    if (this.heard === null && now - this.beganAt < SHOWN_MS) return;
    if (this.heard === null) {
      this.heard = encoder.encode(radio.open(view.ssid, view.key));
      server.open();
      return;
    }
    link.poll(now);
    link.recover(now);
    server.poll(0);
    if (this.desk.wasUsed()) this.askedAt = now;
    if (!server.isIdle()) this.busyAt = now;
    this.goOn(now, view);
    if (now - this.lookedAt >= LOOK_EVERY_MS) this.look(now, view);
  }

  usedAt(): Millis {
    return this.askedAt;
  }

  /** Not before the answer that tells of it has arrived: what is handed to the radio goes with it when it is turned off. */
  ending(): Ending {
    return this.now - this.busyAt >= ANSWERS_MS ? this.end : "";
  }

  stop(): void {
    this.test?.close();
    this.test = null;
    this.parts.server.close();
    this.parts.radio.close();
  }

  displayHeight(): int<0, 64> {
    const { display } = this.parts;
    if (!display.isThere(this.now)) return 0;
    return display.rows() === 4 ? 32 : 64;
  }

  networks(): ReadonlyUint8Array {
    return this.heard ?? encoder.encode("[]");
  }

  status(): string {
    const { modem, onlooker } = this.parts;
    const test = this.test === null ? this.tested : this.test.progress.json(this.now);
    const idleS = this.isConfigured ? IDLE_S : 0;
    return `{"modem":${modemJson(modem.health, modem.status, onlooker)},"test":${test},"idle_s":${idleS}}`;
  }

  beginTest(): boolean {
    if (this.isTestWanted || this.test !== null) return false;
    if (this.hasTested && this.now - this.testedAt < TEST_EVERY_S * 1000) return false;
    this.hasTested = true;
    this.testedAt = this.now;
    this.isTestWanted = true;
    return true;
  }

  leave(): void {
    this.end = "saved";
  }

  resetAll(isSimToo: boolean): void {
    this.end = isSimToo ? "reset-sim" : "reset";
  }

  /** The test, of which only the broker's part waits: for that there shall be room in the heap, and nobody else is answered. */
  private goOn(now: Millis, view: SetupView): void {
    const { server, tests } = this.parts;
    if (this.isTestWanted) this.beginWanted();
    const { test } = this;
    if (test === null) return;
    this.askedAt = now;
    if (test.poll(now)) {
      if (this.readyAt === 0) this.readyAt = now;
      if (!server.isIdle() && now - this.readyAt < ANSWERS_MS) return;
      server.close();
      test.connect();
      this.now = this.parts.clock.now();
      server.open();
    }
    if (!test.progress.isOver()) return;
    this.tested = test.progress.json(this.now);
    this.show(test, view);
    test.close();
    this.test = null;
    tests.forget();
  }

  private beginWanted(): void {
    const { modem, store, tests } = this.parts;
    // The one after the other: code that comes to lie above other code cuts what is free later in two, and TLS needs a large piece.
    if (this.plan === "") {
      if (!store.loadNext()) return;
      const plan = store.plan();
      store.forget();
      this.plan = anew(plan);
      modem.status.settle();
      this.heard = (this.heard ?? encoder.encode("[]")).slice();
    }
    if (!tests.loadNext()) return;
    this.test = tests.begin(this.plan);
    this.plan = "";
    this.isTestWanted = false;
    this.readyAt = 0;
  }

  private look(now: Millis, view: SetupView): void {
    this.lookedAt = now;
    view.phones = this.parts.radio.phones();
    view.isSaved = this.end === "saved";
    if (this.test !== null) this.show(this.test, view);
  }

  private show({ progress }: DraftTest, view: SetupView): void {
    view.test = progress.told();
    view.problem = progress.problem;
  }
}
