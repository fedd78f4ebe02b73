// Asks a gateway that has just started until it is on its way no more.
import { type Diagnosis, whoAnswers } from "../device/console.ts";
import { pause, type SerialLine } from "../device/serial-line.ts";
import { isSettled } from "./gateway.ts";

/** Wi-Fi takes 4 s, a modem 10 s, and each of them may need a second try. */
const SETTLE_S_MAX = 40;
const ASK_AGAIN_MS = 1_000;

/** @param limitS seconds since the gateway's start @param heard gets each answer @returns the last one */
export async function settled(
  line: SerialLine,
  first: Diagnosis,
  limitS = SETTLE_S_MAX,
  heard: (diagnosis: Diagnosis) => void = () => {},
): Promise<Diagnosis> {
  let diagnosis = first;
  heard(diagnosis);
  while (!isSettled(diagnosis) && (diagnosis.uptime_s ?? 0) < limitS) {
    await pause(ASK_AGAIN_MS);
    line.text = "";
    const answerer = await whoAnswers(line);
    if (answerer.kind !== "gateway") break;
    diagnosis = answerer.diagnosis;
    heard(diagnosis);
  }
  return diagnosis;
}
