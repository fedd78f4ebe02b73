// Asks a gateway that has just started until it is on its way no more.
import { type Diagnosis, whoAnswers } from "../device/console.ts";
import { pause, type SerialLine } from "../device/serial-line.ts";
import { isSettled } from "./gateway.ts";

/** Wi-Fi takes 4 s, a modem 10 s, and each of them may need a second try. */
const SETTLE_S_MAX = 40;
const ASK_AGAIN_MS = 1_000;

/** @param limitS seconds since the gateway's start @param isEnough gets each answer, and ends it @returns the last answer */
export async function settled(
  line: SerialLine,
  first: Diagnosis,
  limitS = SETTLE_S_MAX,
  isEnough: (diagnosis: Diagnosis) => boolean = () => false,
): Promise<Diagnosis> {
  let diagnosis = first;
  while (!isEnough(diagnosis) && !isSettled(diagnosis) && (diagnosis.uptime_s ?? 0) < limitS) {
    await pause(ASK_AGAIN_MS);
    line.text = "";
    const answerer = await whoAnswers(line);
    if (answerer.kind !== "gateway") break;
    diagnosis = answerer.diagnosis;
  }
  return diagnosis;
}
