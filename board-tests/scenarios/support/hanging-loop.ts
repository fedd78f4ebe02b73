// A loop that hangs: at the n-th look at the clock it waits for something that never comes. Many n, and it has hung at every step of
// a story.
import { expect } from "vitest";
import { afterTrouble, TROUBLE_FROM_MS } from "./one-trouble.ts";

/** From when on the looks count. */
export type Phase = "the watchdog's start" | "a message and a command";

/** The watchdog's time-out, and what it takes to see that it is over. */
const BITE_MS_MAX = 8_388 + 50;
const HANGS = "the loop hangs";

const bootFor = (fromMs: number, look: number) => `import machine, time
ticks, wdt = time.ticks_ms, machine.WDT
left = 0
def watched(*args, **named):
    global left
    if machine.reset_cause() == machine.PWRON_RESET:
        left = ${look}
    return wdt(*args, **named)
def looked():
    global left
    if left > 0 and ticks() >= ${fromMs}:
        left -= 1
        if left == 0:
            print("${HANGS}")
            while True:
                time.sleep_ms(5)
    return ticks()
machine.WDT = watched
time.ticks_ms = looked
`;

/** Fails unless the watchdog bites in time, once, that is on record, and nothing is lost or done twice. */
export async function hangsAt(phase: Phase, look: number): Promise<void> {
  const name = `look ${look} from ${phase} on`;
  const fromMs = phase === "the watchdog's start" ? 0 : TROUBLE_FROM_MS;
  const { boots, crash, log } = await afterTrouble(bootFor(fromMs, look), name);
  const hung = log.find((event) => event.type === "stdout" && event.text === HANGS);
  const ends = log.filter((event) => event.type === "end" && event.reason !== "power-off");
  expect([boots, ends.map((event) => event.type === "end" && event.reason)], name).toEqual([2, ["watchdog"]]);
  expect((ends[0]?.atMs ?? 0) - (hung?.atMs ?? 0), name).toBeLessThanOrEqual(BITE_MS_MAX);
  expect(JSON.parse(crash), name).toMatchObject({ reason: "watchdog" });
}
