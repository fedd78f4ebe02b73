// The settings file on the board's flash.
import { type OctetFile, open } from "io";

const PATH = "/settings.json";
/** No settings are longer: a file that is cannot be settings. */
const OCTETS_MAX = 8192;

/** The text of /settings.json: null when there is none, "" for what is too long or not UTF-8. */
export function loadSettingsText(): string | null {
  const file = openSettings();
  if (file === null) return null;
  const octets = file.read(OCTETS_MAX + 1);
  file.close();
  if (octets.length > OCTETS_MAX) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return "";
  }
}

function openSettings(): OctetFile | null {
  try {
    return open(PATH, "rb");
  } catch {
    return null;
  }
}
