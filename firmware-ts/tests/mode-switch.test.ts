// The mode switch, by what its contact says: slide switches and push buttons, contacts that bounce, a wire that is broken.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ModeSwitch } from "../domain/mode-switch.ts";
import { beginsSetup } from "../domain/setup-entry.ts";
import { CLOSINGS, SwitchGestures } from "../domain/switch-gestures.ts";

/** A position of the switch, for so long. */
interface Rest {
  readonly isClosed: boolean;
  readonly ms: number;
}

const closed = (ms: number): Rest => ({ isClosed: true, ms });
const open = (ms: number): Rest => ({ isClosed: false, ms });

interface Hand {
  readonly rests: readonly Rest[];
  /** The contact toggles for so long after each change. */
  readonly bounceMs: number;
  /** Between two looks of the loop. */
  readonly lookMs: number;
}

/** Has the loop look at the contact. @param look is told what the contact says, when, and in which rest */
function play({ rests, bounceMs, lookMs }: Hand, look: (isClosed: boolean, now: number, rest: number) => void): void {
  let from = 0;
  let next = 0;
  for (const [index, { isClosed, ms }] of rests.entries()) {
    const hasChanged = index > 0 && rests[index - 1]?.isClosed !== isClosed;
    for (; next < from + ms; next += lookMs) {
      const age = next - from;
      // Back and forth each few milliseconds, so the looks meet either.
      const isOther = hasChanged && age < bounceMs && Math.floor(age / 3) % 2 === 1;
      look(isOther ? !isClosed : isClosed, next, index);
    }
    from += ms;
  }
}

/** Looks as the gateway's loop and the setup mode's have them; contacts as the makers of switches say. */
const looks = fc.record({ bounceMs: fc.integer({ min: 0, max: 20 }), lookMs: fc.integer({ min: 7, max: 100 }) });
/** Turns: an even number of rests, each long enough to be one. */
const turns = (...ms: readonly (readonly [number, number])[]) =>
  fc
    .array(fc.oneof(...ms.map(([min, max]) => fc.integer({ min, max }))), { minLength: 1, maxLength: 8 })
    .map((rests) => rests.map((each, index) => (index % 2 === 0 ? open(each) : closed(each))));

function wished(hand: Hand, isOpenWanted: boolean): boolean {
  const modeSwitch = new ModeSwitch(isOpenWanted);
  let isWanted = false;
  play(hand, (isClosed, now) => {
    isWanted = modeSwitch.poll(isClosed, false, now);
  });
  return isWanted;
}

const STEADY = { bounceMs: 12, lookMs: 30 };

describe("a gateway's switch", () => {
  it("wishes for the setup mode when it was closed for 2 s, and never by less", () => {
    fc.assert(
      fc.property(turns([200, 1750], [2200, 9000]), looks, (rests, how) => {
        const isHeld = rests.some(({ isClosed, ms }) => isClosed && ms >= 2200);
        expect(wished({ rests, ...how }, true)).toBe(isHeld);
      }),
    );
  });

  it("wishes for nothing while it is missing, or its wire is broken", () => {
    expect(wished({ rests: [open(86_400_000)], bounceMs: 0, lookMs: 100 }, true)).toBe(false);
  });

  it("wishes for nothing while it is where a setup mode has left it, and for the next one once it was opened", () => {
    const left = [closed(600_000)];
    expect(wished({ rests: left, ...STEADY }, true)).toBe(false);
    expect(wished({ rests: [...left, open(300), closed(2_500)], ...STEADY }, true)).toBe(true);
  });

  it("that only trembles has not been opened", () => {
    const rests = [closed(60_000), open(20), closed(60_000), open(25), closed(60_000)];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (lookMs) => {
        expect(wished({ rests, bounceMs: 0, lookMs }, true)).toBe(false);
      }),
    );
  });

  it("is not held while nobody looks: what it did meanwhile is not known", () => {
    const modeSwitch = new ModeSwitch(true);
    for (let now = 0; now <= 200; now += 50) modeSwitch.poll(false, false, now);
    for (let now = 1_000; now <= 60_000; now += 3_000) expect(modeSwitch.poll(true, false, now)).toBe(false);
  });

  it("waits for what is under way, and is not asked twice", () => {
    const modeSwitch = new ModeSwitch(false);
    for (let now = 0; now < 5_000; now += 30) expect(modeSwitch.poll(true, true, now)).toBe(false);
    expect(modeSwitch.poll(false, false, 5_010)).toBe(false);
    expect(modeSwitch.poll(false, false, 5_400)).toBe(true);
  });
});

