// The setup mode: the loop while somebody sets the gateway up. It shows how to come in, looks at the switch, answers the console,
// and has the page served (setup-portal.ts). A factory reset goes on here, too. The modem is left alone, but by what serves the page.
import { type Answers, listOf, logOf } from "../domain/console-answers.late.ts";
import type { Millis } from "../domain/millis.ts";
import { qrPicture } from "../domain/qr/picture.ts";
import { wifiText } from "../domain/qr/wifi-text.ts";
import { setupScreen } from "../domain/screens/setup-screen.ts";
import { SetupView } from "../domain/screens/setup-view.ts";
import { SwitchGestures } from "../domain/switch-gestures.ts";
import { CLOSED } from "../ports/contact.ts";
import { Commands } from "./commands.ts";
import type { SetupParts } from "./setup-parts.ts";

const SLEEP_MS = 10;
const LOOK_EVERY_MS = 250;
/** Nobody has asked for anything so long: the gateway runs again, if there are settings. */
const IDLE_MS = 600000;
/** While the display's size is not set, each of the two is tried for so long: docs and QR code are read within that. */
const SIZE_SHOWN_MS = 4000;
/** So long it is asked whether the SIM's messages go, too. */
const ASK_MS = 10000;
/** What was saved, or erased, stays on the display for so long. */
const END_SHOWN_MS = 3000;
/** Of the LED. */
const BLINKS = 6;
/** What the file of a factory reset says of the SIM's messages: drivers/factory-reset.late.ts. */
const KEEP_SIM = 0;
const ERASE_SIM = 1;

class SetupMode implements Answers {
  private readonly view = new SetupView();
  private readonly commands: Commands;
  private readonly gestures: SwitchGestures;
  private lines: readonly string[] = [];
  private lookedAt: Millis = 0;
  /** What the display is to show first is there: then it may be that nothing is drawn for ten seconds. */
  private isDrawn = false;
  /** It is asked whether the SIM's messages go, too. */
  private isAsking = false;
  private askedAt: Millis = 0;
  /** The switch was opened since then: another closing is a yes. */
  private isAnswerable = false;
  /** All this has ended, and what was done is shown for so long. */
  private isOver = false;
  private overAt: Millis = 0;
  private shownMs = 0;

  constructor(private readonly parts: SetupParts) {
    const { clock, console, consoleCode, contact, display, eraser, key, light, ssid } = parts;
    this.commands = new Commands(console, this, consoleCode);
    this.gestures = new SwitchGestures(contact.value() === CLOSED, clock.now());
    this.view.ssid = ssid;
    this.view.key = key;
    light.blinks = BLINKS;
    if (eraser === null) display.picture = qrPicture(wifiText(ssid, key));
    else this.view.erased = 0;
  }

  /** One turn of the loop. */
  turn(): void {
    const { clock, eraser, light, machine, supervisor } = this.parts;
    supervisor.beginTurn();
    this.commands.poll();
    const now = clock.now();
    if (!this.isOver) {
      if (eraser === null) {
        this.lookAtSwitch(now);
        this.serve(now);
      } else this.erase(now);
    } else if (now - this.overAt >= this.shownMs) machine.enter("gateway");
    this.draw(clock.now());
    light.poll(now);
    clock.sleep(SLEEP_MS);
  }

  diagnose(): string {
    const { board, build, problems } = this.parts;
    const { erased, ssid } = this.view;
    return `{"build":"${build}","board":"${board}","setup":true,"ssid":"${ssid}","erased":${erased},"problems":${listOf(problems)}}`;
  }

  settings(): string {
    return this.parts.machine.settings();
  }

  log(): string {
    return logOf(this.parts.problems.map((problem) => `E 0 ${problem}`));
  }

  /** For a board without a display alone: who stands before one reads it there. */
  key(): string {
    const { isKeyTold, key, ssid } = this.parts;
    return isKeyTold ? `{"ssid":"${ssid}","key":"${key}"}` : '{"error":"the key is on the display"}';
  }

  private lookAtSwitch(now: Millis): void {
    const { gestures, view } = this;
    const { contact, isFirst } = this.parts;
    gestures.poll(contact.value() === CLOSED, now);
    if (this.isAsking) this.ask(now);
    else if (gestures.wantsReset()) {
      this.isAsking = true;
      this.askedAt = now;
      this.isAnswerable = false;
    } else if (gestures.wantsGateway() && !isFirst) this.end(0, now);
    view.closings = gestures.closings();
    view.heldLeftS = secondsOf(gestures.heldLeftMs());
  }

  /** Whether the SIM's messages go, too: a closing is a yes. */
  private ask(now: Millis): void {
    const isClosed = this.gestures.holdsClosed();
    if (!isClosed) this.isAnswerable = true;
    const isYes = isClosed && this.isAnswerable;
    const leftMs = Math.min(Math.max(this.askedAt + ASK_MS - now, 0), ASK_MS);
    this.view.askLeftS = Math.ceil(leftMs / 1000);
    if (isYes || leftMs === 0) this.beginReset(isYes, now);
  }

  private serve(now: Millis): void {
    const { clock, isFirst, portal } = this.parts;
    if (!this.isDrawn) return;
    portal?.poll(now, this.view);
    this.view.isOpen = true;
    const ending = portal?.ending() ?? "";
    if (ending === "saved") this.end(END_SHOWN_MS, now);
    else if (ending !== "") this.beginReset(ending === "reset-sim", now);
    else if (!isFirst && clock.now() - (portal?.usedAt() ?? 0) >= IDLE_MS) this.end(0, now);
  }

  /** The board restarts, and the reset begins then: so it goes on after a power cut in the same way. */
  private beginReset(withSim: boolean, now: Millis): void {
    let octets: ReadonlyUint8Array | null = Uint8Array.of(withSim ? ERASE_SIM : KEEP_SIM);
    this.parts.journal.keep("reset.wanted", () => {
      const next = octets;
      octets = null;
      return next;
    });
    this.isAsking = false;
    this.view.askLeftS = 0;
    // A flash that cannot be written cannot be erased either: then the gateway goes on as it was.
    this.end(0, now);
  }

  private end(shownMs: int<0, 10000>, now: Millis): void {
    this.isOver = true;
    this.overAt = now;
    this.shownMs = shownMs;
    this.parts.portal?.stop();
  }

  private erase(now: Millis): void {
    const { eraser } = this.parts;
    if (eraser === null) return;
    this.view.erased = eraser.step();
    this.view.isSimLeft = eraser.isSimLeft();
    if (this.view.erased === 100) this.end(this.view.isSimLeft ? ASK_MS : END_SHOWN_MS, now);
  }

  private draw(now: Millis): void {
    const { display, isSizeSet } = this.parts;
    if (this.lines.length === 0 || now - this.lookedAt >= LOOK_EVERY_MS) {
      this.lookedAt = now;
      if (!isSizeSet) display.setRows(Math.trunc(now / SIZE_SHOWN_MS) % 2 === 0 ? 8 : 4);
      this.lines = setupScreen(this.view, display.rows(), display.picture !== null, now);
    }
    if (!display.isThere(now) || !display.show(this.lines)) this.isDrawn = true;
  }
}

/** Whole seconds, rounded up; -1 stays. */
function secondsOf(ms: int<-1, 3000>): int<-1, 3> {
  return ms < 0 ? -1 : Math.ceil(ms / 1000);
}

export function openSetup(parts: SetupParts): SetupMode {
  return new SetupMode(parts);
}
