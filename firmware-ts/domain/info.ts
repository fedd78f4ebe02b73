// gateway/info: what this gateway is. Told once a start, retained; all but its end is made at the start, with code that is
// forgotten then.

/** Of package.json. */
export const VERSION = "0.1.0";

/** How a start came about: what machine.reset_cause() counts, on a Pico and on an ESP32, and the marks of flight_recorder.py. */
const CAUSES = "unknown|power_on|reset|watchdog|deep_sleep|soft_reset|maintenance|crash|stuck|request";

/**
 * GatewayInfo of api.ts without its end; put together as text, as a class for it would cost the heap.
 * @param micropython its release, and how the start came about, as CAUSES counts; "" and -1 under Node
 * @param record of a crash, JSON; "" none
 * @param features with commas between; "" none
 */
export function infoHead(
  build: string,
  board: string,
  micropython: string,
  cause: int<-1, 25>,
  record: string,
  features: string,
): string {
  const made = `"version":"${VERSION}","build":"${build}","board":"${board}"`;
  const release = micropython === "" ? "null" : `"${micropython}"`;
  const word = cause < 0 ? "null" : `"${CAUSES.split("|")[cause] ?? "unknown"}"`;
  const listed = features === "" ? "[]" : `["${features.replaceAll(",", '","')}"]`;
  return `{${made},"micropython":${release},"reset_cause":${word},"crash":${record === "" ? "null" : record},"features":${listed}`;
}
