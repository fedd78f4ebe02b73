// After settings were written: what the gateway makes of them, until it publishes or says what is wrong.
import { join } from "node:path";
import { repository } from "../build/project.ts";
import type { Diagnosis } from "../device/console.ts";
import { mapsIn } from "../device/crash-words.ts";
import { SerialLine } from "../device/serial-line.ts";
import type { Words } from "../device/words.ts";
import { checkLine } from "../doctor/check.ts";
import { checkGateway } from "../doctor/gateway.ts";
import { settled } from "../doctor/settled.ts";
import { firstWords } from "../flash/first-words.ts";

/** Wi-Fi 4 s, the time for TLS as long again, a broker's second try, a slow SIM; in seconds from the start. */
const WATCH_S_MAX = 60;

/** @param build on the board; null not known @returns how many things are wrong. Throws a DeviceError when no gateway comes up. */
export async function watchStart(port: string, build: string | null, words: Words): Promise<number> {
  words.say("The gateway starts; this takes up to a minute …");
  const maps = mapsIn(join(repository, "dist", "maps"));
  const map = (text: string) => maps?.map(text) ?? text;
  const { diagnosis } = await firstWords(port, build, map, "The settings are on the board");
  const line = await SerialLine.open(port);
  const last = await settled(line, diagnosis, WATCH_S_MAX, teller(words)).finally(() => line.close());
  const checks = checkGateway(last, maps);
  for (const check of checks) words.say(checkLine(check));
  return checks.filter(({ verdict }) => verdict === "bad").length;
}

/** Says what has changed since it was heard last. */
function teller(words: Words): (diagnosis: Diagnosis) => void {
  let before = "";
  return ({ uptime_s: seconds = 0, wifi, broker, modem, problems }) => {
    if (problems !== undefined) return;
    const now = `Wi-Fi ${wifi}, broker ${broker}, modem ${modem}`;
    if (now !== before) words.say(`  ${`${seconds}`.padStart(2)} s  ${now}`);
    before = now;
  };
}
