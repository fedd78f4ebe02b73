// Times in zones of the world: run in Node and on the device's MicroPython, which must print the same.
import { localIsoOf } from "../../domain/local-time.ts";
import { isTimeZone } from "../../domain/time-zone.late.ts";
import { WallClock } from "../../domain/wall-clock.ts";
import { PIECES } from "../support/zone-pieces.ts";

const ZONES = [
  "UTC0",
  "CET-1CEST,M3.5.0,M10.5.0/3",
  "EST5EDT,M3.2.0,M11.1.0",
  "NST3:30NDT,M3.2.0,M11.1.0",
  "<-04>4<-03>,M9.1.6/24,M4.1.6/24",
  "IST-5:30",
  "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0",
  "NZST-12NZDT,M9.5.0,M4.1.0/3",
  "CET-1CEST",
  "Europe/Berlin",
  "CET-1CEST,M3.5.0,M10.6.0",
];
const TEXTS = 400;
/** The beginnings of 2025 and 2036. */
const FROM_S = 789004800;
const SPAN_S = 347068800;
const COUNT = 60;

let state = 4711;

function some(): int<0, 65535> {
  state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
  return (state >> 12) & 0xffff;
}

/** Few of them are a zone. */
function someText(): string {
  let text = "";
  for (let left = some() % 12; left > 0; left--) text += PIECES[some() % Math.max(PIECES.length, 1)] ?? "";
  return text;
}

function run(): void {
  for (let i = 0; i < TEXTS; i++) {
    const text = someText();
    console.log(`${text} ${isTimeZone(text)}`);
  }
  for (const zone of ZONES) {
    const clock = new WallClock();
    clock.zone = zone;
    console.log(`${zone} ${isTimeZone(zone)}`);
    for (let i = 0; i < COUNT && isTimeZone(zone); i++) {
      const seconds = FROM_S + ((some() * 65536 + some()) % SPAN_S);
      console.log(`${localIsoOf(seconds, clock)} ${clock.since} ${clock.until}`);
      const next = clock.until;
      if (next < 1 || next >= FROM_S + SPAN_S) continue;
      console.log(`${localIsoOf((next - 1) >>> 0, clock)} ${localIsoOf(next >>> 0, clock)}`);
    }
  }
}

run();
