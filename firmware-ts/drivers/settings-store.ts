// The settings file on the board's flash, and a copy of the last one that was good.
import { type OctetFile, open } from "io";
import { rename } from "os";

/** The file that people write, and the one that only the gateway writes. */
export type SettingsFile = "/settings.json" | "/settings.good";

const COPY: SettingsFile = "/settings.good";
const FRESH = "/settings.new";
/** No settings are longer: a file that is cannot be settings. */
const OCTETS_MAX = 8192;

/** The text of a file: null when there is none, "" for what is too long or not UTF-8. */
export function loadSettingsText(path: SettingsFile): string | null {
  const file = opened(path);
  if (file === null) return null;
  const octets = file.read(OCTETS_MAX + 1);
  file.close();
  if (octets.length > OCTETS_MAX) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch (error) {
    // A full heap says nothing about the file.
    if (error instanceof RangeError) throw error;
    return "";
  }
}

/** Keeps good settings, where they are not kept yet: whole, or those before. A flash that cannot be written is no hindrance. */
export function keepSettingsText(text: string): void {
  if (loadSettingsText(COPY) === text) return;
  try {
    const file = open(FRESH, "wb");
    file.write(new TextEncoder().encode(text));
    file.close();
    rename(FRESH, COPY);
  } catch {
    // The settings themselves are there.
  }
}

function opened(path: SettingsFile): OctetFile | null {
  try {
    return open(path, "rb");
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return null;
  }
}
