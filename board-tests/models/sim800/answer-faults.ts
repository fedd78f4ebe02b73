// The faults of FaultList that spoil an answer octet by octet: some are lost or turned into others, or the modem
// restarts in the middle.

import type { FaultList } from "./faults.ts";

/** What is left of the answer to `name`, and whether the modem restarts after it. */
export function spoilt(units: string[], name: string, faults: FaultList): { units: string[]; breaksOff: boolean } {
  const damage = faults.take("damage", name);
  if (damage) {
    const text = units.join("");
    const rest = text.slice(damage.at + damage.drop);
    return { units: [text.slice(0, damage.at) + (damage.put ?? "") + rest], breaksOff: false };
  }
  const restart = faults.take("restart", name);
  return restart
    ? { units: [units.join("").slice(0, restart.afterOctets)], breaksOff: true }
    : { units, breaksOff: false };
}
