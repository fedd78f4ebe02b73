// Which mode a start begins: the gateway, or the setup mode.

/** machine.reset_cause(). */
const POWER_ON = 1;
/** Marks of runtime-py/restarts.py. */
const NO_MARK = 0;
const CRASH = 2;
const SETUP = 5;

/**
 * The setup mode begins where the running gateway was asked for it; where there are no settings, as at the very first start; and
 * with a switch that is closed, at power-on, or when what ended without a wish was a setup mode. All other restarts with the switch
 * closed go on with the gateway: it was left on setup, and somebody has saved, or nobody came for ten minutes.
 *
 * @param cause machine.reset_cause()
 * @param mark why the last start ended, and what it was busy with: runtime-py/restarts.py; the setup mode leaves no trail
 */
export function beginsSetup(
  cause: int<0, 15>,
  mark: int<0, 15>,
  trail: u32,
  isClosed: boolean,
  hasSettings: boolean,
): boolean {
  if (!hasSettings || mark === SETUP) return true;
  return isClosed && (mark === NO_MARK || mark === CRASH) && (cause === POWER_ON || trail === 0);
}
