// gateway/info: what this gateway is. Told once a start, retained; all but its end is made at the start, with code that is
// forgotten then.

/** Of package.json. */
export const VERSION = "0.1.0";

/** What machine.reset_cause() counts, on a Pico and on an ESP32; a restart by the program is the watchdog's on a Pico. */
const CAUSES = "unknown|power_on|reset|watchdog|deep_sleep|soft_reset";

/**
 * GatewayInfo of api.ts without its end; put together as text, as a class for it would cost the heap.
 * @param micropython its release, and the cause of the start as it counts them; "" and -1 under Node
 * @param features with commas between; "" none
 */
export function infoHead(
  build: string,
  board: string,
  micropython: string,
  cause: int<-1, 15>,
  features: string,
): string {
  const made = `"version":"${VERSION}","build":"${build}","board":"${board}"`;
  const release = micropython === "" ? "null" : `"${micropython}"`;
  const word = cause < 0 ? "null" : `"${CAUSES.split("|")[cause] ?? "unknown"}"`;
  const listed = features === "" ? "[]" : `["${features.replaceAll(",", '","')}"]`;
  return `{${made},"micropython":${release},"reset_cause":${word},"crash":null,"features":${listed}`;
}
