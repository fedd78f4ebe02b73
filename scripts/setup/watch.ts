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
/** What is wrong for so long stays wrong, in seconds: a broker is tried again after 1, 2, 4 and 8. */
const STEADY_S = 10;
/** What watchStart() gives for a board that is in setup mode. */
export const SETUP_MODE = -1;

/** Wi-Fi that is not there yet. */
const JOINING: readonly string[] = ["off", "joining", "no-address"];
/** A broker that is not tried yet; the mobile network tells the time once the modem is in it. */
const WAITING: readonly string[] = ["waiting", "no-time"];

/** @param build on the board; null not known @returns how many things are wrong. Throws a DeviceError when no gateway comes up. */
export async function watchStart(port: string, build: string | null, words: Words): Promise<number> {
  words.say("The gateway starts; this takes up to a minute …");
  const maps = mapsIn(join(repository, "dist", "maps"));
  const map = (text: string) => maps?.map(text) ?? text;
  const { diagnosis } = await firstWords(port, build, map, "The settings are on the board");
  const line = await SerialLine.open(port);
  const watcher = new Watcher(words);
  const last = await settled(line, diagnosis, WATCH_S_MAX, (each) => watcher.hear(each)).finally(() => line.close());
  if (last.setup) {
    words.say(
      "The settings are on the board, which is in setup mode, as its switch is closed: open it, and it is a gateway.",
    );
    return SETUP_MODE;
  }
  const checks = checkGateway(last, maps);
  for (const check of checks) words.say(checkLine(check));
  return checks.filter(({ verdict }) => verdict === "bad").length;
}

/** Says what has changed since it was heard last; enough is what is wrong and stays so. */
class Watcher {
  private before = "";
  private since = 0;

  constructor(private readonly words: Words) {}

  hear({ uptime_s: seconds = 0, wifi, broker, modem, problems }: Diagnosis): boolean {
    if (problems !== undefined) return true;
    const now = `Wi-Fi ${wifi}, broker ${broker}, modem ${modem}`;
    if (now !== this.before) {
      this.words.say(`  ${`${seconds}`.padStart(2)} s  ${now}`);
      this.before = now;
      this.since = seconds;
    }
    return !isOnItsWay(wifi, broker, modem) && seconds - this.since >= STEADY_S;
  }
}

function isOnItsWay(wifi = "", broker = "", modem = ""): boolean {
  const isWaiting = wifi === "up" && WAITING.includes(broker);
  return JOINING.includes(wifi) || isWaiting || modem === "starting";
}