describe("a setup mode's switch", () => {
  /** The rest in which each wish came first. */
  function wishes(hand: Hand) {
    const [first] = hand.rests;
    const gestures = new SwitchGestures(first?.isClosed === true, 0);
    const found = { gateway: -1, reset: -1, closings: 0 };
    play(hand, (isClosed, now, rest) => {
      gestures.poll(isClosed, now);
      if (found.gateway < 0 && gestures.wantsGateway()) found.gateway = rest;
      if (found.reset < 0 && gestures.wantsReset()) found.reset = rest;
      found.closings = Math.max(found.closings, gestures.closings());
    });
    return found;
  }

  it("that slides back after 10 s ends the setup mode 2 s later", () => {
    expect(wishes({ rests: [closed(12_000), open(3_000)], ...STEADY })).toEqual({ gateway: 1, reset: -1, closings: 0 });
    expect(wishes({ rests: [closed(12_000), open(1_500), closed(5_000)], ...STEADY }).gateway).toBe(-1);
  });

  it("that was pushed leaves the setup mode on", () => {
    expect(wishes({ rests: [closed(9_700), open(600_000)], ...STEADY }).gateway).toBe(-1);
    expect(wishes({ rests: [open(20_000), closed(4_000), open(600_000)], ...STEADY }).gateway).toBe(-1);
  });

  it("ends it when it was open for 2 s after 10 s closed, whatever came before", () => {
    fc.assert(
      fc.property(turns([200, 1750], [2200, 9000], [10300, 30000]), looks, (rests, how) => {
        const at = rests.findIndex(({ isClosed, ms }, index) => {
          const before = rests[index - 1];
          return !isClosed && ms >= 2200 && before?.isClosed === true && before.ms >= 10300;
        });
        expect(wishes({ rests, ...how }).gateway).toBe(at);
      }),
    );
  });

  /** Five times within ten seconds, the last for longer. */
  const five = (closedMs: number, openMs: number, lastMs: number) => [
    open(5_000),
    ...Array.from({ length: CLOSINGS - 1 }, () => [closed(closedMs), open(openMs)]).flat(),
    closed(lastMs),
  ];

  it("that is closed five times within 10 s, and then held for 3 s, has everything erased", () => {
    fc.assert(
      fc.property(fc.integer({ min: 250, max: 1000 }), fc.integer({ min: 250, max: 1000 }), looks, (on, off, how) => {
        const { closings, reset } = wishes({ rests: five(on, off, 3_300), ...how });
        expect([closings, reset]).toEqual([CLOSINGS, 2 * CLOSINGS - 1]);
      }),
    );
  });

  it.each([
    ["four times", five(500, 500, 5_000).slice(2)],
    ["five times, and let go", [...five(500, 500, 2_500), open(20_000)]],
    ["five times in 12 s", five(1_500, 1_500, 20_000)],
    ["once, for very long", [open(5_000), closed(3_600_000)]],
    ["from the start on", [closed(3_600_000)]],
  ])("that is closed %s has nothing erased", (_how, rests) => {
    expect(wishes({ rests, ...STEADY }).reset).toBe(-1);
  });

  it("has nothing erased by what it did while nobody looked", () => {
    const gestures = new SwitchGestures(false, 0);
    for (let now = 1_000, isClosed = true; now < 20_000; now += 1_000, isClosed = !isClosed)
      gestures.poll(isClosed, now);
    expect([gestures.closings(), gestures.wantsReset()]).toEqual([0, false]);
  });

  it("forgets what it was counting when nobody has looked for a while", () => {
    const gestures = new SwitchGestures(false, 0);
    let now = 0;
    const rest = (isClosed: boolean, ms: number) => {
      for (const end = now + ms; now < end; now += 20) gestures.poll(isClosed, now);
    };
    for (let n = 0; n < CLOSINGS - 1; n++) {
      rest(false, 300);
      rest(true, 300);
    }
    expect(gestures.closings()).toBe(CLOSINGS - 1);
    now += 1_000;
    rest(false, 300);
    rest(true, 4_000);
    expect([gestures.closings(), gestures.wantsReset()]).toEqual([1, false]);
  });

  it("erases nothing by bouncing alone", () => {
    const hand = { rests: [open(1_000), closed(400), open(400), closed(8_000)], bounceMs: 25, lookMs: 4 };
    expect(wishes(hand)).toMatchObject({ reset: -1, closings: 2 });
  });
});

describe("a start", () => {
  /** Causes and marks of runtime-py/restarts.py; a trail: a gateway was running. */
  const POWER_ON = { cause: 1, mark: 0, trail: 0 };
  const WATCHDOG = { cause: 3, mark: 0 };
  const marked = (mark: number, trail = 9) => ({ cause: 3, mark, trail });
  it.each([
    ["power-on, switch open", POWER_ON, false, "gateway"],
    ["power-on, switch closed: also after a power cut with it left so", POWER_ON, true, "setup"],
    ["the gateway was asked for setup, by a push", marked(5), false, "setup"],
    ["the watchdog in setup, switch closed", { ...WATCHDOG, trail: 0 }, true, "setup"],
    ["the watchdog in setup, switch open", { ...WATCHDOG, trail: 0 }, false, "gateway"],
    ["the watchdog in a gateway whose switch was left on setup", { ...WATCHDOG, trail: 9 }, true, "gateway"],
    ["a crash in setup, switch closed", marked(2, 0), true, "setup"],
    ["a crash in a gateway whose switch was left on setup", marked(2), true, "gateway"],
    ["saved, or nobody came for ten minutes, switch still closed", marked(6, 0), true, "gateway"],
    ["a restart that somebody wished, switch closed", marked(4), true, "gateway"],
    ["after the prompt, switch closed", marked(4, 0), true, "gateway"],
    ["something was stuck, switch closed", marked(3), true, "gateway"],
  ])("after %s", (_what, { cause, mark, trail }, isClosed, mode) => {
    expect(beginsSetup(cause, mark, trail, isClosed, true) ? "setup" : "gateway").toBe(mode);
  });

  it("without settings is the setup mode's, whatever came before", () => {
    for (let mark = 0; mark <= 6; mark++) expect(beginsSetup(3, mark, 9, false, false)).toBe(true);
  });
});
